/* The rate that the reader chose, as the browser remembers it. */

export const KEY = "book:rate";
const RATE = /^[1-9][0-9]{0,5}(\.[0-9]{1,12})?$/;

export function read() {
  const kept = localStorage.getItem(KEY);
  return kept !== null && RATE.test(kept) ? kept : null;
}

/** Without a rate, the report's is in force.
   @type {(rate: string | null) => void} */
export function write(rate) {
  if (rate === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, rate);
}
