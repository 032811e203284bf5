/* Which sections answer a query, in which order, and with which sentence. */
import { Index } from "./search-index.js";
import { FIT, wordsOf } from "./search-words.js";

/** @import { Word } from "./search-words.js" */
/** @typedef {Record<"heading" | "key" | "text" | "above" | "best", number>} Fits How well a word fits a section. */
/** @typedef {{ text: string, worth: number, phrase: number, score: number }} Best The best of some sentences. */
/**
   @typedef {object} Candidate A section that has words of the query, before and after its sentences are read.
   @property {Section} section
   @property {number} place
   @property {Fits[]} fits
   @property {number} met
   @property {number} rough
   @property {number} score
   @property {string} sentence
 */

/* What a word counts for where it stands: in a heading, in the name of a number that the section says, in the headings
   above, in a sentence; and how much the best sentence and the query as one phrase add. */
const WEIGHT = { heading: 8, key: 2.5, above: 1.5, text: 1.2, sentence: 2.5, phrase: 3, whole: 8 };
/** The lists at the end of the book hold every word; what is written about it comes first.
   @type {Record<string, number>} */
const LISTS = { numbers: 0.45, references: 0.45, codebook: 0.45 };
/* How many words more a list must have than a section to come before it. */
const LISTS_LACK = 1.5;
/* How much a sentence is to be shown before a row of a table that has the same words. */
const ROW = 0.4;
const SHOWN = 30;
const ENOUGH = 8;
const READ = 40;

/** The fit of a word to a section: heading, number, text, headings above.
   @type {(word: Word, place: number, section: Section) => Fits} */
function fitsOf(word, place, section) {
  const [heading, key, text] = word.places.get(place) ?? [0, 0, 0];
  const above = Math.max(0, ...section.above.map((other) => word.places.get(other)?.[0] ?? 0));
  return { heading, key, text, above, best: Math.max(heading, key, text, above) };
}

/** What a text has of the words: their worth together, that of neighbours in the order asked, how often each stands.
   @type {(text: string, words: Word[], index: Index) => { worth: number, phrase: number, counts: Map<Word, number> }} */
function readText(text, words, index) {
  /** @type {Map<Word, number>} */
  const counts = new Map();
  let phrase = 0;
  let last = -1;
  for (const token of index.read(text)) {
    let fitting = -1;
    words.forEach((word, place) => {
      const { fit } = word.fit(token);
      if (!fit) return;
      counts.set(word, Math.max(counts.get(word) ?? 0, 0) + fit);
      if (fitting < 0 || place === last + 1) fitting = place;
    });
    if (fitting > 0 && fitting === last + 1) phrase += words[fitting].rarity;
    last = fitting;
  }
  let worth = 0;
  for (const [word, count] of counts) worth += word.rarity * Math.min(1, count);
  return { worth, phrase, counts };
}

/** @type {(texts: string[], words: Word[], index: Index) => { best: Best, counts: Map<Word, number> }} */
function bestOf(texts, words, index) {
  /** @type {Map<Word, number>} */
  const counts = new Map();
  let best = { text: "", worth: 0, phrase: 0, score: 0 };
  for (const text of texts) {
    const read = readText(text, words, index);
    for (const [word, count] of read.counts) counts.set(word, (counts.get(word) ?? 0) + count);
    const bare = text.includes(" · ") ? ROW : 0;
    const score = read.worth + read.phrase / 2 - bare - text.length / 4000;
    if (read.worth > 0 && score > best.score) best = { text, ...read, score };
  }
  return { best, counts };
}

/** @type {(hit: Candidate, words: Word[]) => number} */
function rough(hit, words) {
  return words.reduce((sum, word, place) => {
    const { heading, key, text, above } = hit.fits[place];
    return sum + word.rarity * (WEIGHT.heading * heading + WEIGHT.key * key + WEIGHT.text * text + above);
  }, 0);
}

