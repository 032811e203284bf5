/* The words of a query: which terms of the index stand for each, and how well. */
import { isFigure } from "./search-index.js";
import { searchTerms } from "./search-terms.js";

/** @import { Index } from "./search-index.js" */

/* How well a term of the index fits a word: its stem, its beginning, somewhere in it, its pieces, another name for it,
   almost it. */
const FIT = { stem: 0.92, start: 0.6, inside: 0.45, pieces: 0.85, synonym: 0.8, almost: 0.5 };
/* How much less a word counts that a question has and its answer need not. */
const IDLE = 0.2;

/** @type {(term: string) => boolean} */
const isKorean = (term) => /^[가-힣]/.test(term);
/** @type {(term: string) => boolean} */
const isShort = (term) => term.length < (isKorean(term) ? 2 : 3);

/** Whether two words differ by one letter, or by two neighbours changed round. Korean is compared letter by letter of
   its syllables: 디지탈 and 디지털 differ in one.
   @type {(one: string, other: string) => boolean} */
function isAlmost(one, other) {
  if (Math.abs(one.length - other.length) > 1 || one === other) return one === other;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end++;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left === [...right].reverse().join(""));
}

/** The fewest known words that a word is written together from: 시장규모, 디지털트윈. One syllable may be left over.
   @type {(word: string, index: Index) => string[]} */
function piecesOf(word, index) {
  const shortest = isKorean(word) ? 2 : 4;
  /** @type {{ cost: number, pieces: string[] }[]} */
  const best = [{ cost: 0, pieces: [] }];
  for (let end = 1; end <= word.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = best[start];
      const piece = word.slice(start, end);
      const isOdd = isKorean(word) && piece.length === 1;
      if (!before || piece === word || !(isOdd || (piece.length >= shortest && index.has(piece)))) continue;
      const cost = before.cost + (isOdd ? 3 : 1);
      if (cost > 6 || (best[end] && best[end].cost <= cost)) continue;
      best[end] = { cost, pieces: isOdd ? before.pieces : [...before.pieces, piece] };
    }
  }
  const pieces = best[word.length]?.pieces ?? [];
  return pieces.join("").length >= word.length - 1 ? pieces : [];
}

/** The known words in a compound that is not made of known words only: 국가 and 기술 in 국가기술격차.
   @type {(word: string, index: Index) => string[]} */
function knownIn(word, index) {
  /** @type {string[]} */
  const found = [];
  for (let start = 0; start < word.length - 1; start++) {
    for (let end = Math.min(word.length, start + 6); end > start + 1 && isKorean(word); end--) {
      if (!index.has(word.slice(start, end))) continue;
      found.push(word.slice(start, end));
      start = end - 1;
      break;
    }
  }
  return found.join("").length * 2 >= word.length ? found : [];
}

/* A word of the query: the terms of the index that stand for it, and how well. */
class Word {
  /**
     @param {Pick<Token, "terms">} token
     @param {Index} index
   */
  constructor(token, index) {
    /** @type {Map<string, number>} */
    this.fits = new Map();
    /** @type {string[]} */
    this.pieces = [];
    /** @type {Map<number, number[]>} */
    this.places = new Map();
    this.isRequired = true;
    this.written = "";
    this.index = index;
    this.term = token.terms[0];
    if (isFigure(this.term)) this.accept(this.term, 1);
    else this.look(token.terms);
    this.measure();
    const found = [...this.places.values()].filter((fits) => Math.max(...fits) >= FIT.start).length;
    this.rarity = Math.log(1 + index.sections.length / Math.max(found, 1));
    this.isKnown = this.places.size > 0;
  }

  /** @type {(term: string, fit: number) => void} */
  accept(term, fit) {
    if (this.index.has(term) && fit > (this.fits.get(term) ?? 0)) this.fits.set(term, fit);
  }

