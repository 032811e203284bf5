/* The index of the search, as the build writes it: sections, and the terms of each. */
import { searchTerms } from "./search-terms.js";

/** @type {(term: string) => boolean} */
const isFigure = (term) => term.startsWith("#");

class Index {
  /** @param {IndexData} data */
  constructor(data) {
    this.docnames = data.docnames;
    this.numbers = data.numbers.map(([, label]) => label);
    this.fields = [data.titleterms, data.keyterms, data.terms].map((terms) => new Map(Object.entries(terms)));
    this.words = [...new Set(this.fields.flatMap((field) => [...field.keys()]))].filter((term) => !isFigure(term));
    /** @type {Section[]} */
    this.sections = data.sections.map(([page, anchor, heading, parents, sentences, numbers]) => ({
      docname: data.docnames[page],
      anchor,
      heading,
      parents,
      sentences,
      numbers,
      above: [],
    }));
    for (const [place, section] of this.sections.entries()) section.above = this.placesAbove(section, place);
    const lengths = this.sections.map((section) => section.sentences.join(" ").length);
    this.usual = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    /** @type {Map<string, Token[]>} */
    this.tokens = new Map();
  }

  /** @type {(section: Section, place: number) => number[]} */
  placesAbove({ docname, parents }, place) {
    /** @type {number[]} */
    const found = [];
    for (let before = place - 1; before >= 0 && this.sections[before].docname === docname; before--) {
      const { heading, parents: own } = this.sections[before];
      if (own.length < parents.length && parents[own.length] === heading) found.push(before);
    }
    return found;
  }

  /** @type {(term: string) => boolean} */
  has(term) {
    return this.fields.some((field) => field.has(term));
  }

  /** The tokens of a sentence or heading, made once.
     @type {(text: string) => Token[]} */
  read(text) {
    const tokens = this.tokens.get(text) ?? searchTerms(text);
    this.tokens.set(text, tokens);
    return tokens;
  }
}

export { Index, isFigure };
