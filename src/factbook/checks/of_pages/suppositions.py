"""A supposed number stands only where the book shows that numbers can be supposed."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checks.manuscript.declared import WHAT_IF_PAGE, WHAT_IF_SECTION
from factbook.checks.pages import Page, Site, text_of
from factbook.problems import Problem


def check(site: Site) -> Iterator[Problem]:
    """Look at the whole page, its head and the texts of its figures included."""
    yield from site.on_each_page("suppositions", _on)


def _on(page: Page) -> Iterator[Problem]:
    for element in page.root.xpath("//*[@data-if]"):
        sections = {above.get("id") for above in element.iterancestors("section")}
        if page.name != WHAT_IF_PAGE or WHAT_IF_SECTION not in sections:
            yield page.problem(
                "supposition",
                f"«{text_of(element)}» is supposed: {element.get('data-if')}",
                f"supposed numbers in the section {WHAT_IF_SECTION} of {WHAT_IF_PAGE} alone",
                "take at_rate(…) or with_fact(…) out of the chapter, or call book.reset() after it",
                element,
            )
