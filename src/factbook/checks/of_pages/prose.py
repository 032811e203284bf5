"""The pages read as a stranger reads them: amounts that are said together must add up, marked as facts or not.

Where a source contradicts itself, the paragraph that quotes it names the claim of a relation recorded as failing; any
other contradiction is the book's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from factbook.checker import sentences
from factbook.checker.sentences.model import Finding
from factbook.checks.pages import Page, Site, text_of
from factbook.facts import relations
from factbook.facts.relations import FAILS
from factbook.problems import Problem

_BLOCKS = frozenset({"p", "li", "td", "th", "dt", "dd", "figcaption", "summary", "h1", "h2", "h3", "h4"})


def check(site: Site) -> Iterator[Problem]:
    failing = {one.claim for one in relations.load(site.layout.package) if one.expected == FAILS}
    yield from site.on_each_page("prose", lambda page: _on(page, failing))


def _on(page: Page, failing: set[str]) -> Iterator[Problem]:
    for block in blocks(page.article):
        yield from _check(page, block, failing)


def blocks(article: HtmlElement) -> Iterator[HtmlElement]:
    """The innermost blocks of text of an article."""
    for element in article.iter(*_BLOCKS):
        if not any(inner is not element for inner in element.iter(*_BLOCKS)):
            yield element


def _check(page: Page, block: HtmlElement, failing: set[str]) -> Iterator[Problem]:
    if failing.intersection(block.xpath(".//@data-fact")):
        return
    for finding in _findings(text_of(block), page.language):
        yield page.problem(
            "page.prose",
            f"«{finding.text}»: {finding.message} [{finding.code}]",
            f"{finding.expected[0]} to {finding.expected[1]}",
            "mend the sentence; where the source is wrong, record a relation that fails and quote its claim",
            block,
        )


@lru_cache(maxsize=8192)
def _findings(text: str, language: str) -> tuple[Finding, ...]:
    """Two of five blocks, cells above all, say what another has said: each text is read once."""
    return sentences.check_text(text, lang=language).findings
