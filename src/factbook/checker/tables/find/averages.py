"""A row or column of averages: the mean of the plain rows above it."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checker.sentences.model import Computed
from factbook.checker.sentences.recompute import total
from factbook.checker.tables.model import DERIVED, Role, Sheet
from factbook.quantities.intervals import Interval


def averages(sheet: Sheet) -> Iterator[Computed]:
    """Each average with its rows. Weighted means are set the same way, so none that fails is a claim."""
    for row, one in enumerate(sheet.rows):
        if one.role is not Role.AVERAGE:
            continue
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
            allowed = stated.amount.interval
            yield Computed("sum", "table-average", operands, stated, mean, allowed, words, firm=False)
