"""A year or month beside a number is the number's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factbook import facts
from factbook.facts import Entry, Facts
from factbook.problems import Problem
from factbook.site.pages import Page, Site
from factbook.site.statements import Mark, Statement, statements
from factbook.wording.comparing import OF, Comparing

#: Units of the calendar: such a number is a time itself.
_CALENDAR = frozenset({"year", "month", "date"})
#: How many letters of a citation may hold its year.
_CITATION = 60
_ADVICE = "mend the year, or say the number of that year, in every language"


def check(site: Site) -> Iterator[Problem]:
    known = facts.load(site.layout.package)
    yield from site.on_each_page("times", lambda page: on_page(page, known))


def on_page(page: Page, known: Facts) -> Iterator[Problem]:
    """What is wrong on one page, each place once."""
    words = OF[page.language]
    for said in statements(page):
        numbers = [(mark, entry) for mark in said.marks if (entry := known.entries.get(mark.fact or ""))]
        found = [*_beside(said, numbers, words), *_in_order(said, numbers, known, words)]
        for wrong in dict.fromkeys([*found, *_months(said, numbers, page.language, words)]):
            yield page.problem("time", f"«{said.text}»: {wrong[0]}", wrong[1], _ADVICE, said.element)


_Numbers = list[tuple[Mark, Entry]]
_Wrong = tuple[str, str]


def _beside(said: Statement, numbers: _Numbers, words: Comparing) -> Iterator[_Wrong]:
    """A year that touches a number."""
    for mark, entry in numbers:
        if not entry.years or entry.unit.key in _CALENDAR:
            continue
        for year in (
            words.year_before.search(said.text[: mark.start]),
            words.year_after.search(said.text[mark.end :]),
        ):
            if year and not min(entry.years) <= int(year["year"]) <= max(entry.years):
                yield _wrong(year["year"], entry)


def _in_order(said: Statement, numbers: _Numbers, known: Facts, words: Comparing) -> Iterator[_Wrong]:
    """As many years as numbers of one year each: they are meant in this order."""
    cited = [range(one.start, one.start + _CITATION) for one in said.citations]
    taken = [*(range(mark.start, mark.end) for mark in said.marks), *cited]
    years = [int(year["year"]) for year in words.years.finditer(said.text) if not _is_in(year.start(), taken)]
    pairs = set(known.converted_from)
    meant = [entry for _, entry in numbers if entry.id not in pairs and entry.unit.key not in _CALENDAR]
    if len(meant) == len(years) and all(len(entry.years) == 1 for entry in meant):
        for year, entry in zip(years, meant, strict=True):
            if entry.years != (year,):
                yield _wrong(str(year), entry)


def _is_in(place: int, ranges: Iterable[range]) -> bool:
    return any(place in one for one in ranges)


def _months(said: Statement, numbers: _Numbers, language: str, words: Comparing) -> Iterator[_Wrong]:
    """Months in a sentence, of which none is that of a number whose label names one."""
    taken = [range(mark.start, mark.end) for mark in said.marks]
    named = {one[0] for one in words.months.finditer(said.text) if not _is_in(one.start(), taken)}
    for _, entry in numbers:
        own = set(words.months.findall(entry.label[language]))
        if own and named and own.isdisjoint(named):
            yield f"{', '.join(sorted(named))} beside {entry.id}", f"{', '.join(sorted(own))}, of which that number is"


def _wrong(year: str, entry: Entry) -> _Wrong:
    own = "–".join(map(str, entry.years))
    return f"{year} beside {entry.id}", f"{own}, of which that number is"
