"""The languages of a page show the same numbers, figures and sources, and each page says its language.

What each number is bound to is the same, too: the sources that its sentence cites, the claims that it makes. A sentence
of one language may be two of the other, so that one of two sets may be a part of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

from factbook.checks.pages import Page, Site
from factbook.checks.statements import Statement, statements
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

#: What must be the same in every language, by the code of its problem, and how it is read from a page's text.
_SAME: dict[str, Callable[[HtmlElement], list[str]]] = {
    "page.twin-numbers": lambda article: [
        f"{e.get('data-fact') or e.get('data-relation') or e.get('data-was')}/{e.get('data-part', '')}"
        for e in article.xpath(".//data")
    ],
    "page.twin-figures": lambda article: article.xpath(".//@data-chart"),
    "page.twin-sources": lambda article: [
        href.partition("#")[2] for href in article.xpath('.//*[contains(@class, "bibtex-citation")]//a/@href')
    ],
}


#: To what a number is bound by its sentence, by the code of its problem.
_BOUND: dict[str, Callable[[Statement], frozenset[str]]] = {
    "page.twin-sources-bound": lambda said: frozenset(one.source for one in said.citations),
    "page.twin-claims-bound": lambda said: frozenset(one.claim for one in said.claims),
}
_Bindings = dict[str, dict[tuple[str, str], list[frozenset[str]]]]


def check(site: Site) -> Iterator[Problem]:
    first, *others = LANGUAGES
    bound: dict[Page, _Bindings] = {}
    for page in site:
        if page.root.get("lang") != page.language:
            yield page.problem("page.language", f"it says that its language is {page.root.get('lang')}", page.language)
        bound[page] = dict(site.on_page("bindings", page, lambda page: _bindings(page).items()))
    for page in (page for page in site if page.language == first):
        for other in (site.pages[language].get(page.name) for language in others if language in site.pages):
            if other:
                yield from _compare(page, other)
                yield from _bound_otherwise((page, bound[page]), (other, bound[other]))


def _compare(page: Page, other: Page) -> Iterator[Problem]:
    for code, read in _SAME.items():
        here, there = Counter(read(page.article)), Counter(read(other.article))
        for one, times in ((here - there) | (there - here)).items():
            short, long = (other, page) if here[one] > there[one] else (page, other)
            yield short.problem(
                code,
                f"{one} stands {times} times less often than in {long.shown}",
                f"the same {_what(code)} in every language",
                "write the sentence in this language too",
            )


def _bound_otherwise(ours: tuple[Page, _Bindings], theirs: tuple[Page, _Bindings]) -> Iterator[Problem]:
    """Numbers that a section says with sources, or claims, of which some are missing in either language."""
    (page, here), (other, there) = ours, theirs
    for code, bound in here.items():
        for place in bound.keys() & there[code].keys():
            section, number = place
            unmet = _unmet(bound[place], there[code][place])
            if unmet is not None:
                one, two = (", ".join(sorted(some)) or "none" for some in unmet)
                yield page.problem(
                    code,
                    f"{number}, in the section «{section}», stands in a sentence with the {_what(code)} {one}; "
                    f"in {other.shown} with {two}",
                    f"the same {_what(code)} beside a number in every language",
                    "move the citation or the claim to the sentence of its number, in both languages",
                )


def _what(code: str) -> str:
    """What a code is about, in words: numbers, figures, sources or claims."""
    return code.split("-")[1]


def _unmet(ours: list[frozenset[str]], theirs: list[frozenset[str]]) -> tuple[frozenset[str], frozenset[str]] | None:
    """The first two sets, in the order of the sentences, neither of which is a part of the other."""
    if len(ours) != len(theirs):
        return None
    free = list(theirs)
    for one in sorted(ours, key=len, reverse=True):
        meeting = min((two for two in free if one <= two or two <= one), key=lambda two: len(one ^ two), default=None)
        if meeting is None:
            return one, free[0]
        free.remove(meeting)
    return None


def _bindings(page: Page) -> _Bindings:
    """The sets that each number is bound to, by code, section and number."""
    found: _Bindings = {code: {} for code in _BOUND}
    for said in statements(page):
        section = said.section.get("id") or ""
        for number in {one.fact or one.relation for one in said.marks} - {None}:
            for code, read in _BOUND.items():
                found[code].setdefault((section, str(number)), []).append(read(said))
    return found
