/* The ledger: finds, chooses and sorts its rows. Without this script the tables stand complete, in the order of the data. */

/** @typedef {{ text?: string, number?: number, unit?: string }} Key What a cell is sorted by. */

const tools = /** @type {HTMLFormElement} */ (document.querySelector(".ledger-tools"));
const said = /** @type {HTMLElement} */ (tools.querySelector("output"));
/** @type {(name: string) => string} */
const chosen = (name) => /** @type {HTMLInputElement} */ (tools.elements.namedItem(name)).value;
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
/** @type {Record<string, string>} */
const DIRECTIONS = { none: "ascending", ascending: "descending", descending: "none" };

/** «7,320», «7320» and full-width «７３２０» are the same to whoever looks for them.
   @type {(text: string) => string} */
const plain = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(\d),(?=\d)/g, "$1")
    .replace(/\s+/g, " ");

const parts = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".ledger"))].map((table) => ({
  name: table.dataset.part,
  section: /** @type {HTMLElement} */ (table.closest("section")),
  rows: [.../** @type {NodeListOf<HTMLTableRowElement>} */ (table.querySelectorAll("tbody > tr"))].map((element) => ({
    element,
    kind: element.dataset.kind,
    /* Not where it is used: the names of chapters would find hundreds. */
    text: plain(
      [...element.cells]
        .slice(0, -1)
        .map((cell) => cell.textContent)
        .join(" "),
    ),
  })),
}));
const all = parts.reduce((count, { rows }) => count + rows.length, 0);
/** @type {NodeListOf<HTMLElement>} */
const sections = document.querySelectorAll(".bd-article section > section");
const explained = [...sections].filter((one) => !one.querySelector(".ledger"));

function choose() {
  const [part, kind] = [chosen("part"), chosen("kind")];
  const words = plain(chosen("find")).split(" ").filter(Boolean);
  let shown = 0;
  for (const { name, section, rows } of parts) {
    const before = shown;
    for (const row of rows) {
      const fits =
        (!part || part === name) && (!kind || kind === row.kind) && words.every((word) => row.text.includes(word));
      row.element.hidden = !fits;
      shown += Number(fits);
    }
    section.hidden = shown === before;
  }
  /* What is found follows the tools at once. */
  const choosing = words.length > 0 || part !== "" || kind !== "";
  for (const section of explained) section.hidden = choosing;
  const { shown: some = "", none = "" } = said.dataset;
  said.textContent = shown ? some.replace("{shown}", String(shown)).replace("{all}", String(all)) : none;
}

/** What a cell is sorted by. Numbers are of use beside those of their own unit; a cell that has an order has no unit.
   @type {Record<string, (cell: HTMLTableCellElement, row: HTMLTableRowElement) => Key>} */
const KEYS = {
  text: (cell) => ({ text: cell.textContent.trim() }),
  links: (cell) => ({ number: cell.querySelectorAll("a").length }),
  number: (cell, row) =>
    cell.dataset.order
      ? { number: Number(cell.dataset.order) }
      : { unit: row.dataset.unit, number: Number(valueIn(cell, row)) },
};

/** An exact number has no range to show: it is its own.
   @type {(cell: HTMLTableCellElement, row: HTMLTableRowElement) => string} */
function valueIn(cell, row) {
  return (cell.querySelector("data") ?? row.querySelector("data"))?.value ?? "";
}

/** @type {(a: Key, b: Key) => number} */
function compare(a, b) {
  return (
    collator.compare(a.unit ?? "", b.unit ?? "") ||
    (a.number ?? 0) - (b.number ?? 0) ||
    collator.compare(a.text ?? "", b.text ?? "")
  );
}

/** @type {(heading: HTMLTableCellElement, body: HTMLTableSectionElement, inOrder: HTMLTableRowElement[]) => void} */
function sort(heading, body, inOrder) {
  const direction = DIRECTIONS[heading.getAttribute("aria-sort") ?? "none"];
  const line = /** @type {HTMLTableRowElement} */ (heading.parentElement);
  for (const other of line.cells) other.setAttribute("aria-sort", "none");
  heading.setAttribute("aria-sort", direction);
  const rows = [...inOrder];
  if (direction !== "none") {
    const sign = direction === "ascending" ? 1 : -1;
    const key = KEYS[heading.dataset.sort ?? "text"];
    const keys = new Map(rows.map((row) => [row, key(row.cells[heading.cellIndex], row)]));
    rows.sort((a, b) => sign * compare(keys.get(a) ?? {}, keys.get(b) ?? {}));
  }
  body.append(...rows);
}

/** @type {(table: HTMLTableElement) => void} */
function makeSortable(table) {
  const [body] = table.tBodies;
  const inOrder = [...body.rows];
  for (const heading of table.tHead?.rows[0].cells ?? []) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    heading.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => sort(heading, body, inOrder));
  }
}

/* A link to a row or a section leads to it, whatever is chosen. */
function showTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest("[hidden]")) return;
  tools.reset();
  choose();
  target.scrollIntoView();
}

for (const table of document.querySelectorAll(".ledger > table")) makeSortable(/** @type {HTMLTableElement} */ (table));
tools.addEventListener("input", choose);
tools.addEventListener("reset", () => setTimeout(choose));
tools.addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("hashchange", showTarget);
choose();
