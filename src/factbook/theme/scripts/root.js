/* A reader who has chosen a language goes straight to it, unless the address asks for the choice: ?choose. */
import "./storage.js";

const LANGUAGE = "book:language";
const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-language]"))];

const remembered = localStorage.getItem(LANGUAGE);
const chosen = links.find((link) => link.dataset.language === remembered);
if (chosen && !new URLSearchParams(location.search).has("choose")) location.replace(chosen.href);
chosen?.classList.add("remembered");
for (const link of links)
  link.addEventListener("click", () => localStorage.setItem(LANGUAGE, link.dataset.language ?? ""));
