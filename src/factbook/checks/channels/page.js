/* A page of stand-ins, for running its script without a browser: a control, amounts, a chart, and the rate that was kept. */
const element = (textContent, dataset) => ({
  textContent,
  dataset,
  style: {},
  closest() { return this; },
  after(other) {
    this.next = other.textContent;
    other.remove = () => delete this.next;
  },
  append(other) { other.onload?.(); },
  remove() {},
  removeAttribute(name) { delete this[name]; },
  getAttribute: () => "",
  addEventListener() {},
  querySelector: () => null,
  querySelectorAll: () => [],
  classList: { toggle() {}, add() {}, remove() {} },
});
const amounts = page.amounts.map(({ printed, ...dataset }) => element(printed, dataset));
const control = element("", page.control);
const spec = JSON.stringify({ params: [{ name: "rate", value: Number(page.control.report) }] });
const picture = { ...element("", {}), width: { baseVal: { value: 1 } } };
const view = { ...element("", {}), querySelector: () => picture };
const parts = { ".chart-spec": element(spec, {}), ".chart-view": view };
const chart = { ...element("", {}), querySelector: (selector) => parts[selector] ?? null };
/* What the chart is drawn at, then what it is set to. */
const drawnAt = [];
const running = { signal: (name, value) => (drawnAt.push([name, value]), { runAsync: async () => {} }) };
const vegaEmbed = async (_, { params }) => (drawnAt.push(...params.map(({ name, value }) => [name, value])), { view: running });
const listeners = [];
const addEventListener = (name, listener) => listeners.push([name, listener]);
const dispatchEvent = (event) => listeners.forEach(([name, listener]) => name === event.type && listener(event));
const window = { addEventListener, vegaEmbed };
const localStorage = { getItem: () => page.rate };
const location = {};
const matchMedia = () => ({});
const console = { warn(_, error) { throw error; } };
class CustomEvent { constructor(name, options) { this.type = name; this.detail = options?.detail; } }
class IntersectionObserver { observe() {} }
class URL { constructor(address) { this.href = address; } }
const document = {
  documentElement: { lang: page.language, dataset: {} },
  head: element("", {}),
  querySelector: (selector) => (selector === ".rate" ? control : null),
  querySelectorAll: (selector) => ({ "data[data-usd]": amounts, ".chart": [chart] })[selector] ?? [],
  getElementById: () => null,
  addEventListener,
  createElement: () => element("", {}),
  dispatchEvent,
};
/* Another tab goes back to the report's rate. */
const back = () => {
  page.rate = null;
  drawnAt.length = 0;
  dispatchEvent({ type: "storage", key: null });
};
const told = () => JSON.stringify({
  amounts: amounts.map(({ textContent, title, next }) => [textContent, title ?? "", next ?? ""]),
  charts: drawnAt,
});
