/* What files of data put on a page, and what others put there or call. */

/** An amount's language: the power of ten of each scale, the largest first; the sign of won; a template by qualifier. */
interface Money {
  scales: [name: string, exponent: number][];
  currency: string;
  hedges: Record<string, string>;
}

/** What can be copied: a text, and the same as HTML where it has such a form. */
interface Forms {
  text: string;
  html?: string;
}

/** A number of the book, or by `part` an end of a range or a difference of it. */
interface Named {
  id: string;
  part: string;
}

interface Explanations {
  /** HTML by the number's id. */
  numbers: Record<string, string>;
  /** Words of the box, and by part what that is of a number, with `{number}` in it. */
  words: Record<string, string>;
}

interface Place {
  kind: string;
  title: string;
  /** Its title as a link, in HTML. */
  place: string;
  /** Each form in which it is cited. */
  [form: string]: string;
}

interface Citations {
  /** The address under which the book is found; `placed` where that is for good. */
  base: string;
  placed: boolean;
  places: Record<string, Place>;
}

interface NumberCitations {
  numbers: Record<string, { said: string; sentence: string }>;
}

/** The rules of factbook/search, which name an ending as «written|becomes|after|least». */
interface SearchRules {
  endings: string[];
  particles: string[];
  powers: Record<string, number>;
  percent: string[];
  idle: string[];
  synonyms: string[][];
}

/** The index of the search as factbook/search/index.py writes it. */
interface IndexData {
  docnames: string[];
  numbers: [id: string, label: string][];
  sections: [
    page: number,
    anchor: string,
    heading: string,
    parents: string[],
    sentences: string[],
    numbers: number[],
    figures: string[],
  ][];
  titleterms: Record<string, number[]>;
  keyterms: Record<string, number[]>;
  terms: Record<string, number[]>;
}

/** A word or figure in a text, and its terms, the first of which stands for all of it. */
interface Token {
  start: number;
  end: number;
  terms: string[];
}

interface Section {
  docname: string;
  anchor: string;
  heading: string;
  parents: string[];
  sentences: string[];
  numbers: number[];
  /** The places of the sections that it lies in. */
  above: number[];
}

interface Fit {
  fit: number;
  term: string;
}

/** A section that answers a query: the sentence to show, with the places of the words in it. */
interface Hit {
  docname: string;
  anchor: string;
  heading: string;
  parents: string[];
  sentence: string;
  marks: [start: number, end: number][];
  score: number;
}

interface Found {
  hits: Hit[];
  count: number;
  unknown: string[];
}

/** What files of data put on the page, each where it is loaded. */
interface Data {
  explanations: Explanations;
  citations: Citations;
  numberCitations: NumberCitations;
  editions?: string[];
  /** Files, compressed and in base64. */
  parts: Record<keyof CheckParts, string>;
  searchRules: SearchRules;
  /** Sphinx's own stemmer of English. */
  SearchStemmer: new () => { stemWord(word: string): string };
}

/** A chart as Vega-Lite; the rate at which it converts is a parameter of it. */
interface ChartSpec {
  description?: string;
  params?: { name: string; value: number }[];
}

/** A chart that Vega draws. */
interface VegaView {
  signal(name: string, value: unknown): VegaView;
  runAsync(): Promise<VegaView>;
}

interface Window {
  factbook: Data;
  vegaEmbed(place: Element, spec: ChartSpec, options: object): Promise<{ view: VegaView }>;
  /** What Sphinx calls with the index. */
  Search: {
    setIndex(data: IndexData): void;
    hasIndex(): boolean;
    loadIndex(address: string): void;
    find(query: string): Found | undefined;
    terms(text: string): Token[];
    performSearch(query: string): void;
    init(): void;
  };
}

interface DocumentEventMap {
  "factbook:rate": CustomEvent<{ rate: number }>;
}

/** The files of the checker (factbook/theme/packing.py). */
interface CheckParts {
  worker: Blob;
  wasm: Blob;
  library: Blob;
  checker: Blob;
  numbers: Blob;
}

/** A document to check: `rate` is won per dollar, or nothing. */
interface CheckAsked {
  name: string;
  data: ArrayBuffer;
  rate: string;
  language: string;
}

/** What factbook/checker/documents/in_page.py tells of a document. */
interface CheckAnswer {
  json: string;
  html: string;
  lines: string[];
}

/** A document in the report for programs. */
interface CheckedDocument {
  claims: { place: string; text: string; verdict: string }[];
  findings: { severity: string; place: string; text: string; message: string }[];
  notes?: { text: string }[];
  quotes?: { place: string; outcome: string; message: string }[];
  error?: { reason: string; advice: string };
}

interface DocumentCheck {
  check(path: string, rate: string, language: string, numbers: string): string;
}

/** What is used of Python for browsers. */
interface Pyodide {
  FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
  unpackArchive(data: ArrayBuffer, format: string, options: { extractDir: string }): void;
  runPython(code: string): unknown;
  pyimport(module: string): DocumentCheck;
}

declare function loadPyodide(options: {
  indexURL: string;
  lockFileContents: string;
  env: Record<string, string>;
}): Promise<Pyodide>;
/** What Python for browsers is told of itself; no packages but its own. */
declare const PYODIDE_LOCK: string;
