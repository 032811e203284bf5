"""Which rows and columns of a table are heads, and the numbers under them with their units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factbook import languages
from factbook.checker.sentences.model import Figure, Kind
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.model import Cell, Grid, Head, Role, Sheet
from factbook.checker.tables.numbers import Number, number_in
from factbook.checker.tables.pairs import split_pairs
from factbook.checker.tables.roles import head, rates_behind_changes, sections, with_details, with_wholes
from factbook.checker.tables.units import NUMBER, PERCENT, POINTS, UNSTATED, Unit, units_in, unknown_units
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

#: A year, alone or with words behind it: 2022, FY2022, 2022 revised, 2024 €m.
_CALENDAR = re.compile(r"(?:19|20)[0-9]{2}년")
_OF_A_YEAR = re.compile(
    r"\s*(?:FY\s?)?(?:19|20)[0-9]{2}(?:년|년도|E|A|F|P|\([EAFP]\))?(?:\s*$|\s+\S|\.(?:1[0-2]|0?[1-9])\.?\s*$)"
)
_PERCENT_ROLES = frozenset({Role.SHARE, Role.GROWTH, Role.ANNUAL})
#: Where percentages are all that a table is said to hold, a number above this is none.
_WHOLE = 100
#: A table without a row of heads has more rows than this, or is none.
_LEAST_ROWS = 3
#: A line above a table that is longer than this and has no word for «unit» is a sentence where it stops like one.
_LONGEST_CAPTION = 60
_LONGEST_SENTENCE = 160
_STOPS = re.compile(r"[.!?。]\s*$|[.!?] [A-Z]|다\. ")


@dataclass(frozen=True, slots=True)
class _TableUnits:
    """The units of the lines above a table: the first that is no percentage, and whether percentages are named too."""

    plain: Unit | None
    percent: bool
    unknown: bool = False


def sheet_of(grid: Grid) -> Sheet | None:
    """The numbers of a table with their heads and units; ``None`` where it has no heads, or no number under them."""
    grid = split_pairs(grid)
    top = _head_rows(grid)
    side = _head_columns(grid, top)
    if not top < len(grid.rows) or not 0 < side < len(grid.rows[0]) or (not top and len(grid.rows) < _LEAST_ROWS):
        return None
    rate, units = _above(grid.above)
    headed = _joined(grid.rows[row][column] for row in range(top) for column in range(side))
    corner = units_in(_joined(grid.rows[row][0] for row in range(top)))
    around = (*grid.above, *grid.below)
    rounded = any(WORDS.has("rounded", line) for line in around)
    if units.plain is None and corner:
        units = _TableUnits(next((one for one in corner if not one.is_percent), None), PERCENT in corner)
    columns = [_joined(grid.rows[row][column] for row in range(top)) for column in range(side, len(grid.rows[0]))]
    labels = [_joined(row[:side]) for row in grid.rows[top:]]
    numbers = [[_number(cell) for cell in row[side:]] for row in grid.rows[top:]]
    positive = [_always_bracketed([line[index] for line in numbers]) for index in range(len(columns))]
    column_heads = tuple(rates_behind_changes([head(label) for label in columns]))
    row_heads = sections(with_details([head(label) for label in labels]), numbers)
    column_units = _with_changes([_own_unit(label) for label in columns], column_heads)
    row_units = [_own_unit(label) for label in labels]
    falling = any(one is not None and one.falls for line in numbers for one in line)
    figures, unitless = [], 0
    for row, line in enumerate(numbers):
        filled: list[Figure | None] = []
        for column, number in enumerate(line):
            cell = grid.rows[top + row][side + column]
            if number is None or cell is None:
                filled.append(None)
                continue
            unit = _unit(number, column_heads[column], row_heads[row], column_units[column], row_units[row], units)
            unitless += not unit.stated
            years = (column_heads[column].years or row_heads[row].years)[-1:]
            if number.rises and falling:
                number = replace(number, value=abs(number.value))
            filled.append(_figure(cell, number, unit, positive[column], years, rounded=rounded))
        figures.append(tuple(filled))
    row_heads = with_wholes(row_heads, figures)
    return Sheet(row_heads, column_heads, tuple(figures), rate, unitless, headed, around, grid.cut)


def _joined(cells: Iterable[Cell | None]) -> str:
    """The texts of cells, each once, in order."""
    return " ".join(dict.fromkeys(cell.text.strip() for cell in cells if cell is not None and cell.text.strip()))


def _is_number(cell: Cell | None) -> bool:
    return cell is not None and not _OF_A_YEAR.match(cell.text) and number_in(cell.text) is not None


def _number(cell: Cell | None) -> Number | None:
    """The number of a cell; a year of the calendar among other numbers is no amount."""
    return None if cell is None or _CALENDAR.fullmatch(cell.text.strip()) else number_in(cell.text)


def _head_rows(grid: Grid) -> int:
    """How many rows at the top hold no number but years, beside the first column."""
    for index, row in enumerate(grid.rows):
        if any(_is_number(cell) for cell in row[1:]):
            return index
    return len(grid.rows)


def _head_columns(grid: Grid, top: int) -> int:
    """How many columns at the left hold words or years only; a column that counts the rows is no number."""
    width = len(grid.rows[0]) if grid.rows else 0
    for column in range(width):
        cells = [row[column] for row in grid.rows[top:]]
        if any(map(_is_number, cells)) and not (column == 0 and width > 2 and _counts(cells)):
            return max(column, 1)
    return width


def _counts(cells: Sequence[Cell | None]) -> bool:
    """Whether cells are 1, 2, 3 …, which number the rows or rank them."""
    texts = [cell.text.strip() for cell in cells if cell is not None]
    return len(texts) > 2 and texts[:3] == ["1", "2", "3"]


def _above(lines: Sequence[str]) -> tuple[Interval | None, _TableUnits]:
    """The exchange rate and the units that the lines above a table state."""
    rate: Interval | None = None
    plain: Unit | None = None
    percent = unknown = False
    for line in reversed(lines):
        spared = line
        for found in languages.scan(line):
            if found.amount.unit == "krw-per-usd" and rate is None:
                rate = found.amount.interval
            spared = spared[: found.start] + "0" * (found.end - found.start) + spared[found.end :]
        if len(line) > (_LONGEST_SENTENCE if not _STOPS.search(line) else _LONGEST_CAPTION) and not WORDS.has(
            "unit_line", line
        ):
            continue
        units = _own_unit(spared)
        unknown = unknown or unknown_units(line)
        percent = percent or PERCENT in units
        plain = plain or next((one for one in units if not one.is_percent), None)
        if units or unknown:
            break
    return rate, _TableUnits(plain, percent, unknown)


def _own_unit(label: str) -> list[Unit]:
    """The units that a head names: in brackets, behind a comma, or as all of it."""
    bracketed = ";".join(re.findall(r"[(（\[]([^)）\]]*)[)）\]]", label))
    parts = re.split("[,;]", bracketed) + re.split(r"[,/:;]", label)[1:]
    return [unit for part in [*parts, label] for unit in units_in(part)]


def _with_changes(units: list[list[Unit]], heads: Sequence[Head]) -> list[list[Unit]]:
    """The units of columns; a change of which none is named is in that of the column before it."""
    filled: list[list[Unit]] = []
    for own, one in zip(units, heads, strict=True):
        before = filled[-1] if filled and not any(unit.is_percent for unit in filled[-1]) else []
        filled.append(own or (before if one.role is Role.CHANGE else []))
    return filled


def _unit(
    number: Number, column: Head, row: Head, from_column: list[Unit], from_row: list[Unit], table: _TableUnits
) -> Unit:
    """The unit of a cell: its own, else its column's, else its row's, else the table's."""
    if number.unit:
        own = units_in(number.unit)
        return own[0] if own else UNSTATED
    for units in (from_column, from_row):
        if units:
            return units[0]
    if column.role in _PERCENT_ROLES or row.role in _PERCENT_ROLES:
        return PERCENT
    if Role.OTHER in (column.role, row.role):
        return UNSTATED
    if table.plain is not None:
        return table.plain
    if table.percent and not table.unknown and abs(number.value) <= _WHOLE:
        return PERCENT
    return NUMBER if WORDS.has("counted", column.label) or WORDS.has("counted", row.label) else UNSTATED


def _figure(cell: Cell, number: Number, unit: Unit, positive: bool, years: tuple[int, ...], *, rounded: bool) -> Figure:
    value = number.value * unit.scale
    if number.bracketed and not positive and not unit.is_percent:
        value = -value
    exact = unit.stated and not rounded and unit.scale == 1
    counted = exact and unit.name not in ("percent", "pp") and not unit.name.isupper()
    ulp = Decimal(0) if counted and number.ulp == 1 else number.ulp * unit.scale
    kind = {PERCENT.name: Kind.PERCENT, POINTS.name: Kind.POINTS}.get(unit.name, Kind.MONEY)
    text = cell.text.strip()
    start = cell.start + cell.text.find(text)
    return Figure(start, start + len(text), text, Amount(value, unit.name, ulp), kind, year=years[0] if years else None)


def _always_bracketed(numbers: Sequence[Number | None]) -> bool:
    """Whether brackets are how a column is set, and so no sign."""
    present = [one for one in numbers if one is not None]
    return len(present) > 1 and all(one.bracketed for one in present)
