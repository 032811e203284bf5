/* A browser that keeps nothing, since its reader has blocked that or its disk is full, remembers as long as the page is
   open: whatever asks its storage gets an answer. */

/** @type {() => Pick<Storage, "getItem" | "setItem" | "removeItem">} */
function memory() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, String(value)),
    removeItem: (key) => kept.delete(key),
  };
}

for (const name of /** @type {const} */ (["localStorage", "sessionStorage"])) {
  try {
    window[name].setItem("book:probe", "");
    window[name].removeItem("book:probe");
  } catch {
    Object.defineProperty(window, name, { value: memory() });
  }
}
