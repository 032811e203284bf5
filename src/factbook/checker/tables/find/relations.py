"""Differences, quotients and growth that no head needs to name: what nearly all rows of a table keep, the others break.

Each column is tried as the difference of two others, as the growth from one to the other, and as one over the other.
Floating point finds which of these a column may be; the claims are then made with exact intervals.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.sentences.recompute import growth
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.find.kept import is_told, kept
from factbook.checker.tables.model import DERIVED, Role, Sheet
from factbook.quantities.intervals import Interval

#: Larger tables are no pages that someone set by hand.
_MOST_COLUMNS, _MOST_ROWS = 14, 200
#: Fewer rows than this show nothing that no head names.
_LEAST_ROWS = 4
#: So many rows are looked at before all are.
_GLANCE = 5
#: What a quotient may be divided by besides a power of ten: days, months, weeks and quarters of a year.
_PERIODS = (Interval.point(1), Interval(Decimal(365), Decimal(366)), *map(Interval.point, (12, 52, 4)))
#: How unlikely a relation that a head names has to be by chance; one that none names is among as many as are tried.
_CHANCE = Decimal("1E-3")
_NOT_COMPUTED = frozenset({Role.TOTAL, Role.OPENING, Role.CLOSING})
_NAMED = ("ratio", "rate", "change", "growth")


#: A number in floating point with half a unit of its last digit; two operands and what is stated.
_Number = tuple[float, float]
_Cells = tuple[_Number, _Number, _Number]


@dataclass(frozen=True, slots=True)
class _Column:
    """The numbers of a column by row."""

    values: dict[int, _Number]


def relations(sheet: Sheet) -> Iterator[Computed]:
    """Each cell of a column that two others make, where most rows show how."""
    if not sheet.columns or len(sheet.columns) > _MOST_COLUMNS or len(sheet.rows) > _MOST_ROWS:
        return
    columns = [_column(sheet, index) for index in range(len(sheet.columns))]
    heads = [(any(WORDS.has(cue, one.label) for cue in _NAMED), at, one) for at, one in enumerate(sheet.columns)]
    # What is computed is named for it, or stands behind what it is computed from.
    for named, target, one in sorted(heads, key=lambda head: head[:2], reverse=True):
        least = 2 if named else _LEAST_ROWS
        if len(columns[target].values) >= least and one.role not in _NOT_COMPUTED:
            chance = _CHANCE if named else _CHANCE / len(sheet.columns) ** 3
            tried = _tried(sheet, columns, target)
            found = [claims for claims in tried if is_told(claims, chance)]
            if found:
                yield from kept(max(found, key=_holding), by_words=named)


def _column(sheet: Sheet, index: int) -> _Column:
    return _Column(
        {
            row: (float(figure.amount.value), float(figure.amount.ulp) / 2)
            for row, figure in sheet.column(index)
            if sheet.rows[row].role not in DERIVED or not _adds(sheet, row, figure)
        }
    )


def _adds(sheet: Sheet, row: int, figure: Figure) -> bool:
    """Whether a derived number is no amount that others make: a rate of change is not the difference of two."""
    moves = sheet.rows[row].role in (Role.GROWTH, Role.ANNUAL, Role.CHANGE) and figure.amount.unit == "percent"
    return figure.kind is Kind.MONEY or moves


def _holding(claims: Sequence[Computed]) -> tuple[int, int]:
    """How many hold; of equals, a difference or growth before a quotient."""
    return sum(one.holds for one in claims), claims[0].code != "table-ratio"


def _tried(sheet: Sheet, columns: Sequence[_Column], target: int) -> Iterator[list[Computed]]:
    """The claims of each relation that most rows may keep."""
    goal = columns[target].values
    derived = [head.role in DERIVED for head in sheet.columns]
    percent = any(figure.kind is Kind.PERCENT for _, figure in sheet.column(target))
    for first, one in enumerate(columns):
        for second, other in enumerate(columns):
            rows = [row for row in goal if row in one.values and row in other.values]
            if len({first, second, target}) < 3 or len(rows) < 2:
                continue
            # Amounts are not computed from their own changes.
            if (derived[first] or derived[second]) and not derived[target]:
                continue
            cells = [(one.values[row], other.values[row], goal[row]) for row in rows]
            if _mostly(_differs, cells):
                yield _claims(sheet, rows, first, second, target, "table-difference")
            if percent and _mostly(_grows, cells):
                yield _claims(sheet, rows, first, second, target, "table-growth")
            if _is_quotient(cells):
                yield _claims(sheet, rows, first, second, target, "table-ratio")


def _mostly(keeps: Callable[[_Number, _Number, _Number], bool], cells: Sequence[_Cells]) -> bool:
    """Whether most rows keep a relation, and so some of the first do."""
    if not any(keeps(*cell) for cell in cells[:_GLANCE]):
        return False
    return 2 * sum(keeps(*cell) for cell in cells) > len(cells)


def _differs(one: _Number, other: _Number, goal: _Number) -> bool:
    return abs(other[0] - one[0] - goal[0]) <= (one[1] + other[1] + goal[1]) * 1.001 + 1e-9


def _grows(one: _Number, other: _Number, goal: _Number) -> bool:
    if one[0] <= one[1]:
        return False
    open_by = 100 * (other[1] / one[0] + abs(other[0]) * one[1] / one[0] ** 2)
    return abs(abs(other[0] / one[0] - 1) * 100 - abs(goal[0])) <= (goal[1] + open_by) * 1.01 + 1e-9


def _is_quotient(cells: Sequence[_Cells]) -> bool:
    """Whether most results are in one proportion to their quotients."""
    proportions = sorted(
        math.log10(abs(goal[0] * other[0] / one[0])) for one, other, goal in cells if one[0] and other[0] and goal[0]
    )
    if len(proportions) < 2:
        return False
    half = len(proportions) // 2
    spread = min(proportions[at + half] - proportions[at] for at in range(len(proportions) - half))
    return spread <= 0.01


def _claims(sheet: Sheet, rows: Sequence[int], first: int, second: int, target: int, code: str) -> list[Computed]:
    cells = []
    for row in rows:
        one, other, stated = (sheet.figures[row][index] for index in (first, second, target))
        if one is not None and other is not None and stated is not None:
            cells.append((one, other, stated))
    if code == "table-difference":
        made = [_difference(*cell) for cell in cells]
    elif code == "table-growth":
        signed = any(stated.text.startswith("+") for _, _, stated in cells)
        made = [_growth(*cell, signed=signed) for cell in cells]
    else:
        made = _quotients(cells)
    return [claim for claim in made if claim is not None]


def _difference(one: Figure, other: Figure, stated: Figure) -> Computed | None:
    kinds = {one.kind, other.kind}
    if one.amount.unit != other.amount.unit or len(kinds) > 1 or (stated.kind is Kind.MONEY) != (Kind.MONEY in kinds):
        return None
    expected, code = other.amount.interval - one.amount.interval, "table-difference"
    if stated.kind is not Kind.MONEY:
        code = "table-points"
    arithmetic, operands = f"{other.text} − {one.text}", (("end", other), ("start", one))
    return Computed("sum", code, operands, stated, expected, stated.amount.interval, arithmetic)


def _growth(one: Figure, other: Figure, stated: Figure, *, signed: bool) -> Computed | None:
    """The growth from one to the other; where rises have a sign, a fall without one is none told by words."""
    expected = growth(one.amount.interval, other.amount.interval) if one.amount.unit == other.amount.unit else None
    if expected is None or stated.amount.unit == "pp":
        return None
    allowed = stated.amount.interval
    turned = Interval(-allowed.high, -allowed.low)
    if not signed and turned.gap(expected) < allowed.gap(expected):
        allowed = turned
    arithmetic, operands = f"{other.text} ÷ {one.text} − 1", (("end", other), ("start", one))
    return Computed("growth", "table-growth", operands, stated, expected, allowed, arithmetic)


def _quotients(cells: Sequence[tuple[Figure, Figure, Figure]]) -> list[Computed | None]:
    """The cells as quotients; units that are not named may move the decimal point, by the same for all."""
    quotients = [_quotient(one, other) for one, other, _ in cells]
    moves = [
        _move(stated.amount.value, quotient.midpoint)
        for (_, _, stated), quotient in zip(cells, quotients, strict=True)
        if quotient is not None and stated.amount.value * quotient.midpoint > 0
    ]
    if not moves:
        return [None] * len(cells)
    move = max(moves, key=moves.count)
    return [
        Computed(
            "share" if stated.kind is Kind.PERCENT else "sum",
            "table-ratio",
            (("part", one), ("whole", other)),
            stated,
            quotient * move,
            stated.amount.interval,
            f"{one.text} ÷ {other.text}",
        )
        if quotient is not None and one.amount.value
        else None
        for (one, other, stated), quotient in zip(cells, quotients, strict=True)
    ]


def _quotient(one: Figure, other: Figure) -> Interval | None:
    divisor = other.amount.interval
    return one.amount.interval / divisor if divisor.low > 0 or divisor.high < 0 else None


def _move(stated: Decimal, quotient: Decimal) -> Interval:
    """What brings a quotient nearest to what is stated: a power of ten, over the parts of a year."""
    ratio, moves = stated / quotient, []
    for period in _PERIODS:
        power = (ratio * period.low).adjusted()
        moves += [Interval.point(Decimal(10) ** one) / period for one in (power, power + 1)]
    return min(moves, key=lambda one: abs((ratio / one.midpoint).ln()))
