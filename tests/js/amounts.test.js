/* Won is said and converted as Python does: every example is Python's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { digits, say, times } from "../../src/factbook/theme/scripts/amounts.js";
import { examples } from "./examples.js";

const [money] = examples.money;

test("an amount is said as Python says it", () => {
  for (const [language, value, ulp, qualifier, said] of examples.said) {
    assert.equal(say(language, value, ulp, money[language], qualifier), said, `${value} to ${ulp}`);
  }
});

test("dollars become won at any rate, halves away from zero", () => {
  for (const [language, dollars, rate, ulp, said] of examples.converted) {
    assert.equal(say(language, times(dollars, rate), ulp, money[language]), said, `${dollars} at ${rate}`);
  }
});

test("a rate is shown to two places, or as many as it has", () => {
  for (const [rate, shown] of examples.digits) assert.equal(digits(rate, 2), shown);
});
