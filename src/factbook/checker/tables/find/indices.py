"""Index numbers: each is its amount over that of the base, which is a hundred."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checker.sentences.model import Computed
from factbook.checker.sentences.recompute import share, span
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.find.kept import is_told, kept, most_kept
from factbook.checker.tables.model import DERIVED, Role, Sheet


def indices(sheet: Sheet) -> Iterator[Computed]:
    """Each number of a column of indices with the amounts that make most of them."""
    titled = any(WORDS.has("index", line) for line in sheet.around)
    for column, one in enumerate(sheet.columns):
        if not WORDS.has("index", one.label) and not (titled and one.role in (Role.OTHER, Role.PLAIN)):
            continue
        bases = [row for row, figure in sheet.column(column) if figure.amount.value == 100]
        plain = [index for index, head in enumerate(sheet.columns) if head.role not in DERIVED and index != column]
        found = [
            claims
            for base in bases
            for amounts in plain
            if (claims := _claims(sheet, column, amounts, base)) and is_told(claims)
        ]
        if found:
            yield from kept(most_kept(found))


def _claims(sheet: Sheet, column: int, amounts: int, base: int) -> list[Computed]:
    whole, claims = sheet.figures[base][amounts], []
    for row, stated in sheet.column(column):
        part = sheet.figures[row][amounts]
        if part is None or whole is None or row == base or part.amount.unit != whole.amount.unit:
            continue
        expected = share(span(part.amount), span(whole.amount))
        if expected is not None:
            arithmetic, operands = f"{part.text} ÷ {whole.text} × 100", (("part", part), ("whole", whole))
            allowed = stated.amount.interval
            claims.append(Computed("share", "table-index", operands, stated, expected, allowed, arithmetic))
    return claims
