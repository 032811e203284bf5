"""The words of a figure beside its marks: tooltips, names of rows, the alternative text.

A tooltip says the number of its own mark. A row is named as its number's label says it, not as the label of another row
does. The alternative text says the numbers in the order of the table, each with its own year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from factbook import languages, report
from factbook.checks.manuscript import numerals
from factbook.checks.of_pages.geometry.told import Told, Wrong
from factbook.interface import catalogue

#: The fields of a chart's rows that say its number to readers.
_SAYING = ("shown", "said", "value", "dollars")
#: By how much another row's label must fit a name better; a name may have few letters.
_CLEARLY = 0.15
_ID = re.compile(r"\{([a-z0-9][a-z0-9.-]*)\}")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*%?")
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?![\d,.])")


def check(told: Told) -> Iterator[Wrong]:
    """What is wrong with the words of a figure."""
    for row in _rows(told.spec):
        yield from _tooltip(row)
    yield from _names(told)
    yield from _titles(told)
    yield from _digits(told)
    yield from _alternative(told)


def _rows(node: Any) -> Iterator[Mapping[str, Any]]:
    """Every row of data in a specification, once."""
    if isinstance(node, Mapping):
        values = node.get("values")
        if isinstance(values, list):
            yield from (row for row in values if isinstance(row, Mapping))
        for value in node.values():
            yield from _rows(value)
    elif isinstance(node, list):
        for value in node:
            yield from _rows(value)


def _titles(told: Told) -> Iterator[Wrong]:
    """A tooltip that says under the heading of one column what stands in another."""
    columns = {heading: set(told.column(place)) - {""} for place, heading in enumerate(told.figure.headings)}
    rows = list(_rows(told.spec))
    for field, title in dict.fromkeys(_tooltips(told.spec)):
        values = {str(row[field]) for row in rows if field in row}
        of = {heading for heading, cells in columns.items() if values & cells}
        if title in columns and of and title not in of:
            yield f"the tooltip «{title}»", f"it says {', '.join(sorted(values)[:3])}", f"what stands under «{title}»"


def _tooltips(node: Any) -> Iterator[tuple[str, str]]:
    """The field and the title of every line of every tooltip."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key == "tooltip" and isinstance(value, list):
                yield from ((one["field"], one.get("title") or "") for one in value)
            else:
                yield from _tooltips(value)
    elif isinstance(node, list):
        for value in node:
            yield from _tooltips(value)


def _digits(told: Told) -> Iterator[Wrong]:
    """Digits beside the marks that the data table behind the figure does not have."""
    figure = told.figure
    cells = (cell.text for row in figure.rows for cell in row)
    known = {
        digits for text in (*cells, *figure.headings, figure.alt, figure.title) for digits in _FIGURE.findall(text)
    }
    for mark in (mark for group in told.drawn.groups("text") for mark in group):
        for digits in _FIGURE.findall(mark.text):
            if digits not in known:
                yield f"the words «{mark.text}» of a mark", digits, "digits of the data table"


def _tooltip(row: Mapping[str, Any]) -> Iterator[Wrong]:
    numbers = [float(value) for value in row.values() if isinstance(value, int | float)]
    numbers += [abs(one - other) for one, other in combinations(numbers, 2)]
    for field in _SAYING:
        text = row.get(field)
        amounts = [found.amount for found in numerals.find(text) if found.amount] if isinstance(text, str) else []
        if amounts and numbers and not any(_is_one_of(amount, numbers) for amount in amounts):
            yield f"the words «{text}» of a mark", f"its row has {row}", "its own number"


def _is_one_of(amount: Any, numbers: Sequence[float]) -> bool:
    half = float(amount.ulp) / 2
    return any(abs(float(amount.value) - number) <= half * 1.000001 + 1e-9 * abs(number) for number in numbers)


def _names(told: Told) -> Iterator[Wrong]:
    """Two rows that would be named better with their names exchanged."""
    language = told.figure.language
    named = []
    for cells in told.figure.rows:
        number = next((cell.number for cell in cells if cell.number and not cell.part), "")
        if number in told.data.facts.entries and cells and not cells[0].number:
            name = " ".join(cell.text for cell in cells[:2] if not cell.number)
            named.append((name, told.data.facts.entries[number].label[language]))
    for (one, label), (other, its_label) in combinations(named, 2):
        as_it_is = _fit(one, label) + _fit(other, its_label)
        exchanged = _fit(one, its_label) + _fit(other, label)
        if exchanged > as_it_is + _CLEARLY:
            yield f"the row «{one}»", f"its number is «{label}»", f"the number of «{other}»: «{its_label}»"


