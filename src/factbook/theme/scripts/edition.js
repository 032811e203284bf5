/* On a page of a frozen edition: the way to the newest one, by the list that lies outside every edition. */

/** @type {HTMLElement | null} */
const banner = document.querySelector(".edition-banner");
const editions = window.factbook?.editions ?? [];
const newest = editions.at(-1);
/** @type {HTMLElement | null | undefined} */
const newer = banner?.querySelector(".edition-newer");
const link = newer?.querySelector("a");
const { edition = "", name = "", page = "" } = banner?.dataset ?? {};
if (newer && link && newest && newest > edition) {
  const [year, quarter] = newest.split("-Q");
  link.textContent = name.replace("{year}", year).replace("{quarter}", quarter);
  link.href = `../../${newest}/${page}`;
  newer.hidden = false;
}
