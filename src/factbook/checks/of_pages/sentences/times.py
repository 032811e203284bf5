"""A year or month beside a number is the number's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factbook.checks.pages import text_of
from factbook.checks.statements import CITED, Mark, Statement
from factbook.facts import Entry, Facts, claims
from factbook.facts.state import State
from factbook.languages.comparing import Comparing

#: Parts of a table, whose times are in its heads.
CELLS = frozenset({"td", "th", "caption"})
_ADVICE = "mend the year, or say the number of that year, in every language"

_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d")

_Numbers = list[tuple[Mark, Entry]]
_Wrong = tuple[str, str]


def wrong(said: Statement, known: Facts, language: str, words: Comparing) -> Iterator[tuple[str, str, str]]:
    """What is wrong in a sentence, what was expected, and what to do; each once."""
    numbers = [(mark, entry) for mark in said.marks if (entry := known.entries.get(mark.fact or ""))]
    found = [
        *_beside(said, numbers, words),
        *_in_heads(said, numbers, words),
        *_first(said, numbers, words),
        *_in_order(said, numbers, known, words),
    ]
    for what, expected in dict.fromkeys([*found, *_months(said, numbers, language, words)]):
        yield what, expected, _ADVICE


def _beside(said: Statement, numbers: _Numbers, words: Comparing) -> Iterator[_Wrong]:
    """A year that touches a number."""
    for mark, entry in numbers:
        if not entry.years or entry.unit.is_calendar:
            continue
        for year in (
            words.year_before.search(said.text[: mark.start]),
            words.year_after.search(said.text[mark.end :]),
        ):
            if year and not min(entry.years) <= int(year["year"]) <= max(entry.years):
                yield _wrong(year["year"], entry)


def _first(said: Statement, numbers: _Numbers, words: Comparing) -> Iterator[_Wrong]:
    """A year that a sentence begins with, where no number of the sentence is of it."""
    dated = [entry for _, entry in numbers if entry.years and not entry.unit.is_calendar]
    first = words.year_first.search(said.text)
    if first and dated and not any(min(one.years) <= int(first["year"]) <= max(one.years) for one in dated):
        yield _wrong(first["year"], dated[0])


def _in_heads(said: Statement, numbers: _Numbers, words: Comparing) -> Iterator[_Wrong]:
    """A head of a row that is a year, and no more; a head of a column with one year."""
    columns = [list(words.years.finditer(text)) for text in said.heads[1:]]
    found = [words.year_alone.search(text) for text in said.heads] + [one[0] for one in columns if len(one) == 1]
    years = {int(head["year"]) for head in found if head}
    for _, entry in numbers:
        if len(years) == 1 and entry.years and not entry.unit.is_calendar and years.isdisjoint(entry.years):
            yield _wrong(str(min(years)), entry)


def _in_order(said: Statement, numbers: _Numbers, known: Facts, words: Comparing) -> Iterator[_Wrong]:
    """As many years as numbers of one year each: they are meant in this order."""
    within = taken(said)
    years = [int(year["year"]) for year in words.years.finditer(said.text) if not is_in(year.start(), within)]
    pairs = set(known.converted_from)
    meant = [entry for _, entry in numbers if entry.id not in pairs and not entry.unit.is_calendar]
    if len(meant) == len(years) and all(len(entry.years) == 1 for entry in meant):
        for year, entry in zip(years, meant, strict=True):
            if entry.years != (year,):
                yield _wrong(str(year), entry)


def taken(said: Statement) -> list[range]:
    """Where numbers and citations stand, which have years of their own."""
    return [*(range(one.start, one.end) for one in said.marks), *(range(c.start, c.end) for c in said.citations)]


def is_in(place: int, ranges: Iterable[range]) -> bool:
    return any(place in one for one in ranges)


def _months(said: Statement, numbers: _Numbers, language: str, words: Comparing) -> Iterator[_Wrong]:
    """Months in a sentence, of which none is that of a number whose label names one."""
    within = [range(mark.start, mark.end) for mark in said.marks]
    named = {one[0] for one in words.months.finditer(said.text) if not is_in(one.start(), within)}
    for _, entry in numbers:
        own = set(words.months.findall(entry.label[language]))
        if own and named and own.isdisjoint(named):
            yield f"{', '.join(sorted(named))} beside {entry.id}", f"{', '.join(sorted(own))}, of which that number is"


def unbound(said: Statement, data: State, words: Comparing) -> Iterator[tuple[str, str, str]]:
    """Years typed in a sentence that are of none of its numbers; where it says none, of none around it."""
    within = [*taken(said), *(range(c.start, c.end) for c in said.claims), *(range(t.start, t.end) for t in said.times)]
    typed = {int(year["year"]) for year in words.years.finditer(said.text) if not is_in(year.start(), within)}
    if not typed:
        return
    where = "sentence"
    if numbers := _dated(said, data.facts):
        bound = numbers | _said(said.text, within) | _claimed(said, data)
    elif said.element.tag in CELLS or next(said.element.iterancestors(*CELLS), None) is not None:
        return
    else:
        where, bound = "paragraph", _bound(said, data.facts)
    if loose := typed - bound:
        yield (
            f"{', '.join(map(str, sorted(loose)))} is typed, and no number or source beside it is of that time",
            f"years of the numbers that the {where} says",
            'write {eval}`book.when("id")` with the id of a number of that year',
        )


def _dated(said: Statement, known: Facts) -> set[int]:
    """The years of the numbers of a sentence, and of those that they are computed from."""
    entries = [entry for mark in said.marks if (entry := known.entries.get(mark.fact or "")) and entry.years]
    operands = (known.entries.get(one) for entry in entries for one in getattr(entry, "operands", ()))
    entries += [operand for operand in operands if operand]
    return {year for entry in entries for year in entry.years}


def _said(text: str, within: Iterable[range]) -> set[int]:
    return {int(year) for one in within for year in _YEARS.findall(text[one.start : one.stop])}


def _claimed(said: Statement, data: State) -> set[int]:
    """The years of the numbers of which a sentence claims something."""
    made = (data.claims[one.claim] for one in said.claims if one.claim in data.claims)
    return {
        year for claim in made for entry in claims.about(claim, data.facts, data.judgements) for year in entry.years
    }


def _bound(said: Statement, known: Facts) -> set[int]:
    """The years of the numbers and sources around a sentence, and those that are said by themselves."""
    years: set[int] = set()
    for element in said.surroundings.iter("data", "a", "time"):
        if element.tag == "data":
            entry = known.entries.get(element.get("data-fact", ""))
            years.update(entry.years if entry else ())
        if element.tag != "a" or CITED.search(element.get("href", "")):
            years.update(map(int, _YEARS.findall(text_of(element))))
    return years


def _wrong(year: str, entry: Entry) -> _Wrong:
    own = "–".join(map(str, entry.years))
    return f"{year} beside {entry.id}", f"{own}, of which that number is"
