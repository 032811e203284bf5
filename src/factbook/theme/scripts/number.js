/* Numbers that explain themselves: what is told of a number is shown when it is pointed at or reached by keyboard, and
   stays open when it is followed. Without this script, or without its file, a number is a link to its row in the ledger. */
import * as beside from "./beside.js";
import * as citing from "./citing.js";
import * as clipboard from "./clipboard.js";
import { load } from "./load.js";

/**
   @typedef {object} Open
   @property {HTMLAnchorElement} link
   @property {boolean} stays
   @property {Named} told
   @property {Named[]} before
 */

/** @type {HTMLMetaElement | null} */
const meta = document.querySelector('meta[name="explanations"]');
const file = meta?.content ?? "";
const SHOW_AFTER = 150;
const HIDE_AFTER = 250;

let found = Boolean(file);
/** @type {HTMLElement} */
let box;
/** The number that is open: its link, whether it stays, what is told, and what was told before it in its place.
   @type {Open | null} */
let open = null;
/** @type {HTMLAnchorElement | null} */
let dismissed = null;
let pressedInside = false;
let returning = false;
/** What is to be shown once its file is there; whatever was asked for before is not.
   @type {symbol | null} */
let wanted = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

async function explained() {
  try {
    await load(file);
  } catch (error) {
    found = false;
    throw error;
  }
  return window.factbook.explanations;
}

/** @type {(data: HTMLElement) => Named} */
const named = (data) => ({ id: data.dataset.fact ?? data.dataset.relation ?? "", part: data.dataset.part ?? "" });
/** @type {(link: HTMLAnchorElement) => boolean} */
const onLedger = (link) => link.pathname === location.pathname;

/** @type {(link: HTMLAnchorElement) => HTMLElement} */
const dataIn = (link) => /** @type {HTMLElement} */ (link.querySelector("data"));

/** The number that an event is about. In its own row of the ledger a number is explained already.
   @type {(target: EventTarget | null) => HTMLAnchorElement | null} */
function numberAt(target) {
  /** @type {HTMLAnchorElement | null} */
  const link = found && target instanceof Element ? target.closest("a.fact") : null;
  const data = link?.querySelector("data");
  if (!link || !data) return null;
  const { id } = named(data);
  return onLedger(link) && document.getElementById(id)?.closest("tr")?.contains(link) ? null : link;
}

