"""A row or column of averages: the mean of the plain rows above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from factbook.checker.sentences.model import Computed
from factbook.checker.sentences.recompute import total
from factbook.checker.tables.find.kept import kept
from factbook.checker.tables.model import DERIVED, Role, Sheet
from factbook.quantities.intervals import Interval

#: By how much a mean of periods may differ for their lengths (28 to 31 days), as a part of it.
_WEIGHTS = Decimal("0.03")


def averages(sheet: Sheet) -> Iterator[Computed]:
    """Each average with its rows. Weighted means are set the same way: one that fails is a claim where other columns
    show that it is the plain mean, or where its rows are periods, which hardly differ in weight.
    """
    for row, one in enumerate(sheet.rows):
        if one.role is Role.AVERAGE:
            claims = list(_means(sheet, row))
            periods = all(head.period for head in sheet.rows[:row] if head.role is Role.PLAIN)
            for told, claim in zip(kept(claims, by_words=True), claims, strict=True):
                off = claim.expected.gap(claim.allowed) > abs(claim.expected.midpoint) * _WEIGHTS
                yield replace(told, firm=told.firm or (periods and len(claims[0].operands) > 2 and off))


def _means(sheet: Sheet, row: int) -> Iterator[Computed]:
    plain = [index for index in range(row) if sheet.rows[index].role is Role.PLAIN]
    for column, top in enumerate(sheet.columns):
        stated = sheet.figures[row][column]
        parts = [part for index in plain if (part := sheet.figures[index][column]) is not None]
        if stated is None or top.role in DERIVED or len(parts) < 2:
            continue
        if any(part.amount.unit != stated.amount.unit for part in parts):
            continue
        mean = total([part.amount.interval for part in parts]) / Interval.point(len(parts))
        words = f"({' + '.join(part.text for part in parts[:8])}) ÷ {len(parts)}"
        operands = tuple(("part", part) for part in parts)
        yield Computed("sum", "table-average", operands, stated, mean, stated.amount.interval, words, firm=False)
