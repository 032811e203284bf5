/* What search takes for a word is what the index takes for one: every example is Python's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { examples, run } from "./scripts.js";

const [stems] = examples.stems;
const [searchRules] = examples.rules;

class SearchStemmer {
  stemWord(word) {
    return stems[word];
  }
}

const { searchTerms } = run({ SearchStemmer, searchRules }, "search-terms.js");

for (const [text, tokens] of examples.terms) {
  test(`the terms of «${text}»`, () => {
    const found = searchTerms(text).map(({ start, end, terms }) => [start, end, [...terms]]);
    assert.deepEqual([...found], tokens);
  });
}
