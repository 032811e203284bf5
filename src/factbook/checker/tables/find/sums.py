"""Sums that no head names: a column that the columns beside it make in nearly every row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.tables.find.kept import is_told, kept, most_kept
from factbook.checker.tables.find.totals import sum_of
from factbook.checker.tables.model import DERIVED, Head, Role, Sheet

#: A larger table is no page that someone set by hand, and its columns are named.
_MOST_COLUMNS, _MOST_ROWS = 40, 400
_LONGEST = 12


def sums(sheet: Sheet) -> Iterator[Computed]:
    """Each cell of a column that is the sum of those right before or behind it, where most rows show that it is."""
    if len(sheet.columns) > _MOST_COLUMNS or len(sheet.rows) > _MOST_ROWS:
        return
    for column, one in enumerate(sheet.columns):
        if one.role in DERIVED:
            continue
        runs = (run for side in (-1, 1) for run in _runs(sheet, column, side) if _may_be(sheet, column, run))
        found = [claims for run in runs if (claims := _claims(sheet, column, run)) and is_told(claims)]
        if found:
            yield from kept(most_kept(found))
    yield from _parts(sheet.transposed())


def _runs(sheet: Sheet, column: int, side: int) -> Iterator[tuple[int, ...]]:
    """The columns beside one, two or more in a row."""
    run: list[int] = []
    at = column + side
    while 0 <= at < len(sheet.columns) and len(run) < _LONGEST:
        if sheet.columns[at].role not in DERIVED:
            run.append(at)
        if len(run) > 1:
            yield tuple(sorted(run))
        at += side


def _may_be(sheet: Sheet, column: int, run: Sequence[int]) -> bool:
    """Whether two rows or more keep a sum in floating point, which is told before the exact claims are made."""
    holding = 0
    for row, stated in sheet.column(column):
        parts = [part for index in run if (part := sheet.figures[row][index]) is not None]
        if len(parts) == len(run):
            off = abs(sum(float(part.amount.value) for part in parts) - float(stated.amount.value))
            open_by = sum(float(part.amount.ulp) for part in (*parts, stated)) / 2
            holding += off <= open_by * 1.001 + 1e-9
    return holding > 1


def _claims(sheet: Sheet, column: int, run: Sequence[int]) -> list[Computed]:
    claims = []
    for row, stated in sheet.column(column):
        parts = [part for index in run if (part := sheet.figures[row][index]) is not None]
        if sheet.rows[row].role not in DERIVED and len(parts) == len(run) and _alike([stated, *parts]):
            claims.append(sum_of(parts, stated))
    return claims


def _alike(figures: Sequence[Figure]) -> bool:
    return all(one.kind is Kind.MONEY and one.amount.unit == figures[0].amount.unit for one in figures)


def _parts(sheet: Sheet) -> Iterator[Computed]:
    """A column and those behind it that are parts of it by their heads, where others show that they are all of it."""
    families = []
    for column, one in enumerate(sheet.columns):
        end = column + 1
        while end < len(sheet.columns) and _is_within(sheet.columns[end], one):
            end += 1
        if one.role not in DERIVED and not one.detail and end > column + 2:
            families.append(_claims(sheet, column, range(column + 1, end)))
    for claims in families:
        yield from kept(claims, by_words=True)
    if len(families) > 1:
        yield from kept([claim for claims in families for claim in claims], by_words=True)


def _is_within(one: Head, parent: Head) -> bool:
    return one.detail or (one.role is Role.PART and parent.role is not Role.PART)