/** @type {(name: string, label: string, act: () => void) => HTMLElement} */
function button(name, label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `number-${name}`;
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

/** @type {(explanations: Explanations) => HTMLElement} */
function build({ words }) {
  const made = document.createElement("div");
  const tools = document.createElement("div");
  const text = document.createElement("div");
  const foot = document.createElement("div");
  const said = document.createElement("p");
  const hint = document.createElement("p");
  made.className = "beside number-box";
  made.tabIndex = -1;
  made.hidden = true;
  tools.className = "beside-tools";
  text.className = "number-text";
  foot.className = "beside-foot";
  said.className = "beside-said number-said";
  said.setAttribute("role", "status");
  hint.id = "number-hint";
  hint.hidden = true;
  hint.textContent = words.hint;
  tools.append(
    button("back", words.back, back),
    button("close", words.close, () => close(true)),
  );
  foot.append(button("copy", words.copy, copy), said);
  made.append(tools, text, foot, hint);
  document.body.append(made);
  return made;
}

/** @type {(name: string) => HTMLElement} */
const part = (name) => /** @type {HTMLElement} */ (box.querySelector(`.number-${name}`));

/** @type {(what: Named) => void} */
function tell(what) {
  if (!open) return;
  open.told = what;
  part("text").innerHTML = window.factbook.explanations.numbers[what.id];
  part("text").querySelector("h2")?.setAttribute("id", "number-heading");
  askedFirst(what);
  part("back").hidden = open.before.length === 0;
  part("said").textContent = "";
  box.scrollTop = 0;
}

/** An end of a range, or a difference: what was asked for stands before the number whose part it is.
   @type {(what: Named) => void} */
function askedFirst(what) {
  const words = window.factbook.explanations.words[what.part];
  const itself = own();
  if (!words || !itself) return;
  const asked = document.createElement("p");
  const [before, after] = words.split("{number}");
  const number = document.createElement("strong");
  asked.className = "explained-asked";
  number.textContent = itself.textContent;
  asked.append(before, number, after);
  part("text").querySelector(".explained-value")?.before(asked);
  itself.classList.add("asked");
}

/** The number itself among all that is told of it: as printed, whatever the page makes of it.
   @type {() => HTMLElement | undefined} */
function own() {
  const told = open?.told;
  return [...part("text").querySelectorAll("data")].find((data) => {
    const { id, part: asked } = named(data);
    return id === told?.id && asked === told.part;
  });
}

/** Shows what is told of a number; `stay` opens it as a dialog and moves the focus there.
   @type {(link: HTMLAnchorElement, stay: boolean) => Promise<void>} */
async function show(link, stay) {
  clearTimeout(timer);
  const asked = Symbol("asked");
  wanted = asked;
  const explanations = await explained();
  if (wanted !== asked) return;
  const what = named(dataIn(link));
  if (!explanations.numbers[what.id]) throw new Error(`nothing is told of ${what.id}`);
  box ??= build(explanations);
  if (open?.link !== link) {
    if (open) hide();
    open = { link, stays: false, told: what, before: [] };
    tell(what);
    link.setAttribute("aria-describedby", "number-heading number-hint");
    box.hidden = false;
    place();
  }
  if (stay) pin();
}

function pin() {
  if (!open) return;
  open.stays = true;
  /* So that they are there when the number is copied. */
  quietly(citing.loadNumbers());
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-labelledby", "number-heading");
  box.focus({ preventScroll: true });
  place();
}

function hide() {
  clearTimeout(timer);
  wanted = null;
  if (!open) return;
  open.link.removeAttribute("aria-describedby");
  box.removeAttribute("role");
  box.removeAttribute("aria-labelledby");
  beside.hide(box);
  open = null;
}

/** Closes what stays open; the focus returns to the number if it was inside, or if that is asked for.
   @type {(goBack: boolean) => void} */
function close(goBack) {
  if (!open) return;
  const { link } = open;
  const inside = box.contains(document.activeElement);
  hide();
  dismissed = link;
  if (!goBack && !inside) return;
  returning = true;
  link.focus({ preventScroll: true });
  returning = false;
}

/** @type {(act: () => void, delay: number) => void} */
function later(act, delay) {
  clearTimeout(timer);
  timer = setTimeout(act, delay);
}

/** A number whose explanation is not found stays a link.
   @type {(promise: Promise<unknown>) => Promise<unknown>} */
const quietly = (promise) => promise.catch((error) => console.warn("A number stays a plain link.", error));

const place = () => open && beside.place(box, open.link);

function back() {
  const before = open?.before.pop();
  if (!before) return;
  tell(before);
  place();
  box.focus({ preventScroll: true });
}

/** The number with its citation; an end of a range, or a difference, as what it is.
   @type {(shown: Open) => Forms} */
function cited({ told, link }) {
  const words = window.factbook.explanations.words[told.part];
  const said = words?.replace("{number}", () => (own() ?? link).textContent);
  return citing.number(told.id, link, said);
}

async function copy() {
  const { words } = window.factbook.explanations;
  const said = part("said");
  said.textContent = "";
  await citing.loadNumbers();
  if (!open) return;
  const forms = cited(open);
  const done = await clipboard.copy(forms, part("text"));
  said.textContent = done ? words.copied : `${words["copy-failed"]} ${forms.text}`;
}

/** Pointing. A finger has no pointer to keep over a number, and at the foot of the window it would cover the text.
   @type {(event: PointerEvent) => void} */
function whenPointed({ target, pointerType }) {
  if (pointerType === "touch" || open?.stays || beside.asSheet.matches) return;
  const link = numberAt(target);
  if (link !== dismissed) dismissed = null;
  if (box?.contains(/** @type {Node} */ (target)) || (link && link === open?.link)) clearTimeout(timer);
  else if (link && link !== dismissed) later(() => quietly(show(link, false)), SHOW_AFTER);
  else if (open && document.activeElement !== open.link) later(hide, HIDE_AFTER);
  else if (!open) clearTimeout(timer);
}

/** @type {(event: FocusEvent) => void} */
function whenFocused({ target }) {
  if (returning || open?.stays) return;
  const link = numberAt(target);
  if (link?.matches(":focus-visible")) later(() => quietly(show(link, false)), SHOW_AFTER);
}

/** @type {(event: FocusEvent) => void} */
function whenLeft({ target, relatedTarget }) {
  if (target === open?.link && !open.stays && !box.contains(/** @type {Node | null} */ (relatedTarget))) hide();
  else if (!open && numberAt(target)) clearTimeout(timer);
}

/** @type {(event: MouseEvent) => Promise<void>} */
async function whenFollowed(event) {
  const link = numberAt(event.target);
  const otherwise = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (otherwise || event.defaultPrevented) return;
  /* Its other links may lead to another place of this page. */
  const { target } = event;
  if (!link && open && target instanceof Element && box.contains(target) && target.closest("a")) return hide();
  if (!link) return;
  if (box?.contains(link)) {
    event.preventDefault();
    open?.before.push(open.told);
    tell(named(dataIn(link)));
    place();
    box.focus({ preventScroll: true });
    return;
  }
  /* On the ledger page the row itself is near. */
  if (onLedger(link)) return hide();
  event.preventDefault();
  if (open?.stays && open.link === link) return close(true);
  try {
    await show(link, true);
  } catch {
    location.assign(link.href);
  }
}

/** @type {(event: Event) => void} */
function whenPressed({ target }) {
  pressedInside = Boolean(box?.contains(/** @type {Node} */ (target)));
}

/** @type {(event: Event) => void} */
function whenReleased(event) {
  const target = /** @type {Node} */ (event.target);
  if (open?.stays && !pressedInside && !box.contains(target) && !open.link.contains(target)) close(false);
}

/** @type {(event: KeyboardEvent) => void} */
function whenTyped(event) {
  if (!open) return;
  if (event.key === "Escape") close(open.stays);
  else if (event.key === "Tab" && open.stays && beside.atEdge(box, event.shiftKey)) {
    event.preventDefault();
    close(true);
  }
}

/** @type {(event: Event) => void} */
function whenMoved({ target }) {
  if (open && target !== document && !box.contains(/** @type {Node} */ (target))) place();
}

if (file) {
  document.addEventListener("pointerover", whenPointed);
  document.documentElement.addEventListener("pointerleave", () => open && !open.stays && later(hide, HIDE_AFTER));
  document.addEventListener("focusin", whenFocused);
  document.addEventListener("focusout", whenLeft);
  document.addEventListener("click", whenFollowed);
  document.addEventListener("pointerdown", whenPressed);
  document.addEventListener("pointerup", whenReleased);
  document.addEventListener("keydown", whenTyped);
  document.addEventListener("scroll", whenMoved, { capture: true, passive: true });
  window.addEventListener("resize", () => open && place());
}