/** @type {(hit: Candidate, words: Word[], index: Index, query: string) => void} */
function score(hit, words, index, query) {
  const { section, fits } = hit;
  const { best, counts } = bestOf(section.sentences, words, index);
  const length = section.sentences.join(" ").length / index.usual;
  const idle = window.factbook.searchRules.idle;
  const headed = index.read(section.heading).filter((token) => !idle.includes(token.terms[0]));
  const covered = headed.filter((token) => words.some((word) => word.fit(token).fit >= FIT.start)).length;
  const coverage = headed.length ? covered / headed.length : 0;
  const crowd = 12 / (12 + section.numbers.length);
  let total = 0;
  words.forEach((word, place) => {
    const { heading, key, above } = fits[place];
    const count = counts.get(word) ?? 0;
    const often = (2.2 * count) / (count + 1.2 * (0.4 + 0.6 * length));
    total +=
      word.rarity *
      (WEIGHT.heading * heading * (0.5 + 0.5 * coverage) +
        WEIGHT.key * key * crowd +
        WEIGHT.above * above +
        WEIGHT.text * often);
  });
  const title = readText(section.heading, words, index);
  total += WEIGHT.sentence * Math.max(best.worth, title.worth) + WEIGHT.phrase * Math.max(best.phrase, title.phrase);
  /** @type {(text: string) => string} */
  const squeezed = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (squeezed(section.heading) === squeezed(query)) total += WEIGHT.whole * words.length;
  hit.score = total * (LISTS[section.docname] ?? 1);
  hit.sentence = best.text;
}

/** The sentence to show: that with the words, else what is said of a number, else the first.
   @type {(hit: Candidate, words: Word[], index: Index) => string} */
function sentenceOf(hit, words, index) {
  if (hit.sentence) return hit.sentence;
  const labels = hit.section.numbers.map((number) => index.numbers[number]);
  return bestOf(labels, words, index).best.text || hit.section.sentences[0] || "";
}

/** The places in a text where the words stand: of a word with an ending, what is left without it.
   @type {(text: string, words: Word[], index: Index) => [start: number, end: number][]} */
function marksOf(text, words, index) {
  /** @type {[start: number, end: number][]} */
  const marks = [];
  for (const token of index.read(text)) {
    let best = { fit: 0, term: "" };
    for (const word of words) {
      const found = word.fit(token);
      if (found.fit > best.fit) best = found;
    }
    if (!best.fit) continue;
    const isBeginning = text.slice(token.start, token.end).toLowerCase().startsWith(best.term);
    marks.push([token.start, isBeginning ? token.start + best.term.length : token.end]);
  }
  return marks;
}

/** All that was found: hits, the best first, and the words that stand nowhere in the book.
   @type {(query: string, index: Index) => Found} */
function find(query, index) {
  const asked = query.normalize("NFKC").trim();
  const all = wordsOf(asked, index);
  const unknown = all.filter((word) => word.isRequired && !word.isKnown).map((word) => word.written);
  const words = all.filter((word) => word.isKnown);
  const required = words.filter((word) => word.isRequired);
  const needed = required.length ? required : words;
  /** @type {Candidate[]} */
  let hits = [];
  index.sections.forEach((section, place) => {
    const fits = words.map((word) => fitsOf(word, place, section));
    const met = words.filter((word, at) => needed.includes(word) && fits[at].best > 0).length;
    const own = fits.some(({ heading, key, text }) => Math.max(heading, key, text) > 0);
    const lack = section.docname in LISTS && needed.length > 1 ? LISTS_LACK : 0;
    if (met && own) hits.push({ section, place, fits, met: met - lack, rough: 0, score: 0, sentence: "" });
  });
  for (const hit of hits) hit.rough = rough(hit, words);
  hits.sort((a, b) => b.met - a.met || b.rough - a.rough || a.place - b.place);
  const most = hits[0]?.met ?? 0;
  const full = hits.filter((hit) => hit.met === most);
  const next = full.length < ENOUGH ? hits.filter((hit) => hit.met < most && hit.met >= most - 1) : [];
  hits = [...full.slice(0, READ), ...next.slice(0, READ)];
  for (const hit of hits) score(hit, words, index, asked);
  hits.sort((a, b) => b.met - a.met || b.score - a.score || a.place - b.place);
  return {
    unknown,
    count: full.length + next.length,
    hits: hits.slice(0, SHOWN).map((hit) => {
      const { docname, anchor, heading, parents } = hit.section;
      const sentence = sentenceOf(hit, words, index);
      return {
        docname,
        anchor,
        heading,
        parents,
        sentence,
        marks: marksOf(sentence, words, index),
        score: hit.score,
      };
    }),
  };
}

/** @type {(data: IndexData) => { find(query: string): Found }} */
export const searchIndex = (data) => {
  const index = new Index(data);
  return { find: (query) => find(query, index) };
};
