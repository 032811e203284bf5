"""Every page carries the policy of the site, before anything that it governs, and holds nothing that it forbids."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from factbook.checks.pages import Page, Site
from factbook.checks.policy import of_page
from factbook.problems import Problem

#: What a browser runs, as opposed to data in a script element.
_RUN = frozenset({"", "text/javascript", "application/javascript", "module"})
#: Where the scripts of the pages stand.
_SCRIPTS = "src/factbook/theme/static"
_GOVERNED = frozenset({"script", "link", "style", "img", "base"})


def check(site: Site) -> Iterator[Problem]:
    """Pages that Sphinx makes of itself, such as the search, are pages too."""
    for page in (*site, *site.machine_pages):
        yield from site.on_page("policy", page, _on)


def _on(page: Page) -> Iterator[Problem]:
    def problem(found: str, advice: str) -> Problem:
        return page.problem("page.policy", found, "a page that its policy governs", advice)

    root = page.root
    if not _is_governed(root, of_page(page.name)):
        yield problem(
            "the site's Content-Security-Policy does not come first in its head",
            "src/factbook/theme/templates/layout.html",
        )
    for script in root.iter("script"):
        if not script.get("src") and script.get("type", "") in _RUN:
            text = " ".join((script.text or "").split())[:60]
            yield problem(f"it has a script within it: «{text}»", f"move it to a file of {_SCRIPTS}")
    for element in root.iter():
        for name, value in element.items() if isinstance(element.tag, str) else ():
            if name.startswith("on"):
                yield problem(f"<{element.tag} {name}=…> is a script", f"listen for it in a file of {_SCRIPTS}")
            if value.strip().lower().startswith("javascript:"):
                yield problem(f"<{element.tag} {name}={value[:40]}> is a script", "lead to a place or use a button")


def _is_governed(root: HtmlElement, policy: str) -> bool:
    """Whether the ``policy`` comes before the first element that loads or runs anything."""
    for element in root.iter():
        if element.tag == "meta" and element.get("http-equiv", "").lower() == "content-security-policy":
            return bool(element.get("content") == policy)
        if element.tag in _GOVERNED:
            return False
    return False
