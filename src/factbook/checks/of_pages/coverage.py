"""Every number of a page is carried by a fact or excused by a declared rule; what both languages type, both say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factbook.checks import coverage
from factbook.checks.coverage import Number
from factbook.checks.pages import Page, Site
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

#: A page's name and the section on it.
_Place = tuple[str, str]


def check(site: Site) -> Iterator[Problem]:
    found = list(coverage.numbers(site))
    yield from (number.problem for number in found if number.problem)
    yield from _said_once(site, found)


def _said_once(site: Site, found: Iterable[Number]) -> Iterator[Problem]:
    """The years, dates and section numbers that one language's section says, and the other's does not."""
    said: dict[str, dict[_Place, Counter[str]]] = {language: {} for language in LANGUAGES}
    for number in found:
        if typed := number.said_twice:
            place = (number.page, number.section)
            said[number.language].setdefault(place, Counter())[typed] += 1
    first, *others = LANGUAGES
    for language in others:
        for name in site.pages[first].keys() & site.pages[language].keys():
            pages = (site.pages[first][name], site.pages[language][name])
            for place in sorted(place for place in said[first].keys() | said[language].keys() if place[0] == name):
                counts = (said[first].get(place, Counter()), said[language].get(place, Counter()))
                yield from _compare(pages, place[1], counts)


def _compare(pages: tuple[Page, Page], section: str, counts: tuple[Counter[str], Counter[str]]) -> Iterator[Problem]:
    for (here, there), (more, fewer) in zip((pages, pages[::-1]), (counts, counts[::-1]), strict=True):
        for typed, times in sorted((more - fewer).items()):
            yield there.problem(
                "page.coverage-twin",
                f"section «{section}» says {typed} {times} times less often than {here.shown}",
                "the same years, dates and chapters of the report in the same section of every language",
                "compare the two sections: one of them is wrong, or says more than the other",
            )
