/* Which sections answer a query, in which order, and with which sentence. */
(() => {
  "use strict";

  const factbook = (window.factbook ??= {});

  /* What a word counts for where it stands: in a heading, in the name of a number that the section says, in the headings
     above, in a sentence; and how much the best sentence and the query as one phrase add. */
  const WEIGHT = { heading: 8, key: 2.5, above: 1.5, text: 1.2, sentence: 2.5, phrase: 3, whole: 8 };
  /* How well a term of the index fits a word: its stem, its beginning, somewhere in it, its pieces, another name for it,
     almost it. */
  const FIT = { stem: 0.92, start: 0.6, inside: 0.45, pieces: 0.85, synonym: 0.8, almost: 0.5 };
  /* The lists at the end of the book hold every word; what is written about it comes first. */
  /* How much less a word counts that a question has and its answer need not. */
  const IDLE = 0.2;
  const LISTS = { numbers: 0.45, references: 0.45 };
  /* How many words more a list must have than a section to come before it. */
  const LISTS_LACK = 1.5;
  /* How much a sentence is to be shown before a row of a table that has the same words. */
  const ROW = 0.4;
  const SHOWN = 30;
  const ENOUGH = 8;
  const READ = 40;

  const isFigure = (term) => term.startsWith("#");
  const isKorean = (term) => /^[가-힣]/.test(term);
  const isShort = (term) => term.length < (isKorean(term) ? 2 : 3);

  /* Whether two words differ by one letter, or by two neighbours changed round. Korean is compared letter by letter of
     its syllables: 디지탈 and 디지털 differ in one. */
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

  class Index {
    constructor(data) {
      this.docnames = data.docnames;
      this.numbers = data.numbers.map(([, label]) => label);
      this.fields = [data.titleterms, data.keyterms, data.terms].map((terms) => new Map(Object.entries(terms)));
      this.words = [...new Set(this.fields.flatMap((field) => [...field.keys()]))].filter((term) => !isFigure(term));
      this.sections = data.sections.map(([page, anchor, heading, parents, sentences, numbers]) => ({
        docname: data.docnames[page],
        anchor,
        heading,
        parents,
        sentences,
        numbers,
      }));
      this.sections.forEach((section, place) => (section.above = this.placesAbove(section, place)));
      const lengths = this.sections.map((section) => section.sentences.join(" ").length);
      this.usual = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      this.tokens = new Map();
    }

    placesAbove({ docname, parents }, place) {
      const found = [];
      for (let before = place - 1; before >= 0 && this.sections[before].docname === docname; before--) {
        const { heading, parents: own } = this.sections[before];
        if (own.length < parents.length && parents[own.length] === heading) found.push(before);
      }
      return found;
    }

    has(term) {
      return this.fields.some((field) => field.has(term));
    }

    /* The tokens of a sentence or heading, made once. */
    read(text) {
      if (!this.tokens.has(text)) this.tokens.set(text, factbook.searchTerms(text));
      return this.tokens.get(text);
    }
  }

  /* The fewest known words that a word is written together from: 시장규모, 디지털트윈. One syllable may be left over. */
  function piecesOf(word, index) {
    const shortest = isKorean(word) ? 2 : 4;
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

  /* The known words in a compound that is not made of known words only: 국가 and 기술 in 국가기술격차. */
  function knownIn(word, index) {
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
    constructor(token, index) {
      this.fits = new Map();
      this.pieces = [];
      this.index = index;
      this.term = token.terms[0];
      if (isFigure(this.term)) this.accept(this.term, 1);
      else this.look(token.terms);
      this.measure();
    }

    accept(term, fit) {
      if (this.index.has(term) && fit > (this.fits.get(term) ?? 0)) this.fits.set(term, fit);
    }

    look(terms) {
      terms.forEach((term, stage) => this.accept(term, stage ? FIT.stem : 1));
      for (const group of factbook.searchRules.synonyms) {
        if (group.some((name) => terms.includes(name))) group.forEach((name) => this.accept(name, FIT.synonym));
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
      if (!this.fits.size && !this.pieces.length) this.pieces = knownIn(terms.at(-1), this.index);
      if (!this.fits.size && isShort(terms[0])) {
        for (const word of this.index.words) if (word.startsWith(terms[0]) && word.length < 4) this.accept(word, FIT.almost);
      }
    }

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

    /* How well the word fits each section, by field, and how rare it is. */
    measure() {
      this.places = new Map();
      const raise = (place, field, fit) => {
        if (!this.places.has(place)) this.places.set(place, [0, 0, 0]);
        const fits = this.places.get(place);
        fits[field] = Math.max(fits[field], fit);
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
      const found = [...this.places.values()].filter((fits) => Math.max(...fits) >= FIT.start).length;
      this.rarity = Math.log(1 + this.index.sections.length / Math.max(found, 1));
      this.isKnown = this.places.size > 0;
    }

    /* How well a token of a text fits, and which of its terms. */
    fit(token) {
      let best = { fit: 0, term: "" };
      for (const term of token.terms) {
        const fit = this.fits.get(term) ?? (this.pieces.includes(term) ? FIT.pieces / this.pieces.length : 0);
        if (fit > best.fit) best = { fit, term };
      }
      return best;
    }
  }

  /* The words of a query. Those that a question has and its answer need not are never required. */
  function wordsOf(query, index) {
    const idle = new Set(factbook.searchRules.idle);
    const tokens = factbook.searchTerms(query);
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
    if (!words.some((word) => word.isRequired)) words.forEach((word) => (word.isRequired = true));
    return words;
  }

  /* The fit of a word to a section: heading, number, text, headings above. */
  function fitsOf(word, place, section) {
    const [heading, key, text] = word.places.get(place) ?? [0, 0, 0];
    const above = Math.max(0, ...section.above.map((other) => word.places.get(other)?.[0] ?? 0));
    return { heading, key, text, above, best: Math.max(heading, key, text, above) };
  }

  /* What a text has of the words: their worth together, that of neighbours in the order asked, how often each stands. */
  function readText(text, words, index) {
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

  function bestOf(texts, words, index) {
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

  function rough(hit, words) {
    return words.reduce((sum, word, place) => {
      const { heading, key, text, above } = hit.fits[place];
      return sum + word.rarity * (WEIGHT.heading * heading + WEIGHT.key * key + WEIGHT.text * text + above);
    }, 0);
  }

  function score(hit, words, index, query) {
    const { section, fits } = hit;
    const { best, counts } = bestOf(section.sentences, words, index);
    const length = section.sentences.join(" ").length / index.usual;
    const idle = factbook.searchRules.idle;
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
        (WEIGHT.heading * heading * (0.5 + 0.5 * coverage) + WEIGHT.key * key * crowd + WEIGHT.above * above + WEIGHT.text * often);
    });
    const title = readText(section.heading, words, index);
    total += WEIGHT.sentence * Math.max(best.worth, title.worth) + WEIGHT.phrase * Math.max(best.phrase, title.phrase);
    const squeezed = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    if (squeezed(section.heading) === squeezed(query)) total += WEIGHT.whole * words.length;
    hit.score = total * (LISTS[section.docname] ?? 1);
    hit.sentence = best.text;
  }

  /* The sentence to show: that with the words, else what is said of a number, else the first. */
  function sentenceOf(hit, words, index) {
    if (hit.sentence) return hit.sentence;
    const labels = hit.section.numbers.map((number) => index.numbers[number]);
    return bestOf(labels, words, index).best.text || hit.section.sentences[0] || "";
  }

  /* The places in a text where the words stand: of a word with an ending, what is left without it. */
  function marksOf(text, words, index) {
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

  /* All that was found: hits, the best first, and the words that stand nowhere in the book. */
  function find(query, index) {
    const asked = query.normalize("NFKC").trim();
    const all = wordsOf(asked, index);
    const unknown = all.filter((word) => word.isRequired && !word.isKnown).map((word) => word.written);
    const words = all.filter((word) => word.isKnown);
    const required = words.filter((word) => word.isRequired);
    const needed = required.length ? required : words;
    let hits = [];
    index.sections.forEach((section, place) => {
      const fits = words.map((word) => fitsOf(word, place, section));
      const met = words.filter((word, at) => needed.includes(word) && fits[at].best > 0).length;
      const own = words.some((word, at) => Math.max(fits[at].heading, fits[at].key, fits[at].text) > 0);
      const lack = section.docname in LISTS && needed.length > 1 ? LISTS_LACK : 0;
      if (met && own) hits.push({ section, place, fits, met: met - lack });
    });
    hits.forEach((hit) => (hit.rough = rough(hit, words)));
    hits.sort((a, b) => b.met - a.met || b.rough - a.rough || a.place - b.place);
    const most = hits[0]?.met ?? 0;
    const full = hits.filter((hit) => hit.met === most);
    const next = full.length < ENOUGH ? hits.filter((hit) => hit.met < most && hit.met >= most - 1) : [];
    hits = [...full.slice(0, READ), ...next.slice(0, READ)];
    hits.forEach((hit) => score(hit, words, index, asked));
    hits.sort((a, b) => b.met - a.met || b.score - a.score || a.place - b.place);
    return {
      unknown,
      count: full.length + next.length,
      hits: hits.slice(0, SHOWN).map((hit) => {
        const { docname, anchor, heading, parents } = hit.section;
        const sentence = sentenceOf(hit, words, index);
        return { docname, anchor, heading, parents, sentence, marks: marksOf(sentence, words, index), score: hit.score };
      }),
    };
  }

  factbook.searchIndex = (data) => {
    const index = new Index(data);
    return { find: (query) => find(query, index) };
  };
})();
