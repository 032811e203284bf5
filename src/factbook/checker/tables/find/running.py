"""Running totals: each is the sum of the amounts down to its own row."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checker.sentences.model import Computed, Figure
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.find.kept import is_told, kept, most_kept
from factbook.checker.tables.find.totals import sum_of
from factbook.checker.tables.model import Role, Sheet


def running(sheet: Sheet) -> Iterator[Computed]:
    """Each number of a column headed as cumulative, with the column that most of its rows add up."""
    for column, one in enumerate(sheet.columns):
        if not WORDS.has("cumulative", one.label):
            continue
        others = [index for index in range(len(sheet.columns)) if index != column]
        found = [claims for other in others if is_told(claims := _claims(sheet, column, other))]
        if found:
            yield from kept(most_kept(found))


def _claims(sheet: Sheet, column: int, other: int) -> list[Computed]:
    parts: list[Figure] = []
    claims = []
    for row, stated in sheet.column(column):
        own = sheet.figures[row][other]
        if own is None or own.amount.unit != stated.amount.unit or sheet.rows[row].role is Role.TOTAL:
            break
        parts.append(own)
        if len(parts) > 1:
            claims.append(sum_of(parts, stated))
    return claims
