/* The way to the same section in the other language, and which language the reader chose. */

const LANGUAGE = "book:language";

/* The address of the section being read: the one that was asked for while its heading is in view (the last of a page
   cannot reach the top), else the last whose heading has passed the upper third of the window. */
function currentSection() {
  if (window.scrollY < 80) return "";
  const asked = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const top = asked ? asked.getBoundingClientRect().top : -1;
  if (0 <= top && top < window.innerHeight) return location.hash;
  const passed = [...document.querySelectorAll(".bd-article section[id]")].filter(
    (section) => section.getBoundingClientRect().top < window.innerHeight / 3,
  );
  const last = passed.at(-1);
  return last ? `#${last.id}` : "";
}

/** @type {(selector: string) => NodeListOf<HTMLAnchorElement>} */
const links = (selector) => document.querySelectorAll(selector);

for (const link of links(".language-switch")) {
  for (const before of ["pointerdown", "focus", "keydown"]) {
    link.addEventListener(before, () => (link.hash = currentSection()));
  }
}
for (const link of links(".language-switch, a.twin")) {
  link.addEventListener("click", () => localStorage.setItem(LANGUAGE, link.hreflang));
}
