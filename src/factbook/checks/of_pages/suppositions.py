"""A supposed number stands only where the book shows that numbers can be supposed."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checks.manuscript import own
from factbook.checks.pages import Page, Site, text_of
from factbook.problems import Problem


def check(site: Site) -> Iterator[Problem]:
    """Look at the whole page, its head and the texts of its figures included."""
    yield from site.on_each_page("suppositions", _on)


def _on(page: Page) -> Iterator[Problem]:
    where, within = own.at_hand().what_if
    for element in page.root.xpath("//*[@data-if]"):
        sections = {above.get("id") for above in element.iterancestors("section")}
        if page.name != where or within not in sections:
            yield page.problem(
                "page.supposition",
                f"«{text_of(element)}» is supposed: {element.get('data-if')}",
                f"supposed numbers in the section {within} of {where} alone",
                "take at_rate(…) or with_fact(…) out of the chapter, or call book.reset() after it",
                element,
            )
