/* The worker that checks documents: Python for browsers, the checker in it, and one document after the other. */

const FILES = "/documents";
const CHECKER = "/checker";
const NUMBERS = "/numbers.json";
/** @type {Record<string, keyof CheckParts>} */
const ASKED = { "pyodide.asm.wasm": "wasm", "python_stdlib.zip": "library" };

/** @type {Pyodide} */
let python;
/** @type {DocumentCheck} */
let checker;

/** Start Python from the files at hand: it asks for them by their names, and the worker fetches nothing.
   @type {(parts: CheckParts) => Promise<void>} */
async function start(parts) {
  globalThis.fetch = async (asked) => {
    const name = String(asked).split("/").at(-1) ?? "";
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/zip";
    return new Response(parts[ASKED[name]], { headers: { "Content-Type": type } });
  };
  python = await loadPyodide({
    indexURL: "file:///",
    lockFileContents: PYODIDE_LOCK,
    env: { HOME: FILES },
  });
  python.unpackArchive(await parts.checker.arrayBuffer(), "zip", { extractDir: CHECKER });
  python.FS.writeFile(NUMBERS, new Uint8Array(await parts.numbers.arrayBuffer()));
  // Documents lie where nothing is imported from, whatever their names.
  python.runPython(
    `import sys\nsys.path[:] = [*(path for path in sys.path if path.startswith("/lib/")), "${CHECKER}"]`,
  );
  checker = python.pyimport("factbook.checker.documents.in_page");
}

/** @type {(asked: CheckAsked) => CheckAnswer} */
function check({ name, data, rate, language }) {
  python.FS.writeFile(name, new Uint8Array(data));
  try {
    return JSON.parse(checker.check(name, rate, language, NUMBERS));
  } finally {
    python.FS.unlink(name);
  }
}

globalThis.onmessage = async ({ data }) => {
  try {
    postMessage("parts" in data ? await start(data.parts) : check(data));
  } catch (error) {
    // Of a traceback, the line that says what it was.
    postMessage({ failed: String(error).trim().split("\n").at(-1) });
  }
};
