/* The page of results, in place of Sphinx's own: it keeps the calls that Sphinx and its themes make. */
import { fill } from "./fill.js";
import { searchIndex } from "./search-ranking.js";
import { searchTerms } from "./search-terms.js";

/* How many characters of a long sentence are shown, and how many of them before the first word that was found. */
const LONGEST = 240;
const BEFORE = 60;

/** @type {{ find(query: string): Found } | null} */
let index = null;
/** @type {string | null} */
let waiting = null;

/** @type {(name: string, className: string, ...children: (Node | string)[]) => HTMLElement} */
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** A text with its words marked; a long one is cut to the part around them.
   @type {(text: string, marks: [start: number, end: number][]) => (Node | string)[]} */
function marked(text, marks) {
  const first = marks[0]?.[0] ?? 0;
  const start = text.length > LONGEST && first > BEFORE ? text.lastIndexOf(" ", first - BEFORE / 2) + 1 : 0;
  const room = text.length - start > LONGEST ? text.lastIndexOf(" ", start + LONGEST) : text.length;
  const end = room > start ? room : text.length;
  /** @type {(Node | string)[]} */
  const parts = [start > 0 ? "… " : ""];
  let position = start;
  for (const [from, to] of marks) {
    if (from < position || to > end) continue;
    parts.push(text.slice(position, from), element("mark", "", text.slice(from, to)));
    position = to;
  }
  parts.push(text.slice(position, end), end < text.length ? " …" : "");
  return parts;
}

/** @type {(hit: Hit) => HTMLElement} */
function shown(hit) {
  const link = element("a", "");
  link.setAttribute("href", `${hit.docname}.html#${hit.anchor}`);
  if (hit.parents.length) link.append(element("span", "search-where", hit.parents.join(" › ")), " ");
  link.append(element("span", "search-heading", hit.heading));
  const item = element("li", "", link);
  if (hit.sentence) item.append(element("p", "context", ...marked(hit.sentence, hit.marks)));
  return item;
}

/** @type {(words: Record<string, string>, query: string, found: Found) => string} */
function summary(words, query, { hits, count, unknown }) {
  if (!count) return fill(words.none, { query });
  const name = count > hits.length ? "some" : count === 1 ? "one" : "many";
  const said = fill(words[name], { query, count, shown: hits.length });
  return unknown.length ? `${said} ${fill(words.unknown, { words: unknown.join(", ") })}` : said;
}

/** @type {(query: string) => void} */
function display(query) {
  const place = document.getElementById("search-results");
  if (!place || !index) return;
  const found = index.find(query);
  const [said, help, list] = [".search-summary", ".search-help", "ul.search"].map(
    (part) => /** @type {HTMLElement} */ (place.querySelector(part)),
  );
  said.textContent = summary(/** @type {Record<string, string>} */ (place.dataset), query, found);
  help.hidden = found.hits.length > 0;
  list.replaceChildren(...found.hits.map(shown));
}

window.Search = {
  setIndex(data) {
    index = searchIndex(data);
    if (waiting !== null) display(waiting);
    waiting = null;
  },
  hasIndex: () => index !== null,
  loadIndex(address) {
    document.body.append(Object.assign(document.createElement("script"), { src: address }));
  },
  /* What a query finds, without showing it; the index must be there. */
  find: (query) => index?.find(query),
  /* What search takes for a word. */
  terms: searchTerms,
  performSearch(query) {
    if (index) display(query);
    else waiting = query;
  },
  init() {
    const query = new URLSearchParams(location.search).get("q")?.trim();
    /** @type {NodeListOf<HTMLInputElement>} */
    const boxes = document.querySelectorAll('input[name="q"]');
    if (query) {
      for (const box of boxes) box.value = query;
      window.Search.performSearch(query);
      window.Search.loadIndex(document.getElementById("search-results")?.dataset.index ?? "");
    } else {
      [...boxes].find((box) => box.closest(".bd-search-container"))?.focus();
    }
  },
};

window.Search.init();
