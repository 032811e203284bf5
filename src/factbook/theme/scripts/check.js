/* The page that checks documents: it loads the checker when it is first used, and shows what the worker tells. */
import { fill } from "./fill.js";
import { load } from "./load.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector(".check-form"));
const words = /** @type {Record<string, string>} */ (form.dataset);
const file = /** @type {HTMLInputElement} */ (form.querySelector("input[type=file]"));
const text = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
const rate = /** @type {HTMLInputElement} */ (form.querySelector("#check-rate"));
const said = /** @type {HTMLElement} */ (document.querySelector(".check-status p"));
const progress = /** @type {HTMLProgressElement} */ (document.querySelector(".check-status progress"));
const results = /** @type {HTMLElement} */ (document.querySelector(".check-results"));
const addresses = words.parts.split(",");

/** @type {Promise<Worker> | null} */
let starting = null;
/** One thing after the other: the worker answers one question at a time. */
let queue = Promise.resolve();

/** @type {(name: string, className: string, ...children: (Node | string)[]) => HTMLElement} */
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** A part that was loaded, which is published compressed and as text.
   @type {(name: keyof CheckParts) => Promise<Blob>} */
function unpacked(name) {
  const binary = atob(window.factbook.parts[name]);
  window.factbook.parts[name] = "";
  const bytes = new Uint8Array(binary.length);
  for (let place = 0; place < binary.length; place++) bytes[place] = binary.charCodeAt(place);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).blob();
}

/** @type {(worker: Worker, question: CheckAsked | { parts: CheckParts }) => Promise<any>} */
const ask = (worker, question) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data?.failed ? reject(new Error(data.failed)) : resolve(data));
    worker.onerror = (error) => reject(new Error(error.message));
    worker.postMessage(question);
  });

async function start() {
  progress.max = addresses.length + 1;
  for (const [done, address] of addresses.entries()) {
    progress.value = done;
    said.textContent = fill(words.loading, { done, all: addresses.length });
    // The numbers change with the book, and all else with the version of the checker.
    await load(`${address}?${address.includes("numbers") ? Date.now() : words.version}`);
  }
  progress.value = addresses.length;
  said.textContent = words.starting;
  const [source, wasm, library, checker, numbers] = await Promise.all(
    /** @type {(keyof CheckParts)[]} */ (["worker", "wasm", "library", "checker", "numbers"]).map(unpacked),
  );
  const worker = new Worker(URL.createObjectURL(source.slice(0, source.size, "text/javascript")));
  await ask(worker, { parts: { worker: source, wasm, library, checker, numbers } });
  return worker;
}

/** A link that saves a text as a file.
   @type {(label: string, text: string, name: string, type: string) => HTMLElement} */
function saved(label, text, name, type) {
  const link = element("a", "", label);
  link.setAttribute("href", URL.createObjectURL(new Blob([text], { type })));
  link.setAttribute("download", name);
  return link;
}

/** A paragraph or quotation in the language of the document, in which findings are told.
   @type {(name: string, text: string) => HTMLElement} */
function spoken(name, text) {
  const made = element(name, "", text);
  made.lang = /[\uac00-\ud7a3]/.test(text) ? "ko" : "en";
  return made;
}

/** What is wrong, where, and the words that say it.
   @type {(found: CheckedDocument["findings"][number]) => HTMLElement} */
const finding = ({ severity, place, text, message }) =>
  element(
    "li",
    "check-finding",
    element("p", "", element("strong", "", words[severity]), ` · ${place}`),
    spoken("blockquote", `«${text}»`),
    spoken("p", message),
  );

/** @type {(document: CheckedDocument, lines: string[]) => (Node | string)[]} */
function told({ error, notes = [], findings, quotes = [], claims }, lines) {
  if (error) return [element("p", "check-verdict check-bad", fill(words.unreadable, error))];
  const [verdict, ...others] = lines;
  const parts = [
    element("p", `check-verdict${findings.length ? " check-bad" : ""}`, verdict),
    ...[...others, ...notes.map((note) => note.text)].map((line) => element("p", "", line)),
  ];
  if (findings.length) parts.push(element("ol", "", ...findings.map(finding)));
  if (quotes.length) {
    const listed = quotes.map((one) => element("li", `check-${one.outcome}`, `${one.place}: ${one.message}`));
    parts.push(element("h4", "", words.quotes), element("ul", "", ...listed));
  }
  if (claims.length) {
    const listed = claims.map((one) => element("li", "", `${one.place}: «${one.text}» – ${words[one.verdict]}`));
    parts.push(
      element("details", "", element("summary", "", `${words.claims}: ${claims.length}`), element("ul", "", ...listed)),
    );
  }
  return parts;
}

/** @type {(name: string, answer: CheckAnswer) => string} */
function show(name, answer) {
  const [document] = JSON.parse(answer.json).documents;
  results.append(
    element(
      "section",
      "",
      element("h3", "", name),
      ...told(document, answer.lines),
      element(
        "p",
        "check-save",
        saved(words.saveHtml, answer.html, `${name}.check.html`, "text/html"),
        " ",
        saved(words.saveJson, `${answer.json}\n`, `${name}.check.json`, "application/json"),
      ),
    ),
  );
  return document.error ? fill(words.unreadable, document.error) : answer.lines.join("; ");
}

/** @type {(files: File[]) => Promise<void>} */
async function check(files) {
  const held = rate.value.replaceAll(",", "").trim();
  if (held && !(/^\d+(\.\d+)?$/.test(held) && Number(held) > 0)) {
    said.textContent = words.badRate;
    rate.focus();
    return;
  }
  progress.hidden = false;
  progress.scrollIntoView({ block: "nearest" });
  try {
    starting ??= start();
    await checkWith(await starting, files, held);
  } catch (error) {
    said.textContent = fill(words.failed, { reason: reasonOf(error) });
  }
  progress.hidden = true;
}

/** @type {(error: unknown) => string} */
const reasonOf = (error) => (error instanceof Error ? error.message : String(error));

/** @type {(worker: Worker, files: File[], rate: string) => Promise<void>} */
async function checkWith(worker, files, rate) {
  const heading = element("h2", "", words.results);
  heading.tabIndex = -1;
  results.replaceChildren(heading);
  for (const file of files) {
    const { name } = file;
    said.textContent = fill(words.checking, { name });
    progress.removeAttribute("value");
    try {
      const answer = await ask(worker, {
        name,
        data: await file.arrayBuffer(),
        rate,
        language: document.documentElement.lang,
      });
      said.textContent = fill(words.done, { name, verdict: show(name, answer) });
    } catch (error) {
      const fault = fill(words.fault, { reason: reasonOf(error) });
      results.append(element("section", "", element("h3", "", name), element("p", "check-verdict check-bad", fault)));
      said.textContent = fault;
    }
  }
  heading.focus();
}

/** @type {(files: Iterable<File> | undefined) => void} */
function add(files) {
  const listed = [...(files ?? [])];
  if (listed.length) queue = queue.then(() => check(listed));
  else said.textContent = words.nothing;
}

file.addEventListener("change", () => {
  add(file.files ?? []);
  file.value = "";
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  add(text.value.trim() ? [new File([text.value], `${words.pasted}.txt`)] : []);
});
// A file that misses the form would take the place of the page.
document.addEventListener("dragover", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  form.classList.add("check-over");
});
for (const left of ["dragleave", "drop"]) document.addEventListener(left, () => form.classList.remove("check-over"));
document.addEventListener("drop", (event) => {
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  add(event.dataTransfer.files);
});
