/* The panel in which a reader chooses a rate: the report's, the average of a year, or one's own. */
import { fill } from "./fill.js";
import { choose, current, shown } from "./rate.js";

/* Digits grouped by thousands or not, and at most two after the point: «1,350», «1350.5». */
const NUMBER = /^([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]{1,2})?$/;

/** @type {(control: HTMLElement, panel: HTMLFormElement) => void} */
function setUp(control, panel) {
  const toggle = /** @type {HTMLElement} */ (control.querySelector(".rate-toggle"));
  const choices = /** @type {RadioNodeList} */ (panel.elements.namedItem("rate"));
  const listed = /** @type {HTMLInputElement[]} */ ([...choices]);
  /* The last choice is a rate of the reader's own. */
  const other = listed[listed.length - 1];
  const own = /** @type {HTMLInputElement} */ (panel.elements.namedItem("own"));
  const error = /** @type {Element} */ (panel.querySelector(".rate-error"));
  const words = /** @type {Record<"low" | "high" | "errorNumber" | "errorRange", string>} */ (control.dataset);
  /** @type {(text: string) => number} */
  const number = (text) => Number(text.replaceAll(",", ""));
  const { low, high } = words;
  /** A rate as typed, in plain digits; throws what is wrong with it, in words.
     @type {(typed: string) => string} */
  function read(typed) {
    const text = typed.normalize("NFKC").trim();
    if (!NUMBER.test(text)) throw new RangeError(words.errorNumber);
    if (number(text) < number(low) || number(text) > number(high)) {
      throw new RangeError(fill(words.errorRange, { low, high }));
    }
    return text
      .replaceAll(",", "")
      .replace(/^0+/, "")
      .replace(/(\.[0-9]*?)0+$/, "$1")
      .replace(/\.$/, "");
  }

  /** @type {(message: string) => void} */
  function complain(message) {
    error.textContent = message;
    if (message) own.setAttribute("aria-invalid", "true");
    else own.removeAttribute("aria-invalid");
  }

  function takeOwn() {
    try {
      const typed = read(own.value);
      complain("");
      choose(typed);
      return true;
    } catch (wrong) {
      if (!(wrong instanceof RangeError)) throw wrong;
      complain(wrong.message);
      own.focus();
      return false;
    }
  }

  /* The panel shows the rate that is in force, wherever it was chosen. */
  function reflect() {
    const chosen = listed.find(({ value }) => value === current()) ?? other;
    chosen.checked = true;
    if (chosen === other) own.value = shown(current());
    complain("");
  }

  /** @type {(opened: boolean) => void} */
  function open(opened) {
    panel.hidden = !opened;
    toggle.setAttribute("aria-expanded", String(opened));
    if (opened) reflect();
  }

  toggle.addEventListener("click", () => open(Boolean(panel.hidden)));
  panel.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== "rate") return;
    complain("");
    if (target.value) choose(target.value);
    else if (own.value) takeOwn();
  });
  own.addEventListener("input", () => (other.checked = true));
  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = choices.value;
    if (chosen || takeOwn()) {
      open(false);
      toggle.focus();
    }
  });
  control.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    open(false);
    toggle.focus();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!panel.hidden && !control.contains(/** @type {Node} */ (target))) open(false);
  });
  control.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !control.contains(/** @type {Node} */ (relatedTarget))) open(false);
  });
  document.addEventListener("factbook:rate", reflect);
  reflect();
}

/** @type {HTMLFormElement | null} */
const panel = document.querySelector(".rate-panel");
/** @type {HTMLElement | null | undefined} */
const control = panel?.closest(".rate");
if (control && panel) setUp(control, panel);
