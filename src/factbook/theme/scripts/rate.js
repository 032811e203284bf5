/* The rate is the reader's: won amounts that are dollars converted follow it, here, on every page and in every tab. */
import { digits, say, times } from "./amounts.js";
import { fill } from "./fill.js";
import { KEY, read, write } from "./rate-kept.js";

/**
   @typedef {object} Watched An amount on the page, what it shows at the report's rate, and what is added at another.
   @property {HTMLElement} element
   @property {Element} link
   @property {string} printed
   @property {boolean} stays
   @property {HTMLElement | null} added
 */

/** The control that a page has where its book converts at a rate.
   @type {HTMLElement | null} */
const control = document.querySelector(".rate");
const root = document.documentElement;
const words = /** @type {Record<string, string>} */ (control?.dataset ?? {});
const { report } = words;
/** @type {NodeListOf<HTMLElement>} */
const following = document.querySelectorAll("data[data-usd]");
const numbers = !control || "stays" in words ? [] : [...following].map(watched);
let rate = report;

/** The rate that is in force, as a decimal in text. */
export const current = () => rate;

/** @type {(value: string) => string} */
export const shown = (value) => digits(value, 2);

/** A won amount, as the report has it. What stands at the report's rate stays, and the reader's comes after it.
   @type {(element: HTMLElement) => Watched} */
function watched(element) {
  const link = element.closest("a.fact") ?? element;
  return { element, link, printed: element.textContent, stays: element.dataset.rate !== undefined, added: null };
}

/** @type {(number: Watched) => string} */
function said({ element }) {
  const { usd = "", ulp = "", qualifier } = element.dataset;
  return say(root.lang, times(usd, rate), ulp, JSON.parse(words.money), qualifier);
}

/** @type {(number: Watched) => void} */
function follow(number) {
  const { element, link, printed, stays } = number;
  const changed = rate !== report;
  number.added?.remove();
  number.added = null;
  if (changed) {
    const added = document.createElement("span");
    added.className = stays ? "rate-also" : "rate-was visually-hidden";
    const values = { rate: shown(rate), amount: stays ? said(number) : printed };
    added.textContent = fill(stays ? words.also : words.was, values);
    (stays ? link : element).after(added);
    number.added = added;
  }
  if (stays) return;
  element.textContent = changed ? said(number) : printed;
  link.classList.toggle("rate-follows", changed);
  if (changed) element.title = fill(words.title, { rate: shown(rate), amount: printed });
  else element.removeAttribute("title");
}

/** @type {(chosen: string) => void} */
function apply(chosen) {
  rate = chosen;
  if (rate === report) delete root.dataset.rate;
  else root.dataset.rate = rate;
  numbers.forEach(follow);
  for (const place of document.querySelectorAll(".rate-now")) place.textContent = shown(rate);
  root.dataset.rateReady = "";
  document.dispatchEvent(new CustomEvent("factbook:rate", { detail: { rate: Number(rate) } }));
}

/** A rate that the reader chose, as a decimal in text: applied, kept and said.
   @type {(chosen: string) => void} */
export function choose(chosen) {
  if (chosen === rate) return;
  apply(chosen);
  write(chosen === report ? null : chosen);
  const template = chosen === report ? words.back : words.changed;
  const status = /** @type {Element} */ (document.querySelector(".rate-status"));
  status.textContent = fill(template, { rate: shown(chosen), count: numbers.length });
}

function followKept() {
  const kept = read() ?? report;
  if (kept !== rate) apply(kept);
}

if (control) {
  for (const button of document.querySelectorAll(".rate-reset")) {
    button.addEventListener("click", () => choose(report));
  }
  window.addEventListener("storage", ({ key }) => (key === KEY || key === null) && followKept());
  /* A page that the browser kept whole, on the way back to it, has heard nothing meanwhile. */
  window.addEventListener("pageshow", ({ persisted }) => persisted && followKept());
  followKept();
  root.dataset.rateReady = "";
}
