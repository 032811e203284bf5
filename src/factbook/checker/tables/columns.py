"""The columns of lines set with blanks: numbers above each other are a column, words belong to what they are near."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factbook.checker.tables.model import Cell
from factbook.checker.tables.numbers import is_year, number_in
from factbook.languages import characters


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell of a line, and what of the line stands before it."""

    cell: Cell
    before: str

    def span(self, width: Callable[[str], int]) -> tuple[int, int]:
        """From where to where it stands in its line."""
        start = width(self.before)
        return start, start + width(self.cell.text)

    @property
    def is_number(self) -> bool:
        return is_year(self.cell.text) or number_in(self.cell.text) is not None


def placed(lines: Sequence[Sequence[Piece]]) -> list[list[Cell | None]] | None:
    """The cells in their columns, the words at the left first; ``None`` where numbers of one line share a column.

    A letter of Hangul takes one place where a program set the columns, and two where a person did.
    """
    found: list[tuple[tuple[int, int], list[list[Cell | None]]]] = []
    for width in (len, characters.width):
        columns = _columns([piece.span(width) for line in lines for piece in line if piece.is_number])
        rows = [_row(line, columns, width) for line in lines] if columns else []
        filled = [row for row in rows if row is not None]
        if filled and len(filled) == len(rows):
            words = [piece.span(width) for line in lines for piece in line[1:] if not piece.is_number]
            found.append(((len(columns), sum(_distance(span, columns) for span in words)), filled))
    if not found:
        return None
    _, filled = min(found, key=lambda one: one[0])
    headless = all(row[0] is None or _is_words(row[1:]) for row in filled)
    return [_without_first(row) for row in filled] if headless else filled


def _distance(span: tuple[int, int], columns: Sequence[tuple[int, int]]) -> int:
    """How far words stand from the nearest column; 0 above it."""
    return min(max(left - span[1], span[0] - right, 0) for left, right in columns)


def _is_words(row: Sequence[Cell | None]) -> bool:
    return all(cell is None or number_in(cell.text) is None for cell in row)


def _without_first(row: list[Cell | None]) -> list[Cell | None]:
    """The row without the place for words at the left, what stands there moved to the column behind it."""
    return [row[1] or row[0], *row[2:]]


def _columns(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places that numbers take, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _row(
    line: Sequence[Piece], columns: Sequence[tuple[int, int]], width: Callable[[str], int]
) -> list[Cell | None] | None:
    row: list[Cell | None] = [None] * (len(columns) + 1)
    numbers: set[int] = set()
    for piece in line:
        start, end = piece.span(width)
        at = _nearest(start, end, columns)
        if piece.is_number:
            if at in numbers:
                return None
            numbers.add(at)
        elif start < columns[0][0]:
            at = 0
        present = row[at]
        row[at] = Cell(f"{present.text} {piece.cell.text}", present.start) if present else piece.cell
    return row


def _nearest(start: int, end: int, columns: Sequence[tuple[int, int]]) -> int:
    """The column, from 1, that a span overlaps most, else the one whose middle is nearest."""
    overlaps = [min(end, right) - max(start, left) for left, right in columns]
    best = max(range(len(columns)), key=lambda at: overlaps[at])
    if overlaps[best] > 0:
        return best + 1
    return min(range(len(columns)), key=lambda at: abs(sum(columns[at]) - start - end)) + 1
