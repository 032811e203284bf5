/* On a page of a frozen edition: the way to the newest one, by the list that lies outside every edition. */
(() => {
  "use strict";

  const banner = document.querySelector(".edition-banner");
  const editions = window.factbook?.editions ?? [];
  const newest = editions.at(-1);
  if (!banner || !newest || newest <= banner.dataset.edition) return;
  const [year, quarter] = newest.split("-Q");
  const link = banner.querySelector(".edition-newer a");
  link.textContent = banner.dataset.name.replace("{year}", year).replace("{quarter}", quarter);
  link.href = `../../${newest}/${banner.dataset.page}`;
  banner.querySelector(".edition-newer").hidden = false;
})();
