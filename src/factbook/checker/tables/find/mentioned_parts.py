"""Shares that the text tells of a column by its head: Environment received 17.8% of funding and 14.0% of grants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factbook.checker.sentences.model import Computed, Figure, Kind, Sentence, moved
from factbook.checker.sentences.recompute import share
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.find.entries import named
from factbook.checker.tables.find.mentioned_shares import NEAR
from factbook.checker.tables.model import DERIVED, Role, Sheet
from factbook.checker.tables.units import without_units

#: How many letters beside a percentage may name its whole.
_BESIDE = 36


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a table with its heads, and the total of its column."""

    row: str
    column: str
    figure: Figure
    whole: Figure


def mentioned_parts(sentences: Iterable[Sentence], sheets: Sequence[Sheet]) -> Iterator[Computed]:
    """Each percentage that is told as the part that a row has of a column with a total."""
    known = [cell for sheet in sheets for side in (sheet, sheet.transposed()) for cell in _cells(side)]
    if not known:
        return
    for sentence in sentences:
        for percent in sentence.of_kind(Kind.PERCENT):
            if not percent.ranged and not WORDS.has("apart", sentence.text):
                yield from _claims(sentence, percent, known)


def _cells(sheet: Sheet) -> Iterator[_Cell]:
    totals = [row for row, one in enumerate(sheet.rows) if one.role is Role.TOTAL]
    if len(totals) != 1:
        return
    for index, head in enumerate(sheet.columns):
        whole, column = sheet.figures[totals[0]][index], without_units(head.label)
        if whole is None or whole.kind is not Kind.MONEY or head.role in DERIVED or head.years or not column:
            continue
        for row, figure in sheet.column(index):
            label = without_units(sheet.rows[row].label)
            if row != totals[0] and sheet.rows[row].role is Role.PLAIN and label and figure.amount.value > 0:
                yield _Cell(label, column, figure, whole)


def _claims(sentence: Sentence, percent: Figure, known: Sequence[_Cell]) -> Iterator[Computed]:
    before, behind = sentence.text[: percent.start].lower(), sentence.text[percent.end :][:_BESIDE].lower()
    told = [one for one in known if _is_of(before[-_BESIDE:], behind, one.column) and named(before, one.row) >= 0]
    rows = {one.row for one in told}
    last = max(rows, key=lambda row: (named(before, row), len(row)), default="")
    found = [one for one in told if one.row == last]
    if len(found) != 1 or any(named(before, one.row) > named(before, last) for one in known):
        return
    (cell,) = found
    expected = share(cell.figure.amount.interval, cell.whole.amount.interval)
    allowed = percent.amount.interval
    if expected is not None and allowed.gap(expected) <= NEAR:
        operands = (("part", cell.figure), ("whole", cell.whole))
        words, quoted = f"{cell.figure.text} ÷ {cell.whole.text}", " ".join(sentence.text.split())
        stated = moved(percent, sentence.start)
        yield Computed("share", "table-text", operands, stated, expected, allowed, words, words=quoted)


def _is_of(before: str, behind: str, column: str) -> bool:
    """Whether the words beside a percentage make it one of the column: 19.2% of grants, 지원 건수의 19.2%."""
    return behind.startswith((f" of {column}", f" of all {column}", f" of the {column}")) or before.rstrip(
        " 약"
    ).endswith(f"{column}의")
