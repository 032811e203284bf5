"""The third entry of a number: the fewest words in which its source prints it, read again by themselves.

Amount, hedge, precision, years and names are taken from the words as a reader of the source would take them, without a
look at ``facts.csv``, and then held to the fact. Who mistypes a number, its year or its subject in both other entries
at once is told here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from factbook import languages
from factbook.data.package import Package, Row
from factbook.facts import Entry, Fact, Facts
from factbook.facts import names as all_names
from factbook.facts.cells import plainly
from factbook.facts.names import Names, shown, strangers
from factbook.languages import claiming
from factbook.languages.language import needs_noun
from factbook.problems import Problem
from factbook.quantities.amounts import Amount

TABLE = "quotes"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOST_WORDS = 20
_ADVICE = "look the number up in its source, and mend the entry that differs from what is printed there"
#: A year, with what follows of a date in figures: 2019, 2017-2025, 2019.9, 2022-05-12.
_YEAR = re.compile(
    r"(?<![\d.,])(?P<year>(?:19|20|21)\d\d)(?!\d|,\d)"
    r"(?:[.-]\s?(?P<month>1[0-2]|0?[1-9])(?!\d)(?:[.-]\s?(?P<day>[12]\d|3[01]|0?[1-9])(?!\d))?)?"
)
#: Dates of either language, each part of which may be left to the date of the article.
_DATES = (
    _YEAR,
    re.compile(r"(?:(?P<year>(?:19|20|21)\d\d)년\s?)?(?P<month>\d{1,2})월(?:\s?(?P<day>\d{1,2})일)?"),
    re.compile(r"(?<![\d월])(?<!월\s)(?P<day>\d{1,2})일"),
    re.compile(
        rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?(?:\s(?:of\s)?(?P<day>\d{{1,2}})(?!\d))?"
        r"(?:,?\s(?:of\s)?(?P<year>(?:19|20|21)\d\d))?"
    ),
    re.compile(rf"(?P<day>\d{{1,2}})\s(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?(?:\s(?P<year>(?:19|20|21)\d\d))?"),
)
#: Units that a source may also print as another: won per dollar as won.
_ALSO_PRINTED_IN = {"krw-per-usd": "KRW"}
_RANGES = frozenset({"–", "-", "~", " to ", "에서 "})


def check(package: Package, facts: Facts) -> Iterator[Problem]:
    """Quotes that do not say what the fact says, or quote no number of a source."""
    if TABLE not in package.files:
        return
    names = all_names.load(package)
    for row in package.rows(TABLE):
        fact = facts.entries.get(row["fact"])
        if not isinstance(fact, Fact):
            yield from _told(row, "fact", f"no source gives a number with the id «{row['fact']}»", "an id of facts.csv")
            continue
        if len(row["quote"].split()) > _MOST_WORDS:
            yield from _told(row, "quote", f"{len(row['quote'].split())} words", f"at most {_MOST_WORDS} words")
        yield from _differences(row, fact, names)


def _differences(row: Row, fact: Fact, names: Names) -> Iterator[Problem]:
    quote, language = row["quote"], row["lang"]
    if not says(fact, quote, language):
        printed = amounts(quote, language)
        expected = f"{fact.id} as facts.csv has it: {plainly(fact.amount)}"
        yield from _told(row, "quote", f"the words print {', '.join(map(plainly, printed)) or 'no number'}", expected)
    if fact.years and (others := {int(found["year"]) for found in _YEAR.finditer(quote)} - set(fact.years)):
        found = f"the words are of {', '.join(map(str, sorted(others)))}"
        yield from _told(row, "quote", found, f"{fact.id}, of {', '.join(map(str, fact.years))}")
    yield from _others(row, fact, names)


def says(fact: Fact, quote: str, language: str) -> bool:
    """Whether the words print the fact's number."""
    if fact.unit.is_calendar:
        return any(_is_part_of(date, fact.value) for date in _dates(quote))
    return any(_agrees(amount, fact) for amount in amounts(quote, language))


def amounts(quote: str, language: str) -> tuple[Amount, ...]:
    """The amounts that words print, in figures and then spelled out. In «38–75%» both ends are percentages."""
    found = list(languages.of(language).scan(quote))
    units = [one.amount.unit for one in found]
    for place, (one, after) in enumerate(pairwise(found)):
        if quote[one.end : after.start] in _RANGES and units[place] == "number":
            units[place] = after.amount.unit
    written = (replace(one.amount, unit=unit) for one, unit in zip(found, units, strict=True))
    return (*written, *(Amount(number, "number") for number in claiming.spelled(quote, language)))


def _agrees(printed: Amount, fact: Fact) -> bool:
    """Whether the amount is the fact's, to the same digit; the noun of a count is left to the label."""
    own = fact.amount
    units = {"number" if needs_noun(own.unit) else own.unit, _ALSO_PRINTED_IN.get(own.unit)}
    is_as_exact = own.ulp == printed.ulp or Decimal(0) in (own.ulp, printed.ulp)
    is_the_same = (printed.value, printed.qualifier) == (own.value, own.qualifier)
    return is_as_exact and is_the_same and printed.unit in units


_Date = tuple[int | None, int | None, int | None]


def _dates(quote: str) -> Iterator[_Date]:
    """Year, month and day of every date of the words, ``None`` where a part is not said."""
    for pattern in _DATES:
        for found in pattern.finditer(quote):
            said = found.groupdict()
            month = said.get("month")
            yield (
                int(said["year"]) if said.get("year") else None,
                _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month else None,
                int(said["day"]) if said.get("day") else None,
            )


def _is_part_of(date: _Date, value: Decimal) -> bool:
    """Whether what is said of a date agrees with a year, month or day, whose last part it says or goes beyond."""
    digits = f"{value:f}"
    own = [int(part) for part in (digits[:4], digits[4:6], digits[6:8]) if part]
    said = [(one, other) for one, other in zip(date, own, strict=False) if one is not None]
    return date[len(own) - 1] is not None and all(one == other for one, other in said)


def _others(row: Row, fact: Entry, names: Names) -> Iterator[Problem]:
    """Names of another of the same kind than those that the number is about."""
    named, own = {one.of for one in names.mentioned(row["quote"], row["lang"])}, names.of(fact)
    for found, right in strangers(named, own):
        expected = f"{shown(right, row['lang'])}, as the label of {fact.id} does"
        yield from _told(row, "quote", f"the words name {shown(found, row['lang'])}", expected)


def _told(row: Row, column: str, found: str, expected: str) -> tuple[Problem, ...]:
    return row.problem("data.quote", column, found, expected, _ADVICE).problems
