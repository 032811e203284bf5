"""One amount in two columns of different currencies: 백만달러 | 억원."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checker.sentences.model import Conversion, Kind
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.model import DERIVED, Sheet
from factbook.checker.tables.units import without_units


def conversions(sheet: Sheet) -> Iterator[Conversion]:
    """Each row of two columns that hold the same in two currencies, of the same year where years are named.

    None where the table gives each row a rate of its own.
    """
    if any(WORDS.has("rate", one.label) for one in sheet.columns):
        return
    money = [
        (index, unit)
        for index, one in enumerate(sheet.columns)
        if one.role not in DERIVED and (unit := _currency(sheet, index)) is not None
    ]
    units = {unit for _, unit in money}
    if len(units) != 2:
        return
    leading = money[0][1]
    first = [index for index, unit in money if unit == leading]
    second = [index for index, unit in money if unit != leading]
    if len(first) != len(second):
        return
    for left, right in zip(first, second, strict=True):
        if not _same(sheet, left, right):
            continue
        for line in sheet.figures:
            one, other = line[left], line[right]
            if one is not None and other is not None and one.amount.value > 0 and other.amount.value > 0:
                yield Conversion(one, other)


def _same(sheet: Sheet, left: int, right: int) -> bool:
    """Whether two columns are of one year and, but for their units, of one thing."""
    one, other = sheet.columns[left], sheet.columns[right]
    if one.years != other.years:
        return False
    words = {without_units(one.label), without_units(other.label)}
    return len(words) == 1 or "" in words or WORDS.has("converted", f"{one.label} {other.label}")


def _currency(sheet: Sheet, column: int) -> str | None:
    """The one currency of a column, by its ISO code."""
    units = {figure.amount.unit for _, figure in sheet.column(column) if figure.kind is Kind.MONEY}
    unit = units.pop() if len(units) == 1 else ""
    return unit if len(unit) == 3 and unit.isupper() else None
