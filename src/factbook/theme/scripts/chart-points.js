/* The points of live charts, read by pointer, by touch and by keyboard: what a point says, beside it. */

const GAP = 12;
const FINGER = 22;
/**
   @typedef {object} Item What Vega draws: its mark, the row that it stands for, what a tooltip says of it.
   @property {unknown} tooltip
   @property {{ marktype: string }} mark
   @property {Record<symbol, number>} datum
 */
/** @typedef {{ element: Element, item: Item, text: string }} Point */

const tip = document.createElement("dl");
tip.className = "chart-tip";
tip.ariaHidden = "true";
tip.hidden = true;
const ring = document.createElement("span");
ring.className = "chart-ring";

/** What a point says, as pairs of a name and a value.
   @type {(value: unknown) => [name: string, value: unknown][]} */
function said(value) {
  return typeof value === "object" && value ? Object.entries(value) : [["", String(value)]];
}

/** @type {(value: unknown) => string} */
function words(value) {
  return said(value)
    .map((pair) => pair.filter(Boolean).join(": "))
    .join(", ");
}

/** Shows what a point says beside a place in the window, where there is room for it.
   @type {(value: unknown, x: number, y: number) => void} */
function show(value, x, y) {
  tip.replaceChildren(
    ...said(value).flatMap(([name, text]) => {
      const [term, description] = ["dt", "dd"].map((tag) => document.createElement(tag));
      term.textContent = name;
      description.textContent = String(text);
      return [term, description];
    }),
  );
  if (!tip.isConnected) document.body.append(tip);
  tip.hidden = false;
  const { width, height } = tip.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  tip.style.left = `${Math.max(GAP, x + GAP + width > clientWidth ? x - GAP - width : x + GAP)}px`;
  tip.style.top = `${Math.max(GAP, y + GAP + height > window.innerHeight ? y - GAP - height : y + GAP)}px`;
}

function hide() {
  tip.hidden = true;
  ring.remove();
}

/** What is said of the point under the pointer; nothing where there is none.
   @type {(event: MouseEvent, value: unknown) => void} */
function hover(event, value) {
  if (value === null || value === undefined || value === "") hide();
  else {
    ring.remove();
    show(value, event.clientX, event.clientY);
  }
}

/** The place of a row in a chart's data: Vega counts the rows as it reads them.
   @type {(row: Record<symbol, number>) => number} */
function order(row) {
  const [key] = Object.getOwnPropertySymbols(row).filter(({ description }) => description === "vega_id");
  return row[key];
}

/** The points of a live chart in the order of its data, each once: a line is no point, and a label says what its mark
   says. Vega's renderer keeps the item that an element draws as its `__data__`.
   @type {(live: HTMLElement) => Point[]} */
function pointsOf(live) {
  /** @type {Map<string, Point>} */
  const found = new Map();
  for (const element of live.querySelectorAll("svg *")) {
    const item = /** @type {{ __data__?: Item }} */ (/** @type {unknown} */ (element)).__data__;
    if (!item?.tooltip || item.mark.marktype === "line") continue;
    const text = words(item.tooltip);
    if ((found.get(text)?.item.mark.marktype ?? "text") === "text") found.set(text, { element, item, text });
  }
  return [...found.values()].sort((one, other) => order(one.item.datum) - order(other.item.datum));
}

/** The point that a finger means: the one under it, else the nearest within its width.
   @type {(live: HTMLElement, x: number, y: number) => unknown} */
function nearest(live, x, y) {
  const near = pointsOf(live).map((point) => {
    const { left, right, top, bottom } = point.element.getBoundingClientRect();
    return { point, far: Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) };
  });
  const best = near.reduce((one, other) => (other.far < one.far ? other : one));
  return best.far < FINGER ? best.point.item.tooltip : undefined;
}

/** Marks the point that the slider names, and says it in sight and aloud.
   @type {(slider: HTMLInputElement, chart: HTMLElement, live: HTMLElement) => void} */
function read(slider, chart, live) {
  const points = pointsOf(live);
  const point = points[Math.min(Number(slider.value), points.length - 1)];
  if (!point) return;
  slider.max = String(points.length - 1);
  slider.ariaValueText = `${point.text} (${Number(slider.value) + 1}/${points.length})`;
  if (!slider.matches(":focus")) return;
  const [place, frame] = [point.element, chart].map((element) => element.getBoundingClientRect());
  const [x, y] = [place.left + place.width / 2, place.top + place.height / 2];
  show(point.item.tooltip, x, y);
  ring.style.left = `${x - frame.left}px`;
  ring.style.top = `${y - frame.top}px`;
  chart.append(ring);
}

/** A slider over the points, since every browser and every screen reader knows how to move one: arrows, Home, End,
   a swipe. It is seen as the ring around the point, not as itself.
   @type {(chart: HTMLElement, live: HTMLElement) => void} */
function watch(chart, live) {
  const slider = document.createElement("input");
  Object.assign(slider, {
    type: "range",
    className: "chart-slider",
    min: 0,
    max: pointsOf(live).length - 1,
    value: 0,
  });
  slider.ariaLabel = chart.dataset.points ?? null;
  const again = () => read(slider, chart, live);
  slider.addEventListener("input", again);
  /* After the page has scrolled to it. */
  slider.addEventListener("focus", () => requestAnimationFrame(again));
  slider.addEventListener("blur", hide);
  again();
  chart.querySelector(".chart-view")?.after(slider);
  /* Vega follows a pointer that moves; a tap does not. */
  live.addEventListener("click", (event) => hover(event, nearest(live, event.clientX, event.clientY)));
}

document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
document.addEventListener("pointerdown", hide);
document.addEventListener("scroll", () => (tip.hidden = true), { passive: true });

export { hover, watch };
