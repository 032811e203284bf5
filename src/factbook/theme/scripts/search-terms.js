/* The terms of a text, as factbook/search/terms.py gives them to the index; the rules come from there. */

/** @typedef {RegExpExecArray & { groups: Record<string, string> }} Match */
/**
   @typedef {object} Figure Digits read so far: what they are worth, in `units` of ten to the minus `places`.
   @property {number} end
   @property {bigint} units
   @property {number} places
   @property {number} power
   @property {string[]} pieces
 */

const rules = window.factbook.searchRules;
const STAGES = 3;
const MOST_DIGITS = 20;
const DIGITS = "(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\\.[0-9]+)?";
const TOKEN = new RegExp(`(?<figure>${DIGITS})|(?<korean>[가-힣]+)|(?<latin>[A-Za-z\\u00c0-\\u024f]+)`, "g");
const NEXT_DIGITS = new RegExp(`[ \\u00a0]?(?<digits>${DIGITS})`, "y");
const APART = "(?![가-힣])|(?=원|달러|유로|엔|위안|파운드)";
const stemmer = new window.factbook.SearchStemmer();
const particles = new Set(rules.particles);
/** @type {Map<string, string[]>} */
const known = new Map();

/** @type {Map<string, { becomes: string, after: string, least: number }[]>} */
const endings = new Map();
for (const line of rules.endings) {
  const [written, becomes, after, least] = line.split("|");
  const alike = endings.get(written) ?? [];
  endings.set(written, [...alike, { becomes, after, least: Number(least) }]);
}
const longest = Math.max(...[...endings.keys()].map((written) => written.length));

const scaleWords = Object.keys(rules.powers).sort((a, b) => b.length - a.length);
/** @type {(word: string) => boolean} */
const isLatin = (word) => /^[a-z]/.test(word);
const koreanScales = scaleWords.filter((word) => !isLatin(word)).join("|");
const latinScales = scaleWords.filter(isLatin).join("|");
const SCALE = new RegExp(
  `(?:[ \\u00a0](?=(?:${koreanScales})(?:${APART}))|(?=[가-힣])|[ \\u00a0-]?(?=[A-Za-z]))` +
    `(?<scale>${koreanScales}|(?:${latinScales})(?![A-Za-z]))`,
  "iy",
);
const PERCENT = new RegExp(`[ \\u00a0]?(?:${rules.percent.join("|")})(?![A-Za-z])`, "iy");

/** @type {(pattern: RegExp, text: string, position: number) => Match | null} */
function matchAt(pattern, text, position) {
  pattern.lastIndex = position;
  return /** @type {Match | null} */ (pattern.exec(text));
}

/** @type {(syllable: string, after: string) => boolean} */
function endsIn(syllable, after) {
  if (after === "any") return true;
  const number = syllable.charCodeAt(0) - 0xac00;
  const final = 0 <= number && number <= 0xd7a3 - 0xac00 ? number % 28 : 0;
  if (after === "consonant") return final > 0;
  return after === "vowel" ? final === 0 : final === 0 || final === 8;
}

/** @type {(word: string) => string} */
function withoutEnding(word) {
  for (let length = Math.min(word.length - 1, longest); length > 0; length--) {
    const left = word.slice(0, -length);
    for (const { becomes, after, least } of endings.get(word.slice(-length)) ?? []) {
      if (left.length >= least && endsIn(left.slice(-1), after)) return left + becomes;
    }
  }
  return "";
}

/** @type {(word: string) => string[]} */
function korean(word) {
  if (particles.has(word)) return [];
  const stages = [word];
  while (stages.length <= STAGES) {
    const shorter = withoutEnding(stages[stages.length - 1]);
    if (!shorter) break;
    stages.push(shorter);
  }
  return [...new Set(stages)];
}

/** @type {(word: string) => string[]} */
function latin(word) {
  const plain = word.toLowerCase();
  return plain.length < 2 ? [] : [...new Set([plain, stemmer.stemWord(plain)])];
}

/** A decimal in plain digits, without idle zeros.
   @type {(units: bigint, places: number) => string} */
function plain(units, places) {
  const digits = String(units).padStart(places + 1, "0");
  if (!places) return digits;
  const decimals = digits.slice(-places).replace(/0+$/, "");
  return decimals ? `${digits.slice(0, -places)}.${decimals}` : digits.slice(0, -places);
}

/** @type {(text: string, end: number, written: string) => Figure} */
function scaled(text, end, written) {
  const [whole, decimals = ""] = written.replaceAll(",", "").split(".");
  const digits = BigInt(whole + decimals);
  const places = decimals.length;
  const scale = matchAt(SCALE, text, end);
  if (!scale || whole.length > MOST_DIGITS) return { end, units: digits, places, power: 0, pieces: [] };
  const power = rules.powers[scale.groups.scale.toLowerCase()];
  const units = digits * 10n ** BigInt(power);
  const pieces = [plain(digits, places), plain(units, places)];
  return { end: end + scale[0].length, units, places, power, pieces };
}

/** @type {(larger: Figure, smaller: Figure) => Figure} */
function sum(larger, smaller) {
  const places = Math.max(larger.places, smaller.places);
  /** @type {(figure: Figure) => bigint} */
  const raise = ({ units, places: own }) => units * 10n ** BigInt(places - own);
  const pieces = [...larger.pieces, ...smaller.pieces];
  return { end: smaller.end, units: raise(larger) + raise(smaller), places, power: smaller.power, pieces };
}

/** @type {(text: string, match: Match) => Token} */
function figure(text, match) {
  let read = scaled(text, match.index + match[0].length, match[0]);
  while (read.power) {
    const digits = matchAt(NEXT_DIGITS, text, read.end);
    const smaller = digits && scaled(text, read.end + digits[0].length, digits.groups.digits);
    if (!smaller || smaller.power === 0 || smaller.power >= read.power) break;
    read = sum(read, smaller);
  }
  const value = plain(read.units, read.places);
  const percent = matchAt(PERCENT, text, read.end);
  const terms = percent ? [`${value}%`, ...read.pieces, value] : [value, ...read.pieces];
  return {
    start: match.index,
    end: percent ? read.end + percent[0].length : read.end,
    terms: [...new Set(terms)].map((term) => `#${term}`),
  };
}

/** @type {(match: Match) => string[]} */
function wordTerms(match) {
  const [word] = match;
  const terms = known.get(word) ?? (match.groups.korean ? korean(word) : latin(word));
  known.set(word, terms);
  return terms;
}

/** Every token of a text, in order.
   @type {(text: string) => Token[]} */
export const searchTerms = (text) => {
  /** @type {Token[]} */
  const tokens = [];
  let position = 0;
  for (let match = matchAt(TOKEN, text, 0); match; match = matchAt(TOKEN, text, position)) {
    position = match.index + match[0].length;
    if (match.groups.figure) {
      const token = figure(text, match);
      tokens.push(token);
      position = token.end;
    } else {
      const terms = wordTerms(match);
      if (terms.length) tokens.push({ start: match.index, end: position, terms });
    }
  }
  return tokens;
};
