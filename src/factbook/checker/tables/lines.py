"""Tables that stand in text: rows between bars (Markdown), and columns set with blanks or tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factbook.checker.tables.model import Cell, Grid
from factbook.checker.tables.numbers import is_year, number_in

_RULE = re.compile(r"[\s|:+=-]*-[\s|:+=-]*")
_GAP = re.compile(r"[ \u00a0]{2,}|\t+")
#: How many lines above a table may hold its title and its unit, and how many below it its notes.
_AROUND = 3
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
            yield from _grid([_between_gaps(line) for line in lines[first:end]], lines, first, end, aligned=True)
        index = max(end, index + 1)


def _barred(lines: Sequence[_Line], index: int) -> int:
    """The line behind the rows that begin at ``index``, each with two cells or more between bars."""
    end = index
    while end < len(lines) and "|" in lines[end].text.strip().strip("|"):
        end += 1
    return end


def _aligned(lines: Sequence[_Line], index: int) -> int:
    """The line behind the lines that begin at ``index``, each set in columns."""
    end = index
    while end < len(lines) and _GAP.search(lines[end].text.strip()):
        end += 1
    return end


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


def _between_gaps(line: _Line) -> list[Cell]:
    indent = len(line.text) - len(line.text.lstrip())
    cells, position = [], indent
    for match in [*_GAP.finditer(line.text.rstrip(), indent), None]:
        end = match.start() if match else len(line.text.rstrip())
        cells.append(Cell(line.text[position:end].strip(), line.start + position))
        position = match.end() if match else end
    return [cell for cell in cells if cell.text][:_MOST_CELLS]


def _grid(
    rows: Sequence[list[Cell]], lines: Sequence[_Line], index: int, end: int, *, aligned: bool = False
) -> Iterator[Grid]:
    width = max((len(row) for row in rows), default=0)
    if width < 2 or len(rows) < 2:
        return
    filled = [_placed(row, width, aligned=aligned) for row in rows]
    above = [line.text.strip().lstrip("# ") for line in lines[max(0, index - 2 * _AROUND) : index] if line.text.strip()]
    below = [line.text.strip() for line in lines[end : end + 2 * _AROUND] if line.text.strip()]
    cells = tuple(tuple(cell if cell and cell.text else None for cell in row) for row in filled)
    yield Grid(cells, tuple(above[-_AROUND:]), tuple(below[:_AROUND]))


def _placed(row: list[Cell], width: int, *, aligned: bool) -> list[Cell | None]:
    """The cells of a row in ``width`` columns; one set with blanks that begins with a figure ends at the right."""
    missing: list[Cell | None] = [None] * (width - len(row))
    if aligned and missing:
        figures = [number_in(cell.text) is not None or is_year(cell.text) for cell in row]
        if figures and figures[0]:
            return [*missing, *row]
    return [*row, *missing]
