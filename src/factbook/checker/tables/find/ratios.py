"""Columns that divide one column by another: per head, per unit, a rate of exchange, a margin."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.find.kept import is_told, kept
from factbook.checker.tables.model import DERIVED, Role, Sheet
from factbook.quantities.intervals import Interval

_QUOTIENTS = frozenset({Role.PLAIN, Role.AVERAGE, Role.PRICE, Role.OTHER, Role.SHARE})
#: What a quotient may be divided by besides a power of ten: days, months, weeks and quarters of a year.
_PERIODS = (Interval.point(1), Interval(Decimal(365), Decimal(366)), *map(Interval.point, (12, 52, 4)))
#: More columns than this are not tried in pairs.
_MOST_COLUMNS = 16


def ratios(sheet: Sheet) -> Iterator[Computed]:
    """Each cell of a column headed as a ratio, where most of its rows show which two columns it divides."""
    for column, one in enumerate(sheet.columns):
        if one.role not in _QUOTIENTS or not any(WORDS.has(cue, one.label) for cue in ("ratio", "rate")):
            continue
        heads = enumerate(sheet.columns)
        plain = [index for index, head in heads if head.role not in DERIVED and index != column][:_MOST_COLUMNS]
        pairs = ((over, under) for over in plain for under in plain if over != under)
        found = [claims for over, under in pairs if (claims := _claims(sheet, column, over, under)) and is_told(claims)]
        if found:
            yield from kept(max(found, key=lambda claims: sum(each.expected.meets(each.allowed) for each in claims)))


def _claims(sheet: Sheet, column: int, over: int, under: int) -> list[Computed]:
    """The cells as quotients; units that are not named may move the decimal point, by the same for all."""
    rows = []
    for row, stated in sheet.column(column):
        first, second = sheet.figures[row][over], sheet.figures[row][under]
        if first is None or second is None or sheet.rows[row].role in DERIVED:
            continue
        quotient = _quotient(first, second)
        if quotient is not None and stated.amount.value > 0:
            rows.append((first, second, stated, quotient))
    if len(rows) < 2:
        return []
    moves = [_move(stated.amount.value, quotient.midpoint) for _, _, stated, quotient in rows]
    move = max(moves, key=moves.count)
    return [
        Computed(
            "share" if stated.kind is Kind.PERCENT else "sum",
            "table-ratio",
            (("part", first), ("whole", second)),
            stated,
            quotient * move,
            stated.amount.interval,
            f"{first.text} ÷ {second.text}",
        )
        for first, second, stated, quotient in rows
    ]


def _quotient(first: Figure, second: Figure) -> Interval | None:
    low = second.amount.interval.low
    return first.amount.interval / second.amount.interval if low > 0 and first.amount.value > 0 else None


def _move(stated: Decimal, quotient: Decimal) -> Interval:
    """What brings a quotient nearest to what is stated: a power of ten, over the parts of a year."""
    ratio, moves = stated / quotient, []
    for period in _PERIODS:
        power = (ratio * period.low).adjusted()
        moves += [Interval.point(Decimal(10) ** one) / period for one in (power, power + 1)]
    return min(moves, key=lambda one: abs((ratio / one.midpoint).ln()))
