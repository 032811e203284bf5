/* Live charts in place of their pictures: drawn when they come into view, from one script for the site. */
(() => {
  "use strict";

  window.factbook ??= {};
  const { factbook } = window;
  const vegaAddress = new URL("../../_static/vega.js", document.currentScript.src);
  const charts = [...document.querySelectorAll(".chart")];
  /* The drawing of each chart that is live or becoming so. */
  const drawn = new Map();
  /* Won per dollar as the reader chose it, or nothing. */
  let rate;

  function specOf(chart) {
    return JSON.parse(chart.querySelector(".chart-spec").textContent);
  }

  /* The rate a chart was made with; nothing where it shows no won. */
  function ownRate(spec) {
    return spec.params?.find(({ name }) => name === "rate")?.value;
  }

  /* A group of buttons is named by the words before it. */
  function nameControls(controls) {
    for (const group of controls?.querySelectorAll(".vega-bind:has(.vega-bind-radio)") ?? []) {
      group.setAttribute("role", "radiogroup");
      group.setAttribute("aria-label", group.querySelector(".vega-bind-name").textContent.trim());
    }
  }

  /* Draws the chart unseen, at the size of its picture, and only then takes the picture away. Expressions are
     interpreted (`ast`), not compiled: no rule of the page's security needs to allow programs made from text. */
  async function draw(chart) {
    const view = chart.querySelector(".chart-view");
    const controls = chart.querySelector(".chart-controls");
    const picture = view.querySelector("svg");
    const live = document.createElement("div");
    live.className = "chart-live";
    live.ariaHidden = "true";
    live.style.maxWidth = `${picture.width.baseVal.value}px`;
    try {
      await factbook.load(vegaAddress);
      const spec = specOf(chart);
      spec.description = view.getAttribute("aria-label");
      if (rate && ownRate(spec)) spec.params.find(({ name }) => name === "rate").value = rate;
      view.append(live);
      const { view: running } = await window.vegaEmbed(live, spec, {
        ast: true,
        renderer: "svg",
        actions: false,
        defaultStyle: false,
        bind: controls ?? undefined,
        tooltip: (_, event, __, value) => factbook.points.hover(event, value),
      });
      nameControls(controls);
      picture.remove();
      live.classList.add("drawn");
      factbook.points.watch(chart, live);
      return running;
    } catch (error) {
      live.remove();
      drawn.delete(chart);
      console.warn(`${chart.dataset.chart}: the picture stays in place of the live chart.`, error);
      return undefined;
    }
  }

  function enliven(chart) {
    if (!drawn.has(chart)) drawn.set(chart, draw(chart));
    return drawn.get(chart);
  }

  /* Every chart that shows won at a rate follows the reader's, and a picture at another is no longer right. */
  async function follow(chosen) {
    rate = Number(chosen) || undefined;
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
          enliven(target);
        }
      },
      { rootMargin: "300px 0px" },
    );
    for (const chart of charts) observer.observe(chart);
  }

  document.addEventListener("factbook:rate", ({ detail }) => follow(detail.rate));
  /* Once all scripts have run, the one that knows the reader's rate among them. */
  document.addEventListener("DOMContentLoaded", () => {
    const chosen = factbook.rate?.current();
    if (chosen) follow(chosen);
    watchCharts();
  });
})();
