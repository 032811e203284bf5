/* Numbers that explain themselves: what is told of a number is shown when it is pointed at or reached by keyboard, and
   stays open when it is followed. Without this script, or without its file, a number is a link to its row in the ledger. */
(() => {
  "use strict";

  window.factbook ??= {};
  const { factbook } = window;
  const file = document.querySelector('meta[name="explanations"]')?.content;
  const SHOW_AFTER = 150;
  const HIDE_AFTER = 250;
  const { beside, citing } = factbook;

  let found = Boolean(file);
  let box;
  /* The number that is open: its link, whether it stays, what is told, and what was told before it in its place. */
  let open = null;
  let dismissed = null;
  let pressedInside = false;
  let returning = false;
  /* What is to be shown once its file is there; whatever was asked for before is not. */
  let wanted = null;
  let timer;

  async function load() {
    try {
      await factbook.load(file);
    } catch (error) {
      found = false;
      throw error;
    }
    return factbook.explanations;
  }

  const named = (data) => ({ id: data.dataset.fact ?? data.dataset.relation, part: data.dataset.part ?? "" });
  const onLedger = (link) => link.pathname === location.pathname;

  /* The number that an event is about. In its own row of the ledger a number is explained already. */
  function numberAt(target) {
    const link = found && target instanceof Element ? target.closest("a.fact") : null;
    if (!link?.querySelector("data")) return null;
    const { id } = named(link.querySelector("data"));
    return onLedger(link) && document.getElementById(id)?.closest("tr")?.contains(link) ? null : link;
  }

  function button(name, label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `number-${name}`;
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  }

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

  const part = (name) => box.querySelector(`.number-${name}`);

  function tell({ id, part: asked }) {
    open.told = { id, part: asked };
    part("text").innerHTML = factbook.explanations.numbers[id];
    part("text").querySelector("h2").id = "number-heading";
    askedFirst();
    part("back").hidden = open.before.length === 0;
    part("said").textContent = "";
    box.scrollTop = 0;
  }

  /* An end of a range, or a difference: what was asked for stands before the number whose part it is. */
  function askedFirst() {
    const words = factbook.explanations.words[open.told.part];
    if (!words) return;
    const asked = document.createElement("p");
    const [before, after] = words.split("{number}");
    const number = document.createElement("strong");
    asked.className = "explained-asked";
    number.textContent = own().textContent;
    asked.append(before, number, after);
    part("text").querySelector(".explained-value").before(asked);
    own().classList.add("asked");
  }

  /* The number itself among all that is told of it: as printed, whatever the page makes of it. */
  function own() {
    const is = (data) => named(data).id === open.told.id && named(data).part === open.told.part;
    return [...part("text").querySelectorAll("data")].find(is);
  }

  /* Shows what is told of a number; `stay` opens it as a dialog and moves the focus there. */
  async function show(link, stay) {
    clearTimeout(timer);
    const asked = Symbol("asked");
    wanted = asked;
    const explanations = await load();
    if (wanted !== asked) return;
    const what = named(link.querySelector("data"));
    if (!explanations.numbers[what.id]) throw new Error(`nothing is told of ${what.id}`);
    box ??= build(explanations);
    if (open?.link !== link) {
      if (open) hide();
      open = { link, stays: false, before: [] };
      tell(what);
      link.setAttribute("aria-describedby", "number-heading number-hint");
      box.hidden = false;
      place();
    }
    if (stay) pin();
  }

  function pin() {
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

  /* Closes what stays open; the focus returns to the number if it was inside, or if that is asked for. */
  function close(goBack) {
    const { link } = open;
    const inside = box.contains(document.activeElement);
    hide();
    dismissed = link;
    if (!goBack && !inside) return;
    returning = true;
    link.focus({ preventScroll: true });
    returning = false;
  }

  function later(act, delay) {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  }

  /* A number whose explanation is not found stays a link. */
  const quietly = (promise) => promise.catch((error) => console.warn("A number stays a plain link.", error));

  const place = () => beside.place(box, open.link);

  function back() {
    tell(open.before.pop());
    place();
    box.focus({ preventScroll: true });
  }

  /* The number with its citation; an end of a range, or a difference, as what it is. */
  function cited() {
    const words = factbook.explanations.words[open.told.part];
    const said = words?.replace("{number}", () => (own() ?? open.link).textContent);
    return citing.number(open.told.id, open.link, said);
  }

  async function copy() {
    const { words } = factbook.explanations;
    const said = part("said");
    said.textContent = "";
    await citing.loadNumbers();
    const forms = cited();
    const done = await factbook.copy(forms, part("text"));
    said.textContent = done ? words.copied : `${words["copy-failed"]} ${forms.text}`;
  }

  /* Pointing. A finger has no pointer to keep over a number, and at the foot of the window it would cover the text. */
  function whenPointed({ target, pointerType }) {
    if (pointerType === "touch" || open?.stays || beside.asSheet.matches) return;
    const link = numberAt(target);
    if (link !== dismissed) dismissed = null;
    if (box?.contains(target) || (link && link === open?.link)) clearTimeout(timer);
    else if (link && link !== dismissed) later(() => quietly(show(link, false)), SHOW_AFTER);
    else if (open && document.activeElement !== open.link) later(hide, HIDE_AFTER);
    else if (!open) clearTimeout(timer);
  }

  function whenFocused({ target }) {
    if (returning || open?.stays) return;
    const link = numberAt(target);
    if (link?.matches(":focus-visible")) later(() => quietly(show(link, false)), SHOW_AFTER);
  }

  function whenLeft({ target, relatedTarget }) {
    if (target === open?.link && !open.stays && !box.contains(relatedTarget)) hide();
    else if (!open && numberAt(target)) clearTimeout(timer);
  }

  async function whenFollowed(event) {
    const link = numberAt(event.target);
    const otherwise = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (otherwise || event.defaultPrevented) return;
    /* Its other links may lead to another place of this page. */
    if (!link && open && box.contains(event.target) && event.target.closest("a")) return hide();
    if (!link) return;
    if (box?.contains(link)) {
      event.preventDefault();
      open.before.push(open.told);
      tell(named(link.querySelector("data")));
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

  function whenPressed({ target }) {
    pressedInside = Boolean(box?.contains(target));
  }

  function whenReleased({ target }) {
    if (open?.stays && !pressedInside && !box.contains(target) && !open.link.contains(target)) close(false);
  }

  function whenTyped(event) {
    if (!open) return;
    if (event.key === "Escape") close(open.stays);
    else if (event.key === "Tab" && open.stays && beside.atEdge(box, event.shiftKey)) {
      event.preventDefault();
      close(true);
    }
  }

  function whenMoved({ target }) {
    if (open && target !== document && !box.contains(target)) place();
  }

  if (!file) return;
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
})();
