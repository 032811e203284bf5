/* Files that are asked for when they are first needed, once each: classic scripts, since those load from a disk too. */

/** @type {Map<string, Promise<void>>} */
const loading = new Map();

/** @type {(address: string) => Promise<void>} */
function add(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(undefined);
    script.onerror = () => reject(new Error(`not found: ${address}`));
    document.head.append(script);
  });
}

/** @type {(address: string) => Promise<void>} */
export const load = (address) => {
  const whole = new URL(address, document.baseURI).href;
  const file = loading.get(whole) ?? add(whole);
  loading.set(whole, file);
  return file;
};