def fitting(what: str, named: Iterable[tuple[str, str]]) -> Iterator[Wrong]:
    """Names beside marks, each with the text of its own row, that fit the text of another row better."""
    rows = list(named)
    for name, own in rows:
        nearest = max((text for _, text in rows), key=lambda text: _fit(name, text))
        if _fit(name, nearest) > _fit(name, own) + _CLEARLY:
            yield f"{what} «{name}»", f"it stands beside «{own}»", f"a name of that row, not of «{nearest}»"


def _fit(name: str, label: str) -> float:
    """How much of a name stands in a label, by pairs of letters."""
    pairs = _pairs(name)
    return len(pairs & _pairs(label)) / len(pairs) if pairs else 0.0


def _pairs(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", text.lower())
    return frozenset(word[at : at + 2] for word in words for at in range(len(word) - 1))


def _alternative(told: Told) -> Iterator[Wrong]:
    template = catalogue.of(told.figure.language).strings.get(f"figure.{told.figure.name}.alt", "")
    yield from _years(template, told)
    yield from _order(template, told)
    yield from _filled(template, told)
    for other in catalogue.LANGUAGES:
        its = catalogue.of(other).strings.get(f"figure.{told.figure.name}.alt", "")
        if sorted(_ID.findall(its)) != sorted(_ID.findall(template)):
            found = f"its numbers are {', '.join(_ID.findall(template))}"
            yield "the alternative text", found, f"those of «{other}»: {', '.join(_ID.findall(its))}"


def _years(template: str, told: Told) -> Iterator[Wrong]:
    """A number beside the year of another: in each clause, as many years as numbers are taken in their order."""
    for clause in re.split(r"[.;:]\s|\bbut\b", template):
        ids = [name for name in _ID.findall(clause) if len(_years_of(name, told)) == 1]
        years = [int(year) for year in _YEAR.findall(_ID.sub("", clause))]
        if ids and len(ids) == len(years):
            for name, year in zip(ids, years, strict=True):
                if _years_of(name, told) != (year,):
                    yield "the alternative text", f"{name} beside {year}", f"{_years_of(name, told)[0]}, its year"


def _years_of(name: str, told: Told) -> tuple[int, ...]:
    entry = told.data.facts.entries.get(name)
    return entry.years if entry else ()


def _order(template: str, told: Told) -> Iterator[Wrong]:
    """The numbers of a column of the table stand in the text in the order of the rows, or in the one declared."""
    said, declared = _ID.findall(template), report.module("geometry").ORDERS
    for place in range(len(told.figure.headings)):
        column = [row[place].number for row in told.figure.rows if row[place].number and not row[place].part]
        order = [name for name in declared.get(told.figure.name, column) if name in column]
        wanted = [name for name in order if said.count(name) == 1 and column.count(name) == 1]
        found = [name for name in said if name in wanted]
        if found != wanted:
            yield "the alternative text", f"it says {', '.join(found)}", f"in this order: {', '.join(wanted)}"


def _filled(template: str, told: Told) -> Iterator[Wrong]:
    """The text on the page is the template with its numbers, each read back."""
    literals = _ID.split(template)[::2]
    read = re.fullmatch("(.+?)".join(map(re.escape, literals)), told.figure.alt)
    if read is None:
        yield "the alternative text", f"«{told.figure.alt}»", f"«{template}»"
        return
    for name, text in zip(_ID.findall(template), read.groups(), strict=True):
        entry = told.data.facts.entries.get(name)
        if entry is None:
            yield "the alternative text", f"«{name}» is no number", "the id of one"
            continue
        amount = languages.of(told.figure.language).read(text, unit=entry.unit.key, noun=entry.unit.noun)
        if abs(amount.value - entry.value) > amount.ulp / 2:
            yield "the alternative text", f"it says {text} as {name}", f"{entry.value:f}"
