"""The answer first: a chapter opens with a paragraph of few sentences, with the numbers that carry its answer."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checks.manuscript import own
from factbook.checks.pages import Page, Site
from factbook.checks.statements import statements
from factbook.problems import Problem

#: What an official reads before the next page.
_SENTENCES = 3


def check(site: Site) -> Iterator[Problem]:
    yield from site.on_each_page("openings", _on)


def _on(page: Page) -> Iterator[Problem]:
    is_of_the_market = page.name not in own.at_hand().about_the_book
    speaks_of_the_market = is_of_the_market and bool(page.article.xpath(".//data[@data-fact]"))
    opening = next(iter(page.article.xpath("./section/p | ./section/section")), None)
    if opening is None or opening.tag != "p":
        # A chapter of one section begins with it.
        if speaks_of_the_market and len(page.article.xpath("./section/section")) > 1:
            found = "no paragraph stands before the first section"
            yield page.problem("page.opening", found, "an answer first", "write one under the title")
        return
    said = [one for one in statements(page) if one.element is opening]
    if len(said) > _SENTENCES:
        found, expected = f"the chapter opens with {len(said)} sentences", f"its answer in {_SENTENCES} at most"
        yield page.problem("page.opening", found, expected, "say it shorter, or begin a second paragraph", opening)
    if speaks_of_the_market and not any(one.marks for one in said):
        found = "the chapter opens without a number of the book"
        yield page.problem("page.opening", found, "the numbers that carry its answer", "say them there", opening)
