"""Which rows and columns of a table are heads, and what they say: years, roles, units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factbook import languages
from factbook.checker.sentences.model import Figure, Kind
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.model import Cell, Grid, Head, Role, Sheet
from factbook.checker.tables.numbers import Number, is_year, number_in
from factbook.checker.tables.pairs import split_pairs
from factbook.checker.tables.units import NUMBER, PERCENT, POINTS, Unit, units_in
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

_FULL_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SHORT_YEARS = re.compile(r"['’]?(?<![0-9])([0-9]{2})년?\s?[~∼–-]\s?['’]?([0-9]{2})(?![0-9])")
_ROLES = ("annual", "share", "growth", "change", "average", "part", "total", "result", "price", "other")
_PERCENT_ROLES = frozenset({Role.SHARE, Role.GROWTH, Role.ANNUAL})
#: A line above a table that is longer than this and has no word for «unit» is a sentence.
_LONGEST_CAPTION = 60


@dataclass(frozen=True, slots=True)
class _TableUnits:
    """The units of the lines above a table: the first that is no percentage, and whether percentages are named too."""

    plain: Unit | None
    percent: bool


def sheet_of(grid: Grid) -> Sheet | None:
    """The numbers of a table with their heads and units; ``None`` where it has no heads, or no number under them."""
    grid = split_pairs(grid)
    top = _head_rows(grid)
    side = _head_columns(grid, top)
    if not 0 < top < len(grid.rows) or not 0 < side < len(grid.rows[0]):
        return None
    rate, units = _above(grid.above)
    corner = units_in(_joined(grid.rows[row][0] for row in range(top)))
    if units.plain is None and corner:
        units = _TableUnits(next((one for one in corner if not one.is_percent), None), PERCENT in corner)
    columns = [_joined(grid.rows[row][column] for row in range(top)) for column in range(side, len(grid.rows[0]))]
    labels = [_joined(row[:side]) for row in grid.rows[top:]]
    numbers = [[number_in(cell.text) if cell else None for cell in row[side:]] for row in grid.rows[top:]]
    positive = [_always_bracketed([line[index] for line in numbers]) for index in range(len(columns))]
    column_heads = tuple(head(label) for label in columns)
    row_heads = _sections([head(label) for label in labels], numbers)
    column_units = [_own_unit(label) for label in columns]
    row_units = [_own_unit(label) for label in labels]
    figures, unitless = [], 0
    for row, line in enumerate(numbers):
        filled: list[Figure | None] = []
        for column, number in enumerate(line):
            cell = grid.rows[top + row][side + column]
            if number is None or cell is None:
                filled.append(None)
                continue
            unit = _unit(number, column_heads[column], row_heads[row], column_units[column], row_units[row], units)
            unitless += unit is None
            years = (column_heads[column].years or row_heads[row].years)[-1:]
            filled.append(_figure(cell, number, unit, positive[column], years) if unit else None)
        figures.append(tuple(filled))
    return Sheet(row_heads, column_heads, tuple(figures), rate, unitless)


def head(label: str) -> Head:
    """What a head says. A head with both a year and a word for a change is the change."""
    bare = re.sub(r"\s+", " ", label).strip()
    short = re.sub(r"[(（\[][^)）\]]*[)）\]]", "", bare).strip() or bare
    role = next((Role(cue) for cue in _ROLES if WORDS.has(cue, bare) or WORDS.has(cue, short)), Role.PLAIN)
    years = tuple(int(year) for year in _FULL_YEAR.findall(bare))
    if not years and (pair := _SHORT_YEARS.search(bare)):
        years = tuple(2000 + int(year) for year in pair.groups())
    return Head(bare, years, role, period=WORDS.has("period", bare))


def _joined(cells: Iterable[Cell | None]) -> str:
    """The texts of cells, each once, in order."""
    return " ".join(dict.fromkeys(cell.text.strip() for cell in cells if cell is not None and cell.text.strip()))


def _is_number(cell: Cell | None) -> bool:
    return cell is not None and not is_year(cell.text) and number_in(cell.text) is not None


def _head_rows(grid: Grid) -> int:
    """How many rows at the top hold no number but years, beside the first column."""
    for index, row in enumerate(grid.rows):
        if any(_is_number(cell) for cell in row[1:]):
            return index
    return len(grid.rows)


def _head_columns(grid: Grid, top: int) -> int:
    """How many columns at the left hold words or years only."""
    width = len(grid.rows[0]) if grid.rows else 0
    for column in range(width):
        if any(_is_number(row[column]) for row in grid.rows[top:]):
            return max(column, 1)
    return width


def _above(lines: Sequence[str]) -> tuple[Interval | None, _TableUnits]:
    """The exchange rate and the units that the lines above a table state."""
    rate: Interval | None = None
    plain: Unit | None = None
    percent = False
    for line in reversed(lines):
        spared = line
        for found in languages.scan(line):
            if found.amount.unit == "krw-per-usd" and rate is None:
                rate = found.amount.interval
            spared = spared[: found.start] + "0" * (found.end - found.start) + spared[found.end :]
        if len(line) > _LONGEST_CAPTION and not WORDS.has("unit_line", line):
            continue
        units = units_in(spared)
        percent = percent or PERCENT in units
        plain = plain or next((one for one in units if not one.is_percent), None)
        if units:
            break
    return rate, _TableUnits(plain, percent)


def _own_unit(label: str) -> list[Unit]:
    """The units that a head names: in brackets, behind a comma, or as all of it."""
    parts = re.findall(r"[(（\[]([^)）\]]*)[)）\]]", label) + re.split(r"[,/:]", label)[1:]
    return [unit for part in [*parts, label] for unit in units_in(part)]


def _unit(
    number: Number, column: Head, row: Head, from_column: list[Unit], from_row: list[Unit], table: _TableUnits
) -> Unit | None:
    """The unit of a cell: its own, else its column's, else its row's, else the table's."""
    if number.unit:
        own = units_in(number.unit)
        return own[0] if own else None
    for units in (from_column, from_row):
        if units:
            return units[0]
    if column.role in _PERCENT_ROLES or row.role in _PERCENT_ROLES:
        return PERCENT
    if Role.OTHER in (column.role, row.role):
        return None
    if table.plain is not None:
        return table.plain
    if table.percent:
        return PERCENT
    return NUMBER if WORDS.has("counted", column.label) or WORDS.has("counted", row.label) else None


