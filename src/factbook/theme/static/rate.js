/* The rate is the reader's: won amounts that are dollars converted follow it, here, on every page and in every tab. */
(() => {
  "use strict";

  window.factbook ??= /** @type {Factbook} */ ({});
  const { factbook } = window;
  /**
     @typedef {object} Watched An amount on the page, what it shows at the report's rate, and what is added at another.
     @property {HTMLElement} element
     @property {Element} link
     @property {string} printed
     @property {boolean} stays
     @property {HTMLElement | null} added
   */

  /** @type {HTMLElement | null} */
  const control = document.querySelector(".rate");
  if (!control) return;

  const { amounts, keptRate } = factbook;
  const root = document.documentElement;
  const words = /** @type {Record<string, string>} */ (control.dataset);
  const money = JSON.parse(words.money);
  const report = words.report;
  /** @type {NodeListOf<HTMLElement>} */
  const following = document.querySelectorAll("data[data-usd]");
  const numbers = "stays" in words ? [] : [...following].map(watched);
  let rate = report;

  /** @type {(template: string, values: Record<string, string | number>) => string} */
  const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  /** @type {(value: string) => string} */
  const shown = (value) => amounts.digits(value, 2);

  /** A won amount, as the report has it. What stands at the report's rate stays, and the reader's comes after it.
     @type {(element: HTMLElement) => Watched} */
  function watched(element) {
    const link = element.closest("a.fact") ?? element;
    return { element, link, printed: element.textContent, stays: element.dataset.rate !== undefined, added: null };
  }

  /** @type {(number: Watched) => string} */
  function said({ element }) {
    const { usd = "", ulp = "", qualifier } = element.dataset;
    return amounts.say(root.lang, amounts.times(usd, rate), ulp, money, qualifier);
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
  function choose(chosen) {
    if (chosen === rate) return;
    apply(chosen);
    keptRate.write(chosen === report ? null : chosen);
    const template = chosen === report ? words.back : words.changed;
    const status = /** @type {Element} */ (document.querySelector(".rate-status"));
    status.textContent = fill(template, { rate: shown(chosen), count: numbers.length });
  }

  function followKept() {
    const kept = keptRate.read() ?? report;
    if (kept !== rate) apply(kept);
  }

  factbook.rate = {
    report,
    current: () => Number(rate),
    isReports: () => rate === report,
    exact: () => rate,
    shown,
    fill,
    choose,
  };

  for (const button of document.querySelectorAll(".rate-reset")) {
    button.addEventListener("click", () => choose(report));
  }
  window.addEventListener("storage", ({ key }) => (key === keptRate.KEY || key === null) && followKept());
  /* A page that the browser kept whole, on the way back to it, has heard nothing meanwhile. */
  window.addEventListener("pageshow", ({ persisted }) => persisted && followKept());
  followKept();
  root.dataset.rateReady = "";
})();
