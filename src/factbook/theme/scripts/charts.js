/* Live charts in place of their pictures: drawn when they come into view, from one script for the site. */
import * as points from "./chart-points.js";
import { load } from "./load.js";
import { current } from "./rate.js";

/* Beside the languages, since they share it. */
const VEGA = "../_static/vega.js";
const charts = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".chart"))];
/** The drawing of each chart that is live or becoming so.
   @type {Map<HTMLElement, Promise<VegaView | undefined>>} */
const drawn = new Map();
/** Won per dollar as the reader chose it, or nothing.
   @type {number | undefined} */
let rate;

/** @type {(chart: HTMLElement) => ChartSpec} */
function specOf(chart) {
  return JSON.parse(chart.querySelector(".chart-spec")?.textContent ?? "");
}

/** @type {(spec: ChartSpec) => { value: number } | undefined} */
const rateOf = (spec) => spec.params?.find(({ name }) => name === "rate");

/** The rate a chart was made with; nothing where it shows no won.
   @type {(spec: ChartSpec) => number | undefined} */
function ownRate(spec) {
  return rateOf(spec)?.value;
}

/** A group of buttons is named by the words before it.
   @type {(controls: Element) => void} */
function nameControls(controls) {
  for (const group of controls.querySelectorAll(".vega-bind:has(.vega-bind-radio)")) {
    group.setAttribute("role", "radiogroup");
    group.setAttribute("aria-label", group.querySelector(".vega-bind-name")?.textContent.trim() ?? "");
  }
}

/** Draws the chart unseen, at the size of its picture, and only then takes the picture away. Expressions are
   interpreted (`ast`), not compiled: no rule of the page's security needs to allow programs made from text.
   @type {(chart: HTMLElement) => Promise<VegaView | undefined>} */
async function draw(chart) {
  const view = /** @type {HTMLElement} */ (chart.querySelector(".chart-view"));
  const controls = chart.querySelector(".chart-controls");
  const picture = /** @type {SVGSVGElement} */ (view.querySelector("svg"));
  const live = document.createElement("div");
  live.className = "chart-live";
  live.ariaHidden = "true";
  live.style.maxWidth = `${picture.width.baseVal.value}px`;
  try {
    await load(VEGA);
    const spec = specOf(chart);
    spec.description = view.getAttribute("aria-label") ?? "";
    const asked = rateOf(spec);
    if (rate && asked) asked.value = rate;
    view.append(live);
    const { view: running } = await window.vegaEmbed(live, spec, {
      ast: true,
      renderer: "svg",
      actions: false,
      defaultStyle: false,
      bind: controls ?? undefined,
      /** @type {(handler: unknown, event: MouseEvent, item: unknown, value: unknown) => void} */
      tooltip: (_, event, __, value) => points.hover(event, value),
    });
    if (controls) nameControls(controls);
    picture.remove();
    live.classList.add("drawn");
    points.watch(chart, live);
    return running;
  } catch (error) {
    live.remove();
    drawn.delete(chart);
    console.warn(`${chart.dataset.chart}: the picture stays in place of the live chart.`, error);
    return undefined;
  }
}

/** @type {(chart: HTMLElement) => Promise<VegaView | undefined>} */
function enliven(chart) {
  const drawing = drawn.get(chart) ?? draw(chart);
  drawn.set(chart, drawing);
  return drawing;
}

/** Every chart that shows won at a rate follows the reader's, and a picture at another is no longer right.
   @type {(chosen: number) => Promise<void>} */
async function follow(chosen) {
  rate = chosen || undefined;
  for (const chart of charts) {
    const own = ownRate(specOf(chart));
    if (!own || (!drawn.has(chart) && (rate ?? own) === own)) continue;
    const view = await enliven(chart);
    await view?.signal("rate", rate ?? own).runAsync();
  }
}

function watchCharts() {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        enliven(/** @type {HTMLElement} */ (target));
      }
    },
    { rootMargin: "300px 0px" },
  );
  for (const chart of charts) observer.observe(chart);
}

document.addEventListener("factbook:rate", ({ detail }) => follow(detail.rate));
/* Once all scripts of the page have run. */
document.addEventListener("DOMContentLoaded", () => {
  const chosen = Number(current());
  if (chosen) follow(chosen);
  watchCharts();
});
