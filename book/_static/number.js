/* Numbers that explain themselves: what is told of a number is shown when it is pointed at or reached by keyboard, and
   stays open when it is followed. Without this script, or without its file, a number is a link to its row in the ledger. */
(() => {
  "use strict";

  const factbook = (window.factbook ??= {});
  const file = document.querySelector('meta[name="explanations"]')?.content;
  const SHOW_AFTER = 150;
  const HIDE_AFTER = 250;
  const GAP = 6;
  const EDGE = 8;
  /* As in number.css: there what is told lies at the foot of the window. */
  const asSheet = matchMedia("(max-width: 40rem), (max-height: 26rem)");

  let loading;
  let found = Boolean(file);
  let box;
  /* The number that is open: its link, whether it stays, what is told, and what was told before it in its place. */
  let open = null;
  let dismissed = null;
  let pressedInside = false;
  let returning = false;
  let timer;

  /* Asked for by the first number that is opened. A classic script: it loads from a disk. */
  function load() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = file;
      script.onload = () => resolve(factbook.explanations);
      script.onerror = () => {
        found = false;
        reject(new Error(`not found: ${file}`));
      };
      document.head.append(script);
    });
    return loading;
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
    made.className = "number-box";
    made.tabIndex = -1;
    made.hidden = true;
    tools.className = "number-tools";
    text.className = "number-text";
    foot.className = "number-foot";
    said.className = "number-said";
    said.setAttribute("role", "status");
    hint.id = "number-hint";
    hint.hidden = true;
    hint.textContent = words.hint;
    tools.append(button("back", words.back, back), button("close", words.close, () => close(true)));
    foot.append(button("copy", words.copy, copy), said);
    made.append(tools, text, foot, hint);
    document.body.append(made);
    return made;
  }

  const part = (name) => box.querySelector(`.number-${name}`);

  function tell({ id, part: asked }) {
    open.told = { id, part: asked };
    part("text").innerHTML = factbook.explanations.numbers[id].html;
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
    const wanted = (show.wanted = Symbol("wanted"));
    const explanations = await load();
    if (show.wanted !== wanted) return;
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
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-labelledby", "number-heading");
    box.focus({ preventScroll: true });
    place();
  }

  function hide() {
    clearTimeout(timer);
    show.wanted = null;
    if (!open) return;
    open.link.removeAttribute("aria-describedby");
    box.removeAttribute("role");
    box.removeAttribute("aria-labelledby");
    box.hidden = true;
    document.body.style.removeProperty("padding-bottom");
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

  /* Under the number or over it, never on it, within the window. */
  function place() {
    if (asSheet.matches) {
      for (const side of ["left", "top", "max-height"]) box.style.removeProperty(side);
      uncover();
      return;
    }
    const number = open.link.getBoundingClientRect();
    const top = document.querySelector(".bd-header-article")?.getBoundingClientRect().bottom ?? 0;
    const under = window.innerHeight - number.bottom - GAP - EDGE;
    const over = number.top - Math.max(top, 0) - GAP - EDGE;
    document.body.style.removeProperty("padding-bottom");
    box.style.maxHeight = "none";
    const below = under >= box.offsetHeight || under >= over;
    box.style.maxHeight = `${below ? under : over}px`;
    const right = document.documentElement.clientWidth - EDGE - box.offsetWidth;
    box.style.left = `${window.scrollX + Math.max(EDGE, Math.min(number.left, right))}px`;
    box.style.top = `${window.scrollY + (below ? number.bottom + GAP : number.top - GAP - box.offsetHeight)}px`;
  }

  /* At the foot of the window: the page makes room, and the number comes to stand above it. */
  function uncover() {
    document.body.style.paddingBottom = `${box.offsetHeight}px`;
    const hidden = open.link.getBoundingClientRect().bottom + GAP - box.getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy({ top: hidden, behavior: "instant" });
  }

  function back() {
    tell(open.before.pop());
    place();
    box.focus({ preventScroll: true });
  }

  /* The section in which the number stands that was opened, by its title and its address. On a disk that is the address
     within the site: nobody else has this disk. */
  function whereabouts() {
    const section = open.link.closest("section[id]");
    const heading = (section ?? document).querySelector("h1, h2, h3, h4, h5, h6").cloneNode(true);
    for (const link of heading.querySelectorAll("a.headerlink")) link.remove();
    const address = new URL(section ? `#${section.id}` : "", location.href);
    const onDisk = address.protocol === "file:";
    return {
      section: heading.textContent.trim(),
      address: onDisk ? address.pathname.split("/").slice(-2).join("/") + address.hash : address.href,
      link: !onDisk,
    };
  }

  function cited() {
    const { words, numbers } = factbook.explanations;
    const { text, html } = numbers[open.told.id].cite;
    const { section, address, link } = whereabouts();
    const said = (own() ?? open.link).textContent;
    const number = (words[open.told.part] ?? "{number}").replace("{number}", () => said);
    const safe = (plain) => plain.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const fill = (template, values) => template.replace(/\{(number|section|address)\}/g, (all, name) => values[name]);
    return {
      text: fill(text, { number, section, address }),
      html: fill(html, {
        number: `<strong>${safe(number)}</strong>`,
        section: safe(section),
        address: link ? `<a href="${safe(address)}">${safe(address)}</a>` : safe(address),
      }),
    };
  }

  async function copy() {
    const { words } = factbook.explanations;
    const { text, html } = cited();
    const said = part("said");
    said.textContent = "";
    let done = true;
    try {
      const blob = (type, content) => new Blob([content], { type });
      const item = { "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) };
      await navigator.clipboard.write([new ClipboardItem(item)]);
    } catch {
      done = copyByCommand(text, html);
    }
    said.textContent = done ? words.copied : `${words["copy-failed"]} ${text}`;
  }

  /* The old way, for networks without encryption, where browsers have no clipboard to write to. */
  function copyByCommand(text, html) {
    const fill = (event) => {
      event.clipboardData.setData("text/plain", text);
      event.clipboardData.setData("text/html", html);
      event.preventDefault();
    };
    getSelection().selectAllChildren(part("text"));
    document.addEventListener("copy", fill, { once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", fill);
    getSelection().removeAllRanges();
    return done;
  }

  /* Pointing. A finger has no pointer to keep over a number, and at the foot of the window it would cover the text. */
  function whenPointed({ target, pointerType }) {
    if (pointerType === "touch" || open?.stays || asSheet.matches) return;
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
    else if (event.key === "Tab" && open.stays && atEdge(event.shiftKey)) {
      event.preventDefault();
      close(true);
    }
  }

  /* What stays open stands beside the text, not in it: past its last link one is back at the number. */
  function atEdge(backwards) {
    const stops = [...box.querySelectorAll("a, button")].filter((one) => one.offsetParent);
    const edge = backwards ? [box, stops[0]] : [stops.at(-1)];
    return edge.includes(document.activeElement);
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