  /** @type {(terms: string[]) => void} */
  look(terms) {
    for (const [stage, term] of terms.entries()) this.accept(term, stage ? FIT.stem : 1);
    for (const group of window.factbook.searchRules.synonyms) {
      if (!group.some((name) => terms.includes(name))) continue;
      for (const name of group) this.accept(name, FIT.synonym);
    }
    for (const term of terms) {
      if (isShort(term)) continue;
      for (const word of this.index.words) {
        if (word.startsWith(term)) this.accept(word, word === term ? 0 : FIT.start);
        else if ((isKorean(term) || term.length > 4) && word.includes(term)) this.accept(word, FIT.inside);
      }
    }
    for (const term of terms) {
      const pieces = piecesOf(term, this.index);
      const isWhole = pieces.join("") === term || !this.fits.has(term);
      if (isWhole && pieces.length > this.pieces.length) this.pieces = pieces;
    }
    if (!this.fits.size && !this.pieces.length) this.lookForAlmost(terms);
    if (!this.fits.size && !this.pieces.length) this.pieces = knownIn(terms[terms.length - 1], this.index);
    if (!this.fits.size && isShort(terms[0])) {
      for (const word of this.index.words)
        if (word.startsWith(terms[0]) && word.length < 4) this.accept(word, FIT.almost);
    }
  }

  /** @type {(terms: string[]) => void} */
  lookForAlmost(terms) {
    for (const term of terms) {
      const letters = term.normalize("NFD");
      if (letters.length < 5) continue;
      for (const word of this.index.words) if (isAlmost(letters, word.normalize("NFD"))) this.accept(word, FIT.almost);
    }
  }

  /* Whether the book writes it as one word, or not at all; else its pieces are looked for. */
  get isOneWord() {
    return !this.pieces.length || Math.max(0, ...this.fits.values()) >= FIT.synonym;
  }

  /* How well the word fits each section, by field. */
  measure() {
    /** @type {(place: number, field: number, fit: number) => void} */
    const raise = (place, field, fit) => {
      const fits = this.places.get(place) ?? [0, 0, 0];
      fits[field] = Math.max(fits[field], fit);
      this.places.set(place, fits);
    };
    this.index.fields.forEach((terms, field) => {
      for (const [term, fit] of this.fits) for (const place of terms.get(term) ?? []) raise(place, field, fit);
    });
    if (this.pieces.length) {
      this.index.fields.forEach((terms, field) => {
        const [first, ...rest] = this.pieces.map((piece) => new Set(terms.get(piece) ?? []));
        for (const place of first) if (rest.every((places) => places.has(place))) raise(place, field, FIT.pieces);
      });
    }
  }

  /** How well a token of a text fits, and which of its terms.
     @type {(token: Token) => Fit} */
  fit(token) {
    let best = { fit: 0, term: "" };
    for (const term of token.terms) {
      const fit = this.fits.get(term) ?? (this.pieces.includes(term) ? FIT.pieces / this.pieces.length : 0);
      if (fit > best.fit) best = { fit, term };
    }
    return best;
  }
}

/** The words of a query. Those that a question has and its answer need not are never required.
   @type {(query: string, index: Index) => Word[]} */
function wordsOf(query, index) {
  const idle = new Set(window.factbook.searchRules.idle);
  const tokens = searchTerms(query);
  const words = tokens.flatMap((token, place) => {
    const whole = new Word(token, index);
    const before = tokens[place - 1];
    const isUnit = before && isFigure(before.terms[0]) && before.end === token.start;
    const isIdle = isUnit || token.terms.some((term) => idle.has(term) || (isKorean(term) && term.length === 1));
    const parts = whole.isOneWord ? [whole] : whole.pieces.map((piece) => new Word({ terms: [piece] }, index));
    for (const word of parts) {
      word.isRequired = !isIdle;
      if (isIdle) word.rarity *= IDLE;
      word.written = query.slice(token.start, token.end);
    }
    return parts;
  });
  if (!words.some((word) => word.isRequired)) for (const word of words) word.isRequired = true;
  return words;
}

export { FIT, Word, wordsOf };
