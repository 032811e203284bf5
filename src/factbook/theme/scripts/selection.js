/* A passage that a reader selects and copies takes along where its numbers have their rows: in rich text the numbers are
   links, in plain text their addresses follow. So whoever has the passage can ask later whether the book still says so. */

/** What the template of citations says of this page: its citation, the address in that, whether that is for good. */
const page = /** @type {Record<"source" | "address" | "placed", string | undefined>} */ (
  document.getElementById("cite")?.dataset ?? {}
);
/* More numbers than these are a whole page, which is cited as such. */
const MOST = 12;
const KEPT = new Set(["href", "colspan", "rowspan", "scope", "lang"]);
/* What works on the page alone, is said elsewhere, or is no text. */
const LEFT_OUT = `script, style, template, svg, button, input, [hidden], .visually-hidden, .headerlink, .source-note,
  .chart, .chart-files, details`;

/* Where this page is found by others; nowhere, where it lies on a disk and has no address for good. */
function here() {
  if (page.placed) return page.address ?? "";
  return location.protocol === "file:" ? "" : location.origin + location.pathname;
}

/** The nearest heading's place in the page, as the end of its address.
   @type {(node: Node) => string} */
function within(node) {
  const element = node instanceof Element ? node : node.parentElement;
  const place = element?.closest("figure[id], table[id], section[id]")?.id;
  return place ? `#${place}` : "";
}

/** What is selected, within the table of which it is a part: rows alone are no table elsewhere.
   @type {(range: Range) => HTMLElement} */
function taken(range) {
  const held = document.createElement("div");
  /** @type {Node} */
  let part = range.cloneContents();
  const common = range.commonAncestorContainer;
  let around = common instanceof Element ? common : common.parentElement;
  while (around?.closest("table")) {
    const whole = around.cloneNode();
    whole.appendChild(part);
    part = whole;
    around = around.parentElement;
  }
  held.append(part);
  return held;
}

/** The selected part of the page as it is of use elsewhere: without what only works here, links with whole addresses.
   @type {(range: Range, address: string) => HTMLElement} */
function cleaned(range, address) {
  const held = taken(range);
  for (const element of held.querySelectorAll(LEFT_OUT)) element.remove();
  for (const link of held.querySelectorAll("a[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", address).href);
  }
  /* A cell of one paragraph is one line where it is pasted. */
  for (const only of held.querySelectorAll("td > p:only-child, th > p:only-child"))
    only.replaceWith(...only.childNodes);
  return held;
}

/** Each number of the passage by the address of its row, as it is said first; an end of its range is not the number.
   @type {(held: HTMLElement) => Map<string, string>} */
function numbersIn(held) {
  const found = new Map();
  for (const link of held.querySelectorAll("a.fact")) {
    const row = link.getAttribute("href") ?? "";
    const isWhole = !link.querySelector("data[data-part]");
    if (isWhole && !found.has(row)) found.set(row, link.textContent.trim());
  }
  return found;
}

/** Leaves no attribute that means something on the page of the book alone.
   @type {(held: HTMLElement) => void} */
function strip(held) {
  for (const element of held.querySelectorAll("*")) {
    for (const { name } of [...element.attributes]) if (!KEPT.has(name)) element.removeAttribute(name);
  }
}

/** The text of a part of the page as a browser lays it out: a line a paragraph, cells of a row behind tabulators.
   @type {(held: HTMLElement) => string} */
function laidOut(held) {
  held.className = "visually-hidden";
  document.body.append(held);
  // biome-ignore lint/performance/useDomNodeTextContent: what is laid out has lines and cells, which nodes have not
  const text = held.innerText.trim();
  held.remove();
  return text;
}

/** @type {(plain: string) => Node[]} */
function linked(plain) {
  const [before, address, after] = plain.split(/(https?:\/\/[^\s]+\w)/);
  if (!address) return [document.createTextNode(plain)];
  const link = document.createElement("a");
  link.href = link.textContent = address;
  return [document.createTextNode(before), link, document.createTextNode(after ?? "")];
}

/* After other listeners: whoever copies by a button has filled the clipboard already. */
window.addEventListener("copy", (event) => {
  const selection = getSelection();
  const address = here();
  if (event.defaultPrevented || !selection?.rangeCount || selection.isCollapsed || !address || !page.source) return;
  const range = selection.getRangeAt(0);
  const held = cleaned(range, address);
  const numbers = numbersIn(held);
  if (!held.querySelector("a.fact") || !event.clipboardData) return;

  const source = page.source.replace(page.address ?? "", address + within(range.commonAncestorContainer));
  const rows = numbers.size > MOST ? [] : [...numbers].map(([row, said]) => `- ${said}: ${row}`);
  strip(held);
  event.clipboardData.setData("text/plain", [laidOut(held), [source, ...rows].join("\n")].join("\n\n"));
  const credit = document.createElement("p");
  credit.append(...linked(source));
  held.append(credit);
  event.clipboardData.setData("text/html", held.innerHTML);
  event.preventDefault();
});
