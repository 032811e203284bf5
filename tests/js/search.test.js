/* What search takes for a word is what the index takes for one: every example is Python's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { examples } from "./examples.js";

const [stems] = examples.stems;
const [searchRules] = examples.rules;

class SearchStemmer {
  stemWord(word) {
    return stems[word];
  }
}

/* What the page loads before its scripts. */
globalThis.window = { factbook: { SearchStemmer, searchRules } };
const { searchTerms } = await import("../../src/factbook/theme/scripts/search-terms.js");

for (const [text, tokens] of examples.terms) {
  test(`the terms of «${text}»`, () => {
    const found = searchTerms(text).map(({ start, end, terms }) => [start, end, terms]);
    assert.deepEqual(found, tokens);
  });
}
