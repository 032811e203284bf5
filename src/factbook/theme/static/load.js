/* Files that are asked for when they are first needed, once each: classic scripts, since those load from a disk too. */
(() => {
  "use strict";

  window.factbook ??= {};
  const { factbook } = window;
  const loading = new Map();

  function add(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(`not found: ${address}`));
      document.head.append(script);
    });
  }

  factbook.load = (address) => {
    const whole = new URL(address, document.baseURI).href;
    if (!loading.has(whole)) loading.set(whole, add(whole));
    return loading.get(whole);
  };
})();
