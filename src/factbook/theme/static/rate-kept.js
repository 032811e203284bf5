/* The rate that the reader chose, known before the first paint, so that no amount is seen at another first (rate.css). */
(() => {
  "use strict";

  window.factbook ??= /** @type {Factbook} */ ({});
  const { factbook } = window;
  const KEY = "book:rate";
  const RATE = /^[1-9][0-9]{0,5}(\.[0-9]{1,12})?$/;

  function read() {
    const kept = localStorage.getItem(KEY);
    return kept !== null && RATE.test(kept) ? kept : null;
  }

  /** Without a rate, the report's is in force.
     @type {(rate: string | null) => void} */
  function write(rate) {
    if (rate === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, rate);
  }

  factbook.keptRate = { KEY, read, write };
  const kept = read();
  if (kept) document.documentElement.dataset.rate = kept;
})();
