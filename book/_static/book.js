/* Live charts in place of their pictures, and the way to the same section in the other language. */
(() => {
  "use strict";

  const LANGUAGE = "book:language";
  const vegaAddress = new URL("../../_static/vega.js", document.currentScript.src);
  let vega;

  /* One script for all charts of the site, asked for by the first that is needed. A classic one: it loads from a disk. */
  function loadVega() {
    vega ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = vegaAddress;
      script.onload = () => resolve(window.vegaEmbed);
      script.onerror = () => reject(new Error(`not found: ${vegaAddress}`));
      document.head.append(script);
    });
    return vega;
  }

  /* Draws the chart unseen, at the size of its picture, and only then takes the picture away. */
  async function enliven(chart) {
    const view = chart.querySelector(".chart-view");
    const picture = view.querySelector("svg");
    const live = document.createElement("div");
    live.className = "chart-live";
    live.style.maxWidth = `${picture.width.baseVal.value}px`;
    try {
      const embed = await loadVega();
      const spec = JSON.parse(chart.querySelector(".chart-spec").textContent);
      spec.description = view.getAttribute("aria-label");
      view.append(live);
      await embed(live, spec, {
        renderer: "svg",
        actions: false,
        defaultStyle: false,
        ast: true,
        bind: chart.querySelector(".chart-controls") ?? undefined,
      });
      picture.remove();
      live.classList.add("drawn");
    } catch (error) {
      live.remove();
      console.warn(`${chart.dataset.chart}: the picture stays in place of the live chart.`, error);
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
    document.querySelectorAll(".chart").forEach((chart) => observer.observe(chart));
  }

  /* The address of the section being read: the one that was asked for while its heading is in view (the last of a page
     cannot reach the top), else the last whose heading has passed the upper third of the window. */
  function currentSection() {
    if (window.scrollY < 80) return "";
    const asked = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const top = asked ? asked.getBoundingClientRect().top : -1;
    if (0 <= top && top < window.innerHeight) return location.hash;
    const passed = [...document.querySelectorAll(".bd-article section[id]")].filter(
      (section) => section.getBoundingClientRect().top < window.innerHeight / 3,
    );
    return passed.length ? `#${passed.at(-1).id}` : "";
  }

  function remember(language) {
    try {
      localStorage.setItem(LANGUAGE, language);
    } catch {
      /* A browser that keeps nothing: the title page will ask again. */
    }
  }

  function watchLanguage() {
    for (const link of document.querySelectorAll(".language-switch")) {
      for (const before of ["pointerdown", "focus", "keydown"]) {
        link.addEventListener(before, () => (link.hash = currentSection()));
      }
    }
    for (const link of document.querySelectorAll(".language-switch, a.twin")) {
      link.addEventListener("click", () => remember(link.hreflang));
    }
  }

  watchCharts();
  watchLanguage();
})();
