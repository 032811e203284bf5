/* Copying for word processors and plain editors alike: the same words as rich text and as plain text. */

/** The old way, for disks and networks without encryption, where browsers have no clipboard to write to. It copies a
   selection, and so needs something on the page to select.
   @type {(forms: Record<string, string>, shown: Element) => boolean} */
function byCommand(forms, shown) {
  /** @type {(event: ClipboardEvent) => void} */
  const fill = (event) => {
    for (const [type, content] of Object.entries(forms)) event.clipboardData?.setData(type, content);
    event.preventDefault();
  };
  const selection = getSelection();
  selection?.selectAllChildren(shown);
  document.addEventListener("copy", fill, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", fill);
  selection?.removeAllRanges();
  return done;
}

/** Whether `text`, and `html` where there is such a form, came to the clipboard.
   @type {(forms: Forms, shown: Element) => Promise<boolean>} */
export async function copy({ text, html }, shown) {
  /** @type {Record<string, string>} */
  const forms = { "text/plain": text, ...(html && { "text/html": html }) };
  try {
    const blobs = Object.entries(forms).map(([type, content]) => [type, new Blob([content], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return byCommand(forms, shown);
  }
}
