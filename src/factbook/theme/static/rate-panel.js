/* The panel in which a reader chooses a rate: the report's, the average of a year, or one's own. */
(() => {
  "use strict";

  const { rate } = window.factbook ?? {};
  const control = document.querySelector(".rate");
  if (!rate || !control) return;

  const toggle = control.querySelector(".rate-toggle");
  const panel = control.querySelector(".rate-panel");
  const { rate: choices, own } = panel.elements;
  const error = panel.querySelector(".rate-error");
  const number = (text) => Number(text.replaceAll(",", ""));
  const [low, high] = [control.dataset.low, control.dataset.high];
  /* Digits grouped by thousands or not, and at most two after the point: «1,350», «1350.5». */
  const NUMBER = /^([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]{1,2})?$/;

  /* A rate as typed, in plain digits; throws what is wrong with it, in words. */
  function read(typed) {
    const text = typed.normalize("NFKC").trim();
    if (!NUMBER.test(text)) throw new RangeError(control.dataset.errorNumber);
    if (number(text) < number(low) || number(text) > number(high)) {
      throw new RangeError(rate.fill(control.dataset.errorRange, { low, high }));
    }
    return text
      .replaceAll(",", "")
      .replace(/^0+/, "")
      .replace(/(\.[0-9]*?)0+$/, "$1")
      .replace(/\.$/, "");
  }

  function complain(message) {
    error.textContent = message;
    if (message) own.setAttribute("aria-invalid", "true");
    else own.removeAttribute("aria-invalid");
  }

  function takeOwn() {
    try {
      const typed = read(own.value);
      complain("");
      rate.choose(typed);
      return true;
    } catch (wrong) {
      if (!(wrong instanceof RangeError)) throw wrong;
      complain(wrong.message);
      own.focus();
      return false;
    }
  }

  /* The panel shows the rate that is in force, wherever it was chosen. */
  function reflect() {
    const listed = [...choices].find((choice) => choice.value === rate.exact());
    const chosen = listed ?? [...choices].at(-1);
    chosen.checked = true;
    if (!listed) own.value = rate.shown(rate.exact());
    complain("");
  }

  function open(opened) {
    panel.hidden = !opened;
    toggle.setAttribute("aria-expanded", String(opened));
    if (opened) reflect();
  }

  toggle.addEventListener("click", () => open(panel.hidden));
  panel.addEventListener("change", ({ target }) => {
    if (target.name !== "rate") return;
    complain("");
    if (target.value) rate.choose(target.value);
    else if (own.value) takeOwn();
  });
  own.addEventListener("input", () => ([...choices].at(-1).checked = true));
  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = choices.value;
    if (chosen || takeOwn()) {
      open(false);
      toggle.focus();
    }
  });
  control.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    open(false);
    toggle.focus();
  });
  document.addEventListener("pointerdown", ({ target }) => !panel.hidden && !control.contains(target) && open(false));
  control.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !control.contains(relatedTarget)) open(false);
  });
  document.addEventListener("factbook:rate", reflect);
  reflect();
})();
