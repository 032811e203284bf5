"""The languages of a page show the same numbers, figures and sources, and each page says its language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

from factbook.checks.pages import Page, Site
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

#: What must be the same in every language, and how it is read from a page's text.
_SAME: dict[str, Callable[[HtmlElement], list[str]]] = {
    "numbers": lambda article: [
        f"{e.get('data-fact') or e.get('data-relation') or e.get('data-was')}/{e.get('data-part', '')}"
        for e in article.xpath(".//data")
    ],
    "figures": lambda article: article.xpath(".//@data-chart"),
    "sources": lambda article: [
        href.partition("#")[2] for href in article.xpath('.//*[contains(@class, "bibtex-citation")]//a/@href')
    ],
}


def check(site: Site) -> Iterator[Problem]:
    first, *others = LANGUAGES
    for page in site:
        if page.root.get("lang") != page.language:
            yield page.problem("language", f"it says that its language is {page.root.get('lang')}", page.language)
    for name, page in site.pages[first].items():
        for language in others:
            if name in site.pages[language]:
                yield from _compare(page, site.pages[language][name])


def _compare(page: Page, other: Page) -> Iterator[Problem]:
    for what, read in _SAME.items():
        here, there = Counter(read(page.article)), Counter(read(other.article))
        for one, times in ((here - there) | (there - here)).items():
            short, long = (other, page) if here[one] > there[one] else (page, other)
            yield short.problem(
                f"twin-{what}",
                f"{one} stands {times} times less often than in {long.shown}",
                f"the same {what} in every language",
                "write the sentence in this language too",
            )
