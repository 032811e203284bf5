"""Totals and subtotals down the columns; across the rows by way of the transposed sheet.

A row is a total where its head says so. Which rows make it is told by the arithmetic of all its columns together: the
rows since the last total, the totals before it, the rows behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Context, Decimal

from factbook.checker.sentences.judge.margins import SLIPS
from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.sentences.recompute import total
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.model import DERIVED, Role, Sheet
from factbook.quantities.intervals import PRECISION, Interval

#: A sum further off its total than this part of it was no sum, unless another column shows that it is one.
_PLAUSIBLE = Decimal("0.5")
#: More rows than this are not tried one by one for being the sum of those behind them.
_MOST_PARENTS = 80
_MOST_NAMED = 8
#: A total is made of rows at most so far from it.
_REACH = 150
_NO_PARTS = DERIVED | {Role.PART, Role.OPENING, Role.CLOSING}
_WIDE = Context(prec=PRECISION)
#: Derived numbers that may be added up all the same: shares to a hundred, differences to the difference of the totals.
_ADDED = frozenset({Role.SHARE, Role.CHANGE})


def totals(sheet: Sheet) -> Iterator[Computed]:
    """Each total with the rows that make it, one claim a column."""
    if any(WORDS.has("overlapping", words) for words in (*sheet.around, sheet.corner)):
        return
    additive = [
        index
        for index, one in enumerate(sheet.columns)
        if (one.role not in DERIVED or one.role in _ADDED) and not WORDS.has("overlapping", one.label)
    ]
    open_rows: list[int] = []
    for row, one in enumerate(sheet.rows):
        if one.role not in _NO_PARTS:
            if one.role is not Role.TOTAL and len(additive) > 1:
                made_of = _made_of(sheet, open_rows, row, [column for column in additive if sheet.figures[row][column]])
                open_rows = [index for index in open_rows if index not in made_of]
            open_rows.append(row)
        if one.role is not Role.TOTAL or WORDS.has("overlapping", one.label):
            continue
        columns = [column for column in additive if _adds(sheet, row, column)]
        if columns:
            made_of = _made_of(sheet, open_rows[:-1], row, columns)
            open_rows = [index for index in open_rows if index not in made_of]
            yield from _of_row(sheet, row, columns, made_of)


def _adds(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a column can be added up to its total: amounts and counts, or percentages that make a hundred."""
    stated = sheet.figures[row][column]
    if stated is None or stated.kind is Kind.POINTS:
        return False
    return stated.kind is not Kind.PERCENT or abs(stated.amount.value - 100) <= stated.amount.ulp


def _made_of(sheet: Sheet, open_rows: Sequence[int], row: int, columns: Sequence[int]) -> tuple[int, ...]:
    """The last of the rows that no total is made of yet, as many as make this one in every column."""
    for length in range(2, min(len(open_rows), _MOST_PARENTS) + 1):
        rows = tuple(open_rows[-length:])
        verdicts = [_meets(sheet, rows, row, column) for column in columns]
        if any(verdicts) and False not in verdicts:
            return rows
    return ()


def _of_row(sheet: Sheet, row: int, columns: Sequence[int], made_of: tuple[int, ...]) -> Iterator[Computed]:
    candidates = [made_of] if made_of else _candidates(sheet, row, columns)
    if not any(all(_meets(sheet, rows, row, column) for column in columns) for rows in candidates):
        candidates = _with_groups(sheet, candidates, columns)
    fits = {rows: sum(_meets(sheet, rows, row, column) is True for column in columns) for rows in candidates}
    tried = [rows for rows in candidates if any(_meets(sheet, rows, row, column) is not None for column in columns)]
    if not tried:
        return
    between = _is_between_totals(sheet, row)
    best = max(tried, key=lambda rows: (fits[rows], -_distance(sheet, rows, row, columns)))
    # On a page of lines, a number that stands elsewhere than the others of its column is easily lost.
    most = max(len(_figures(sheet, best, column)) for column in columns)
    for column in columns:
        verdict = _meets(sheet, best, row, column)
        if verdict is None:
            continue
        parts, stated = _figures(sheet, best, column), _stated(sheet, row, column)
        plausible = len(columns) == 1 and not between and not sheet.cut and bool(sheet.rows[row].label)
        told = fits[best] > 0 and not (sheet.cut and (len(parts) < most or not sheet.rows[row].label))
        near = told or (plausible and _off(sheet, best, row, column) <= _PLAUSIBLE)
        slipped = bool(sheet.rows[row].label) and _slipped(parts, stated)
        if verdict or (near and not _is_among(parts, stated)) or slipped:
            yield sum_of(parts, stated)


