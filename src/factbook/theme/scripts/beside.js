/* Where a box stands that tells of something on the page: beside it, or at the foot of a small window (beside.css). */

const GAP = 6;
const EDGE = 8;
/* As in beside.css. */
const asSheet = matchMedia("(max-width: 40rem), (max-height: 26rem)");

/** Under what it tells of or over it, never on it, within the window.
   @type {(box: HTMLElement, what: Element) => void} */
function place(box, what) {
  if (asSheet.matches) {
    for (const side of ["left", "top", "max-height"]) box.style.removeProperty(side);
    uncover(box, what);
    return;
  }
  const there = what.getBoundingClientRect();
  const top = document.querySelector(".bd-header-article")?.getBoundingClientRect().bottom ?? 0;
  const under = window.innerHeight - there.bottom - GAP - EDGE;
  const over = there.top - Math.max(top, 0) - GAP - EDGE;
  document.body.style.removeProperty("padding-bottom");
  box.style.maxHeight = "none";
  const below = under >= box.offsetHeight || under >= over;
  box.style.maxHeight = `${below ? under : over}px`;
  const right = document.documentElement.clientWidth - EDGE - box.offsetWidth;
  box.style.left = `${window.scrollX + Math.max(EDGE, Math.min(there.left, right))}px`;
  box.style.top = `${window.scrollY + (below ? there.bottom + GAP : there.top - GAP - box.offsetHeight)}px`;
}

/** At the foot of the window: the page makes room, and what the box tells of comes to stand above it.
   @type {(box: HTMLElement, what: Element) => void} */
function uncover(box, what) {
  document.body.style.paddingBottom = `${box.offsetHeight}px`;
  const hidden = what.getBoundingClientRect().bottom + GAP - box.getBoundingClientRect().top;
  if (hidden > 0) window.scrollBy({ top: hidden, behavior: "instant" });
}

/** @type {(box: HTMLElement) => void} */
function hide(box) {
  box.hidden = true;
  document.body.style.removeProperty("padding-bottom");
}

/** A box that stays open stands beside the text, not in it: past its last control one is back where it was opened.
   @type {(box: HTMLElement, backwards: boolean) => boolean} */
function atEdge(box, backwards) {
  /** @type {NodeListOf<HTMLElement>} */
  const all = box.querySelectorAll("a, button, input");
  const stops = [...all].filter((one) => one.offsetParent && !one.matches("[type=radio]:not(:checked)"));
  const { activeElement } = document;
  return backwards ? activeElement === box || activeElement === stops[0] : activeElement === stops.at(-1);
}

export { asSheet, atEdge, hide, place };
