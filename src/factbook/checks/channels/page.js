/* A page of stand-ins, for running its script without a browser: a control, amounts, and the rate that was kept. */
const element = (textContent, dataset) => ({
  textContent,
  dataset,
  closest() { return this; },
  after(other) { this.next = other; },
  remove() {},
  removeAttribute() {},
  addEventListener() {},
  classList: { toggle() {}, add() {}, remove() {} },
});
const amounts = page.amounts.map(({ printed, ...dataset }) => element(printed, dataset));
const control = element("", page.control);
const window = { addEventListener() {} };
const localStorage = { getItem: () => page.rate };
const location = {};
const matchMedia = () => ({});
class CustomEvent { constructor(name, options) { this.detail = options?.detail; } }
const document = {
  documentElement: { lang: page.language, dataset: {} },
  querySelector: (selector) => (selector === ".rate" ? control : null),
  querySelectorAll: (selector) => (selector === "data[data-usd]" ? amounts : []),
  getElementById: () => null,
  addEventListener() {},
  createElement: () => element("", {}),
  dispatchEvent() {},
};
const told = () => JSON.stringify(amounts.map(({ textContent }) => textContent));