def _is_between_totals(sheet: Sheet, row: int) -> bool:
    """Whether a total stands right behind another, with more to come, and so may be no sum: equity, 자본총계."""
    totals = [index for index, one in enumerate(sheet.rows) if one.role is Role.TOTAL]
    before = next((one for one in reversed(sheet.rows[:row]) if one.role is not Role.PART), None)
    follows = before is not None and before.role is Role.TOTAL
    return follows and (row < totals[-1] or sheet.rows[row - 1].role is Role.PART)


def _is_among(parts: Sequence[Figure], stated: Figure) -> bool:
    """Whether a number lies between the least and the largest part, all of one sign: a mean or a median, no sum."""
    values = [part.amount.value for part in parts]
    one_sign = min(values) >= 0 or max(values) <= 0
    return one_sign and min(values) <= stated.amount.value <= max(values)


def _slipped(parts: Sequence[Figure], stated: Figure) -> bool:
    """Whether a total far from its sum is a known slip of it: signs left out, or a unit or decimal point moved."""
    intervals = [part.amount.interval for part in parts]
    allowed = stated.amount.interval
    unsigned = [one if one.low >= 0 else Interval(-one.high, -one.low) for one in intervals]
    if any(one.low < 0 for one in intervals) and total(unsigned).meets(allowed):
        return True
    return any((total(intervals) * Interval.point(slip)).meets(allowed) for slip in SLIPS)


def sum_of(parts: Sequence[Figure], stated: Figure) -> Computed:
    """The claim that the parts make ``stated``."""
    named = [part.text for part in parts[:_MOST_NAMED]] + ["…"] * (len(parts) > _MOST_NAMED)
    return Computed(
        "sum",
        "table-total",
        tuple(("part", part) for part in parts),
        stated,
        total([part.amount.interval for part in parts]),
        stated.amount.interval,
        " + ".join(named),
        adds=True,
    )


def _candidates(sheet: Sheet, row: int, columns: Sequence[int]) -> list[tuple[int, ...]]:
    """The sets of rows that may make the total, without doubles, each of two rows or more."""
    near = range(max(0, row - _REACH), min(len(sheet.rows), row + _REACH))
    plain = [
        index
        for index in near
        if sheet.rows[index].role not in _NO_PARTS and any(sheet.figures[index][column] for column in columns)
    ]
    section = sheet.rows[row].section
    before = [index for index in plain if index < row]
    behind = [index for index in plain if index > row]
    sums = [index for index in before if sheet.rows[index].role is Role.TOTAL]
    since = [index for index in before if index > (sums[-1] if sums else -1)]
    lines = [index for index in before if index not in sums]
    until = next((at for at, index in enumerate(behind) if sheet.rows[index].role is Role.TOTAL), len(behind))
    sets = [
        since,
        [index for index in before if sheet.rows[index].section == section],
        lines,
        sums,
        [*sums, *since],
        sums[-2:],
        [*sums[-1:], *since],
        behind[:until],
        [index for index in behind if sheet.rows[index].role is not Role.TOTAL],
        [index for index in behind if sheet.rows[index].role is Role.TOTAL],
        [index for index in since if sheet.rows[index].role is not Role.RESULT],
    ]
    if WORDS.has("section", sheet.rows[row].label):
        sets = [since]
    return [rows for rows in dict.fromkeys(tuple(one) for one in sets) if len(rows) > 1]


