/* The scripts of the pages, run as a page runs them, without a page. */
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const FOLDER = new URL("../../src/factbook/theme/static/", import.meta.url);

/** What scripts put on `window.factbook`, beside what is there before. */
export function run(before, ...names) {
  const window = { factbook: { ...before } };
  const context = createContext({ window });
  for (const name of names) runInContext(readFileSync(new URL(name, FOLDER), "utf-8"), context, { filename: name });
  return window.factbook;
}

export const examples = JSON.parse(readFileSync(new URL("examples.json", import.meta.url), "utf-8"));
