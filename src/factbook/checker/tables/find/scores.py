"""The mean of scores, weighted by how often each was given: very satisfied (5), satisfied (4) … and their average."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.sentences.recompute import total
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.model import Role, Sheet
from factbook.quantities.intervals import Interval

#: Fewer scores than this are no scale.
_LEAST = 3


def scores(sheet: Sheet) -> Iterator[Computed]:
    """The mean of each row whose columns are headed by the scores of a scale."""
    scale = [(at, WORDS.number("scored", one.label)) for at, one in enumerate(sheet.columns)]
    scored = [(at, score) for at, score in scale if score is not None]
    means = [at for at, one in enumerate(sheet.columns) if one.role is Role.AVERAGE]
    numbers = sorted(score for _, score in scored)
    if len(scored) < _LEAST or len(means) != 1 or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return
    for row, stated in sheet.column(means[0]):
        given = [(sheet.figures[row][at], score) for at, score in scored]
        counts = [(figure, score) for figure, score in given if figure is not None]
        if len(counts) == len(scored) and numbers[0] <= stated.amount.value <= numbers[-1]:
            yield _claim(stated, counts)


def _claim(stated: Figure, counts: list[tuple[Figure, int]]) -> Computed:
    # How often a score was given is counted, and so is exact; shares in per cent are rounded.
    given = [_exact(figure) for figure, _ in counts]
    weighted = total([one * Interval.point(Decimal(score)) for one, (_, score) in zip(given, counts, strict=True)])
    whole = total(given)
    words = f"({' + '.join(f'{figure.text} × {score}' for figure, score in counts)}) ÷ {whole.midpoint.normalize():f}"
    operands = tuple(("part", figure) for figure, _ in counts)
    return Computed("sum", "table-average", operands, stated, weighted / whole, stated.amount.interval, words)


def _exact(figure: Figure) -> Interval:
    return figure.amount.interval if figure.kind is Kind.PERCENT else Interval.point(figure.amount.value)
