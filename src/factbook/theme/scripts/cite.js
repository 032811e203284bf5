/* A control beside every heading, figure and table that opens its citation, in the form the reader prefers. What it says
   stands in a template of the page: without scripts there is neither control nor panel. */
import * as beside from "./beside.js";
import * as citing from "./citing.js";
import { copy } from "./clipboard.js";

const template = /** @type {HTMLTemplateElement} */ (document.getElementById("cite"));
const words = /** @type {Record<"open" | "copied" | "failed", string>} */ (template?.dataset);
const FORM = "book:citation";
/** @type {HTMLElement} */
let box;
/** What is cited, and the control that opened it.
   @type {{ control: HTMLElement, label: string } | null} */
let open = null;
let pressedInside = false;

/** @type {(name: string) => HTMLElement} */
const part = (name) => /** @type {HTMLElement} */ (box.querySelector(`.cite-${name}`));

const checked = () => /** @type {HTMLInputElement} */ (box.querySelector("input:checked"));

/** @type {() => string} */
const chosen = () => checked().value;

function build() {
  box = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  /** @type {HTMLInputElement | null} */
  const kept = box.querySelector(`input[value="${CSS.escape(localStorage.getItem(FORM) ?? "")}"]`);
  if (kept) kept.checked = true;
  box.addEventListener("change", () => {
    localStorage.setItem(FORM, chosen());
    show();
  });
  part("close").addEventListener("click", () => close(true));
  part("copy").addEventListener("click", copyForm);
  part("save").addEventListener("click", save);
  document.body.append(box);
}

function show() {
  if (!open) return;
  const { text, html } = citing.form(open.label, chosen());
  const shown = part("form");
  if (html) shown.innerHTML = html;
  else shown.textContent = text;
  shown.classList.toggle("cite-code", !html);
  part("save").hidden = !citing.formats[chosen()];
  part("said").textContent = "";
  beside.place(box, open.control);
}

/** @type {(control: HTMLElement, label: string) => Promise<void>} */
async function openAt(control, label) {
  await citing.loadPlaces();
  if (!box) build();
  if (open) hide();
  open = { control, label };
  control.setAttribute("aria-expanded", "true");
  part("what").textContent = citing.title(label);
  part("address").textContent = citing.address(label);
  box.hidden = false;
  show();
  checked().focus({ preventScroll: true });
}

function hide() {
  open?.control.setAttribute("aria-expanded", "false");
  beside.hide(box);
  open = null;
}

/** The focus returns to the control if it was inside, or if that is asked for.
   @type {(goBack: boolean) => void} */
function close(goBack) {
  if (!open) return;
  const { control } = open;
  const inside = box.contains(document.activeElement);
  hide();
  if (goBack || inside) control.focus({ preventScroll: true });
}

async function copyForm() {
  if (!open) return;
  const said = part("said");
  said.textContent = "";
  const done = await copy(citing.form(open.label, chosen()), part("form"));
  said.textContent = done ? words.copied : words.failed;
}

function save() {
  if (!open) return;
  const { ending, type } = citing.formats[chosen()];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([citing.form(open.label, chosen()).text], { type }));
  link.download = `${open.label}.${ending}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** @type {(label: string) => HTMLElement} */
function control(label) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "cite-open";
  made.textContent = words.open;
  made.setAttribute("aria-haspopup", "dialog");
  made.setAttribute("aria-expanded", "false");
  made.addEventListener("click", () => {
    if (open?.control === made) return close(true);
    return openAt(made, label).catch((error) => {
      made.hidden = true;
      console.warn("Nothing can be cited.", error);
    });
  });
  return made;
}

/** @type {NodeListOf<HTMLAnchorElement>} */
const headings = document.querySelectorAll(".bd-article a.headerlink:not(.twin)");
for (const link of headings) {
  const label = decodeURIComponent(link.hash.slice(1));
  if (link.closest("section, figure, table")?.id === label) link.after(control(label));
}

document.addEventListener("keydown", (event) => {
  if (!open) return;
  if (event.key === "Escape") close(true);
  else if (event.key === "Tab" && box.contains(document.activeElement) && beside.atEdge(box, event.shiftKey)) {
    event.preventDefault();
    close(true);
  }
});
document.addEventListener("pointerdown", ({ target }) => {
  pressedInside = Boolean(box?.contains(/** @type {Node} */ (target)));
});
document.addEventListener("pointerup", (event) => {
  const target = /** @type {Node} */ (event.target);
  if (open && !pressedInside && !box.contains(target) && !open.control.contains(target)) close(false);
});
window.addEventListener("resize", () => open && beside.place(box, open.control));