def _with_groups(sheet: Sheet, candidates: Sequence[tuple[int, ...]], columns: Sequence[int]) -> list[tuple[int, ...]]:
    """The candidates, and each without the members of its groups."""
    bare = [tuple(_without_children(sheet, rows, columns)) for rows in candidates if len(rows) <= _MOST_PARENTS]
    return [rows for rows in dict.fromkeys([*candidates, *bare]) if len(rows) > 1]


def _without_children(sheet: Sheet, rows: Sequence[int], columns: Sequence[int]) -> list[int]:
    """The rows less those that the row before them is the sum of, in every column: a group with its members."""
    kept, position = [], 0
    while position < len(rows):
        kept.append(rows[position])
        position += 1 + _children(sheet, rows, position, columns)
    return kept


def _children(sheet: Sheet, rows: Sequence[int], position: int, columns: Sequence[int]) -> int:
    """How many rows behind a row make it, in all columns: two to twelve, or none."""
    lengths: set[int] | None = None
    for column in columns:
        parent = sheet.figures[rows[position]][column]
        if parent is None:
            continue
        value, ulp, fitting = Decimal(0), parent.amount.ulp, set()
        for length, index in enumerate(rows[position + 1 : position + 13], 1):
            figure = sheet.figures[index][column]
            if figure is not None:
                value, ulp = _WIDE.add(value, figure.amount.value), _WIDE.add(ulp, figure.amount.ulp)
            if length > 1 and 2 * abs(_WIDE.subtract(value, parent.amount.value)) <= ulp:
                fitting.add(length)
        lengths = fitting if lengths is None else lengths & fitting
        if not lengths:
            return 0
    return min(lengths) if lengths else 0


def _figures(sheet: Sheet, rows: Sequence[int], column: int) -> list[Figure]:
    return [one for row in rows if (one := sheet.figures[row][column]) is not None]


def _stated(sheet: Sheet, row: int, column: int) -> Figure:
    stated = sheet.figures[row][column]
    if stated is None:
        raise ValueError("a total without a number states nothing")
    return stated


def _sum(sheet: Sheet, rows: Sequence[int], row: int, column: int) -> Interval | None:
    """What the rows give in a column, where it has two numbers or more and all are in the unit of the total.

    Half a unit of the last digit of each adds up to half of their sum, so one interval is made instead of many.
    """
    unit, value, ulp, parts = _stated(sheet, row, column).amount.unit, Decimal(0), Decimal(0), 0
    for index in rows:
        figure = sheet.figures[index][column]
        if figure is not None:
            if figure.amount.unit != unit:
                return None
            value, ulp, parts = _WIDE.add(value, figure.amount.value), _WIDE.add(ulp, figure.amount.ulp), parts + 1
    return Interval.around(value, ulp) if parts > 1 else None


def _meets(sheet: Sheet, rows: Sequence[int], row: int, column: int) -> bool | None:
    expected = _sum(sheet, rows, row, column)
    return None if expected is None else expected.meets(_stated(sheet, row, column).amount.interval)


def _off(sheet: Sheet, rows: Sequence[int], row: int, column: int) -> Decimal:
    """How far a sum is from its total, as a part of the larger of the two."""
    expected, stated = _sum(sheet, rows, row, column), _stated(sheet, row, column).amount
    if expected is None:
        return Decimal(0)
    size = max(abs(expected.midpoint), abs(stated.value))
    return expected.gap(stated.interval) / size if size else Decimal(0)


def _distance(sheet: Sheet, rows: Sequence[int], row: int, columns: Sequence[int]) -> Decimal:
    return max((_off(sheet, rows, row, column) for column in columns), default=Decimal(0))
