/* Citations as they are copied: from two files beside the pages, with what is known only to whoever copies them, today's
   date and the address of this copy of the book. */
import { load } from "./load.js";

const files = /** @type {Record<"places" | "numbers", string>} */ (document.getElementById("cite")?.dataset);
/** The formats that are saved as files, by their endings and types.
   @type {Record<string, { ending: string, type: string }>} */
export const formats = {
  bibtex: { ending: "bib", type: "application/x-bibtex" },
  ris: { ending: "ris", type: "application/x-research-info-systems" },
  csl: { ending: "json", type: "application/vnd.citationstyles.csl+json" },
};
const onDisk = location.protocol === "file:";

/** @type {(text: string) => string} */
function dated(text) {
  const today = new Date();
  const [year, month, day] = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map(String);
  /** @type {Record<string, string>} */
  const slots = {
    yyyy: year,
    m: month,
    mm: month.padStart(2, "0"),
    d: day,
    dd: day.padStart(2, "0"),
    /* The styles that write it are styles of English. */
    month: today.toLocaleString("en-US", { month: "long" }),
  };
  return text.replace(/⟨(\w+)⟩/g, (slot, name) => slots[name] ?? slot);
}

/* Where this copy of the book begins. On a disk nowhere: nobody else has this disk, and addresses are those within the
   book. */
function root() {
  const { base } = window.factbook.citations;
  if (onDisk) return "";
  const here = (location.origin + location.pathname).replace(/\/$/, "/index.html");
  const canonical = /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=canonical]"));
  const own = canonical.href.slice(base.length);
  return here.endsWith(own) ? here.slice(0, -own.length) : new URL("../", here).href;
}

/** @type {(plain: string) => string} */
const safe = (plain) => plain.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A form as text, with the address under which the book is found; as long as it has none for good, that of this copy.
   @type {(text: string, write?: (address: string) => string) => string} */
function placed(text, write = String) {
  const { base, placed: known } = window.factbook.citations;
  return dated(known ? text : text.replaceAll(base, () => write(root())));
}

/** HTML in both forms. An address that leads nowhere from elsewhere is no link.
   @type {(html: string) => Forms} */
function both(html) {
  const held = document.createElement("template");
  held.innerHTML = placed(html, safe);
  for (const link of held.content.querySelectorAll("a")) {
    if (!/^https?:/.test(link.getAttribute("href") ?? "")) link.replaceWith(...link.childNodes);
  }
  held.content.normalize();
  return { text: held.content.textContent, html: held.innerHTML };
}

/** A place in one form: the styles as text and HTML, the formats of reference managers as text.
   @type {(label: string, name: string) => Forms} */
function form(label, name) {
  const known = window.factbook.citations.places[label][name];
  return formats[name] ? { text: placed(known) } : both(known);
}

/** @type {(label: string) => string} */
function address(label) {
  const held = document.createElement("template");
  held.innerHTML = window.factbook.citations.places[label].place;
  return placed(held.content.querySelector("a")?.getAttribute("href") ?? "");
}

/** The place where an element stands: its figure, table or section, else the book.
   @type {(element: Element) => string} */
function placeOf(element) {
  const { places } = window.factbook.citations;
  /** @type {Element | null | undefined} */
  let around = element.closest("[id]");
  while (around && !Object.hasOwn(places, around.id)) around = around.parentElement?.closest("[id]");
  return around?.id ?? Object.keys(places).filter((label) => places[label].kind === "book")[0];
}

/** A number as it is said, or as `said` words one of its parts, with whoever produced it first and its place last. Both
   lead to its row in the ledger: by that, whoever has the text can ask later whether the book still says so.
   @type {(id: string, element: Element, said?: string) => Forms} */
function number(id, element, said) {
  const known = window.factbook.numberCitations.numbers[id];
  const { place } = window.factbook.citations.places[placeOf(element)];
  const there = /href="([^"]*)"/.exec(place)?.[1] ?? "";
  const row = there.replace(/[^/]*$/, `numbers.html#${id}`);
  const shown = said ? safe(said) : known.said;
  const rest = known.sentence.slice(known.said.length).replace("⟨place⟩", () => place.replaceAll(there, row));
  return both(`<a href="${row}"><strong>${shown}</strong></a>${rest}`);
}

export const loadPlaces = () => load(files.places);
export const loadNumbers = () => Promise.all([loadPlaces(), load(files.numbers)]);

/** @type {(label: string) => string} */
export const title = (label) => window.factbook.citations.places[label].title;

export { address, form, number };
