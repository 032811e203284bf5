"""Ranks against order: the amounts of ranked rows fall, or rise, from each to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.model import DERIVED, Sheet
from factbook.quantities.intervals import Interval

_FIRST = re.compile(r"[0-9]{1,3}(?=\s|위|$)")
#: Fewer rows than this show no order.
_LEAST = 4


def ranks(sheet: Sheet) -> Iterator[Computed]:
    """The one amount that is out of the order of the ranks; what ranks a table of several amounts is not known."""
    order = _ranked(sheet)
    columns = [index for index, one in enumerate(sheet.columns) if one.role not in DERIVED and sheet.column(index)]
    if len(order) < _LEAST or len(columns) != 1:
        return
    figures = [figure for row in order if (figure := sheet.figures[row][columns[0]]) is not None]
    if len(figures) != len(order) or any(one.kind is Kind.PERCENT for one in figures) != all(
        one.kind is Kind.PERCENT for one in figures
    ):
        return
    falls = figures[0].amount.value > figures[-1].amount.value
    for index, figure in enumerate(figures):
        before, behind = figures[max(0, index - 1)], figures[min(len(figures) - 1, index + 1)]
        ends = sorted((before.amount.value, behind.amount.value))
        arithmetic = f"{before.text} {'≥' if falls else '≤'} … {'≥' if falls else '≤'} {behind.text}"
        expected = Interval(ends[0], ends[1])
        if index in _outliers(figures, falls=falls) or expected.contains(figure.amount.value):
            operands = (("first", before), ("second", behind))
            yield Computed("equal", "table-rank", operands, figure, expected, figure.amount.interval, arithmetic)


def _ranked(sheet: Sheet) -> list[int]:
    """The rows in the order of their ranks, where these are 1, 2, 3 …; rows without a rank are left out."""
    named = next((index for index, one in enumerate(sheet.columns) if WORDS.has("rank", one.label)), None)
    found: dict[int, int] = {}
    for row, one in enumerate(sheet.rows):
        if named is not None and (figure := sheet.figures[row][named]) is not None:
            found[int(figure.amount.value)] = row
        elif named is None and WORDS.has("rank", sheet.corner.split(" ")[0]) and (first := _FIRST.match(one.label)):
            found[int(first[0])] = row
    ordered = sorted(found)
    return [found[rank] for rank in ordered] if ordered == list(range(1, len(ordered) + 1)) else []


def _outliers(figures: Sequence[Figure], *, falls: bool) -> list[int]:
    """The last amount without which the others are in order; none where all are, or where one is not enough."""
    values = [figure.amount.value * (1 if falls else -1) for figure in figures]
    if values == sorted(values, reverse=True):
        return []
    single = [
        index
        for index in range(len(values))
        if (rest := values[:index] + values[index + 1 :]) == sorted(rest, reverse=True)
    ]
    return single[-1:]
