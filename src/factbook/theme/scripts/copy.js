/* A button on each block of code that copies it. Its words stand on the script's own element, in the page's language. */

const script = /** @type {HTMLElement} */ (document.querySelector("script[data-copy]"));
const words = /** @type {Record<"copy" | "copied" | "failed", string>} */ (script.dataset);
const SHOWN = 2000;

/** The clipboard is for safe addresses only; a site of a closed network often has none, and there a selection is copied.
   @type {(element: Element) => Promise<void>} */
async function copy(element) {
  if (navigator.clipboard) return navigator.clipboard.writeText(element.textContent.trim());
  const selection = getSelection();
  selection?.selectAllChildren(element);
  const copied = document.execCommand("copy");
  selection?.removeAllRanges();
  if (!copied) throw new Error("the browser does not let the page copy");
}

/** @type {(button: HTMLElement, text: string) => void} */
function say(button, text) {
  button.textContent = text;
  setTimeout(() => (button.textContent = words.copy), SHOWN);
}

for (const code of document.querySelectorAll(".bd-article div.highlight > pre")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy-code";
  button.textContent = words.copy;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () =>
    copy(code).then(
      () => say(button, words.copied),
      () => say(button, words.failed),
    ),
  );
  code.after(button);
}
