"""Counts with percentages of a group whose size the head of the column gives: 62 (29.0) under «시험군 (n=214)»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.tables.find.kept import kept
from factbook.checker.tables.model import Cell, Grid
from factbook.checker.tables.pairs import PAIR
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

_SIZE = re.compile(r"\b[nN]\s*=\s*(?P<size>[0-9][0-9,]*)")
#: A wider table has no columns of groups.
_MOST_COLUMNS = 40
#: In a row that says so, brackets hold a spread or an interval, and no percentage.
_SPREAD = re.compile(
    r"\bSDs?\b|\bSE\b|\bIQR\b|\bCI\b|\brange\b|\bmean\b|\bmedian\b|표준편차|평균|중앙값|범위", re.IGNORECASE
)


def groups(grid: Grid) -> Iterator[tuple[Computed, str]]:
    """Each such cell of a table, with the heads that name its place."""
    found: list[tuple[Computed, str]] = []
    width = len(grid.rows[0]) if grid.rows else 0
    for column in range(1, min(width, _MOST_COLUMNS)):
        size: tuple[Cell, re.Match[str]] | None = None
        for row in grid.rows:
            cell = row[column]
            if cell is None:
                continue
            if named := _SIZE.search(cell.text):
                size = cell, named
            elif size is not None and (pair := PAIR.fullmatch(cell.text)) and not _SPREAD.search(_label(row)):
                found.append((_claim(size, cell, pair), f"{_label(row)}, {size[0].text}: {cell.text}"))
    told = kept([claim for claim, _ in found])
    yield from zip(told, (words for _, words in found), strict=True)


def _label(row: tuple[Cell | None, ...]) -> str:
    return row[0].text if row[0] is not None else ""


def _claim(size: tuple[Cell, re.Match[str]], cell: Cell, pair: re.Match[str]) -> Computed:
    whole = _figure(size[0], size[1], "size", "number", Kind.MONEY)
    count = _figure(cell, pair, "count", "number", Kind.MONEY)
    percent = _figure(cell, pair, "percent", "percent", Kind.PERCENT)
    expected = Interval.point(count.amount.value * 100) / Interval.point(max(whole.amount.value, Decimal(1)))
    operands = (("part", count), ("whole", whole))
    arithmetic = f"{count.text} ÷ {whole.text}"
    return Computed("share", "table-share", operands, percent, expected, percent.amount.interval, arithmetic)


def _figure(cell: Cell, match: re.Match[str], name: str, unit: str, kind: Kind) -> Figure:
    digits = match[name].replace(",", "")
    ulp = Decimal(1).scaleb(-len(digits.partition(".")[2])) if kind is Kind.PERCENT else Decimal(0)
    start, end = (cell.start + at for at in match.span(name))
    return Figure(start, end, match[name], Amount(Decimal(digits), unit, ulp), kind)