def _figure(cell: Cell, number: Number, unit: Unit, positive: bool, years: tuple[int, ...]) -> Figure:
    value = number.value * unit.scale
    if number.bracketed and not positive and not unit.is_percent:
        value = -value
    counted = unit.name not in ("percent", "pp") and not unit.name.isupper() and unit.scale == 1
    ulp = Decimal(0) if counted and number.ulp == 1 else number.ulp * unit.scale
    kind = {PERCENT.name: Kind.PERCENT, POINTS.name: Kind.POINTS}.get(unit.name, Kind.MONEY)
    text = cell.text.strip()
    start = cell.start + cell.text.find(text)
    return Figure(start, start + len(text), text, Amount(value, unit.name, ulp), kind, year=years[0] if years else None)


def _always_bracketed(numbers: Sequence[Number | None]) -> bool:
    """Whether brackets are how a column is set, and so no sign."""
    present = [one for one in numbers if one is not None]
    return len(present) > 1 and all(one.bracketed for one in present)


def _sections(heads: Sequence[Head], numbers: Sequence[Sequence[Number | None]]) -> tuple[Head, ...]:
    """Row heads with the number of their section: a row of words alone opens the next one."""
    section, result = 0, []
    for one, line in zip(heads, numbers, strict=True):
        section += not any(line)
        result.append(Head(one.label, one.years, one.role, section, one.period))
    return tuple(result)
