"""Tables that stand in text: rows between bars (Markdown), and columns set with blanks or tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factbook.checker.tables.columns import Piece, placed
from factbook.checker.tables.model import Cell, Grid
from factbook.checker.tables.numbers import is_year, number_in

_RULE = re.compile(r"[\s|:+=-]*-[\s|:+=-]*")
_GAP = re.compile(r"[ \u00a0]{2,}|\t+")
#: How many lines above a table may hold its title and its unit, and how many below it its notes.
_AROUND = 3
#: A heading among the rows of a table is no longer than this, holds no number and ends no sentence.
_LONGEST_HEADING, _NO_HEADING = 60, re.compile(r"[0-9|]|[.!?。]$")
_MOST_HEADINGS = 2
#: More cells than this in a row are no row.
_MOST_CELLS = 200


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int


def grids_in(text: str) -> Iterator[Grid]:
    """The tables of ``text``, each cell at its place in it. Linear in the length of the text."""
    lines, position = [], 0
    for line in text.split("\n"):
        lines.append(_Line(line, position))
        position += len(line) + 1
    index = 0
    while index < len(lines):
        end = _barred(lines, index)
        if end > index + 1:
            rows = [_between_bars(line) for line in lines[index:end] if not _RULE.fullmatch(line.text)]
            yield from _grid(rows, lines, index, end)
            index = end
            continue
        end = _aligned(lines, index)
        if end > index + 1:
            first = index - 1 if index and is_year(lines[index - 1].text) else index
            yield from _grid(_set_in_columns(lines[first:end]), lines, first, end)
        index = max(end, index + 1)


def _barred(lines: Sequence[_Line], index: int) -> int:
    """The line behind the rows that begin at ``index``, each with two cells or more between bars."""
    end = index
    while end < len(lines) and "|" in lines[end].text.strip().strip("|"):
        end += 1
    return end


def _aligned(lines: Sequence[_Line], index: int) -> int:
    """The line behind the lines that begin at ``index``, each set in columns; a heading may stand among them."""
    end = index
    while end < len(lines):
        if _GAP.search(lines[end].text.strip()):
            end += 1
            continue
        behind = next(
            (at for at in range(end, min(end + _MOST_HEADINGS + 1, len(lines))) if not _is_heading(lines[at])), end
        )
        if end == index or behind == end or not (behind < len(lines) and _GAP.search(lines[behind].text.strip())):
            break
        end = behind
    return end


def _is_heading(line: _Line) -> bool:
    """Whether a line is a few words without a number, such as «Current assets»."""
    text = line.text.strip()
    return bool(text) and len(text) <= _LONGEST_HEADING and not _GAP.search(text) and not _NO_HEADING.search(text)


def _between_bars(line: _Line) -> list[Cell]:
    cells, position = [], 0
    inner = line.text.rstrip()
    for part in re.split(r"(?<!\\)\|", inner):
        cells.append(Cell(part.strip(), line.start + position + len(part) - len(part.lstrip())))
        position += len(part) + 1
    if inner.lstrip().startswith("|"):
        cells = cells[1:]
    if inner.endswith("|"):
        cells = cells[:-1]
    return cells[:_MOST_CELLS]


def _between_gaps(line: _Line) -> list[Piece]:
    indent = len(line.text) - len(line.text.lstrip())
    pieces, position = [], indent
    for match in [*_GAP.finditer(line.text.rstrip(), indent), None]:
        end = match.start() if match else len(line.text.rstrip())
        text = line.text[position:end].strip()
        if text:
            pieces.append(Piece(Cell(text, line.start + position), line.text[:position]))
        position = match.end() if match else end
    return pieces[:_MOST_CELLS]


def _set_in_columns(lines: Sequence[_Line]) -> list[list[Cell | None]]:
    """The cells of lines set with blanks, by where they stand; those set with tabs, in their order."""
    pieces = [_between_gaps(line) for line in lines]
    found = None if any("\t" in line.text.strip() for line in lines) else placed(pieces)
    if found is not None:
        return found
    cells = [[piece.cell for piece in line] for line in pieces]
    return [_in_order(row, max(map(len, cells)) + 1) for row in cells]


def _grid(rows: Sequence[Sequence[Cell | None]], lines: Sequence[_Line], index: int, end: int) -> Iterator[Grid]:
    width = max((len(row) for row in rows), default=0)
    if width < 2 or len(rows) < 2:
        return
    above = [line.text.strip().lstrip("# ") for line in lines[max(0, index - 2 * _AROUND) : index] if line.text.strip()]
    below = [line.text.strip() for line in lines[end : end + 2 * _AROUND] if line.text.strip()]
    filled = [[*row, *[None] * (width - len(row))] for row in rows]
    cells = tuple(tuple(cell if cell and cell.text else None for cell in row) for row in filled)
    yield Grid(cells, tuple(above[-_AROUND:]), tuple(below[:_AROUND]))


def _in_order(row: list[Cell], width: int) -> list[Cell | None]:
    """The cells of a row in ``width`` columns: its words, and the others up to the last column."""
    first = next((at for at, cell in enumerate(row) if number_in(cell.text) is not None or is_year(cell.text)), 1)
    label = Cell(" ".join(cell.text for cell in row[:first]), row[0].start) if first else None
    rest = row[first:]
    return [label, *[None] * (width - 1 - len(rest)), *rest][:width]
