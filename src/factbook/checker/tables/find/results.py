"""Results of accounts: gross profit is sales less costs, whether the costs are printed below zero or not."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.sentences.recompute import total
from factbook.checker.tables.find.totals import sum_of
from factbook.checker.tables.model import DERIVED, Role, Sheet
from factbook.quantities.intervals import Interval


def results(sheet: Sheet) -> Iterator[Computed]:
    """Each result with the rows above it, up to the result before: a claim where their signs leave no other reading."""
    for row, one in enumerate(sheet.rows):
        if one.role is not Role.RESULT:
            continue
        earlier = [index for index in range(row) if sheet.rows[index].role is Role.RESULT]
        first = earlier[-1] if earlier else 0
        between = [index for index in range(first, row) if sheet.rows[index].role not in DERIVED | {Role.PART}]
        for column, top in enumerate(sheet.columns):
            stated = sheet.figures[row][column]
            if stated is None or top.role in DERIVED or stated.kind is not Kind.MONEY:
                continue
            parts = [part for index in between if (part := sheet.figures[index][column]) is not None]
            if len(parts) > 1 and all(part.amount.unit == stated.amount.unit for part in parts):
                yield from _claim(parts, stated)


def _claim(parts: list[Figure], stated: Figure) -> Iterator[Computed]:
    signed, others = sum_of(parts, stated), parts[1:]
    if all(part.amount.value < 0 for part in others):
        yield signed
        return
    less = total([part.amount.interval for part in parts], difference=True)
    alone = len(parts) == 2 and parts[0].amount.value > others[0].amount.value > 0
    if not alone:
        yield Computed(*_fields(signed, signed.expected, signed.arithmetic), firm=False)
    near = alone and less.gap(stated.amount.interval) * 2 <= abs(stated.amount.value)
    arithmetic = " − ".join(part.text for part in parts)
    yield Computed(*_fields(signed, less, arithmetic), firm=near)


def _fields(
    claim: Computed, expected: Interval, arithmetic: str
) -> tuple[str, str, tuple[tuple[str, Figure], ...], Figure, Interval, Interval, str]:
    return claim.kind, "table-difference", claim.operands, claim.stated, expected, claim.allowed, arithmetic
