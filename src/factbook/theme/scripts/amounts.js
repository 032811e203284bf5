/* Says an amount of money as factbook/languages says it, exactly: whole numbers of any size, halves away from zero. */

/** A decimal as a whole number of units of its last place: 1350.5 is 13505 at 1 place.
   @type {(text: string) => { units: bigint, places: number }} */
function decimal(text) {
  const [whole, fraction = ""] = text.split(".");
  return { units: BigInt(whole + fraction), places: fraction.length };
}

/** @type {(exponent: number) => bigint} */
const power = (exponent) => 10n ** BigInt(exponent);
/** @type {(a: bigint, b: bigint) => bigint} */
// biome-ignore lint/complexity/useMathMinMax: Math.min takes no whole numbers of any size
const smaller = (a, b) => (a < b ? a : b);
/** @type {(digits: string) => string} */
const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ",");

/** The product of two decimals, as text.
   @type {(a: string, b: string) => string} */
function times(a, b) {
  const [one, other] = [decimal(a), decimal(b)];
  return text(one.units * other.units, one.places + other.places);
}

/** @type {(units: bigint, places: number) => string} */
function text(units, places) {
  const digits = units.toString().padStart(places + 1, "0");
  return places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits;
}

/** Digits down to the place of ulp, grouped by thousands; both are in units of the same place.
   @type {(units: bigint, ulp: bigint, places: number) => string} */
function show(units, ulp, places) {
  let shown = places;
  for (; shown > 0 && ulp % 10n === 0n; ulp /= 10n) shown -= 1;
  const [whole, fraction] = text(units / power(places - shown), shown).split(".");
  return fraction ? `${grouped(whole)}.${fraction}` : grouped(whole);
}

/** A decimal in digits, to at most so many places.
   @type {(value: string, most: number) => string} */
function digits(value, most) {
  const { units, places } = decimal(value);
  const shown = Math.min(places, most);
  const ulp = power(places - shown);
  return show(rounded(units, ulp), ulp, places);
}

/** @type {(units: bigint, ulp: bigint) => bigint} */
const rounded = (units, ulp) => ((2n * units + ulp) / (2n * ulp)) * ulp;

/** 2조 9,280억 원: a block for each scale that is not empty.
   @type {(units: bigint, ulp: bigint, places: number, words: Money) => string} */
function inBlocks(units, ulp, places, { scales, currency }) {
  const blocks = [];
  let rest = units;
  for (const [name, exponent] of scales) {
    const size = power(exponent + places);
    if (rest >= size) blocks.push(grouped((rest / size).toString()) + name);
    rest %= size;
  }
  if (!rest && blocks.length) return `${blocks.join(" ")} ${currency}`;
  return [...blocks, show(rest, smaller(ulp, power(places)), places)].join(" ") + currency;
}

/** KRW 2.928 trillion: the largest scale that fits, and none finer than the last digit.
   @type {(units: bigint, ulp: bigint, places: number, words: Money) => string} */
function inOneScale(units, ulp, places, { scales, currency }) {
  const sized = scales.map(([name, exponent]) => ({ name, exponent, size: power(exponent + places) }));
  const [largest] = sized.filter(({ size }) => size <= units);
  const coarser = sized.filter(({ size }) => size >= ulp && size > units).at(-1);
  const scale =
    largest && largest.size >= ulp
      ? largest
      : (largest || ulp >= sized[sized.length - 1].size) && coarser
        ? coarser
        : largest;
  if (!scale) return `${currency} ${show(units, smaller(ulp, power(places)), places)}`;
  const shown = show(units, smaller(ulp, scale.size), places + scale.exponent);
  return `${currency} ${withoutIdleZeros(shown)} ${scale.name}`;
}

/** Without the zeros after the point that exceed three digits: 732.0 is 732, 3.0 stays.
   @type {(digits: string) => string} */
function withoutIdleZeros(digits) {
  let kept = digits;
  while (kept.includes(".") && /[0.]$/.test(kept)) {
    if (kept.endsWith("0") && kept.replace(/\D/g, "").replace(/^0+/, "").length <= 3) break;
    kept = kept.slice(0, -1);
  }
  return kept;
}

/** @type {Record<string, typeof inBlocks>} */
const NOTATIONS = { ko: inBlocks, en: inOneScale };

/** value and ulp, the unit of the last digit, are decimals as text; words are those of the language (extension/rate.py).
   @type {(language: string, value: string, ulp: string, words: Money, qualifier?: string) => string} */
function say(language, value, ulp, words, qualifier = "") {
  const [amount, step] = [decimal(value), decimal(ulp)];
  const places = Math.max(amount.places, step.places);
  const [units, unit] = [amount, step].map((one) => one.units * power(places - one.places));
  const said = NOTATIONS[language](rounded(units, unit), unit, places, words);
  return words.hedges[qualifier].replace("{0}", said);
}

export { digits, say, times };
