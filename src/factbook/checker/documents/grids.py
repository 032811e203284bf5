"""The tables of a document: those that its reader marked cell by cell, and those that stand in its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from factbook.checker.documents.model import Document
from factbook.checker.tables import Cell, Grid, grids_in
from factbook.languages.characters import plain

#: How many blocks before a table may hold its title and its unit, and how many behind it its notes.
_AROUND = 3
#: How far ahead in the text of a page the next cell of a table is looked for, in characters.
_AHEAD = 4000
#: How many rows at the top of a page may hold running heads and the heads of a table.
_HEADS = 3
#: Fewer rows than this are no table of a page, but lines that happen to stand below each other.
_ROWS = 3
#: A table with more places than this is passed over: no one set it by hand.
_MOST_PLACES = 200_000
#: And one with more columns: a cell can be said to span as many as it likes.
_MOST_COLUMNS = 1000


@dataclass(slots=True)
class _Marked:
    above: tuple[str, ...]
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    below: list[str] = field(default_factory=list)


def of(document: Document) -> list[Grid]:
    """The tables of a document in order, each cell at its place in the document's text."""
    marked: dict[int, _Marked] = {}
    found: list[Grid] = []
    pages: list[list[Grid]] = []
    before: list[str] = []
    last: _Marked | None = None
    for block, start in zip(document.blocks, document.starts, strict=True):
        if block.cell is None:
            before.append(block.text.strip().lstrip("# "))
            if last is not None and len(last.below) < _AROUND:
                last.below.append(before[-1])
            if block.layout:
                pages.append(list(_anchored(grids_in(plain(block.layout)), block.text, start)))
            elif "\n" in block.text:
                found.extend(_moved(grids_in(block.text), start))
            continue
        table = last = marked.setdefault(block.cell.table, _Marked(tuple(before[-_AROUND:])))
        if block.cell.columns > _MOST_COLUMNS or len(table.cells) + block.cell.rows * block.cell.columns > _MOST_PLACES:
            continue
        for row in range(block.cell.row, block.cell.row + block.cell.rows):
            for column in range(block.cell.column, block.cell.column + block.cell.columns):
                present = table.cells.get((row, column))
                text = f"{present.text} {block.text}" if present else block.text
                table.cells[row, column] = Cell(text, present.start if present else start)
    return [*found, *_joined(pages), *(grid for one in marked.values() if (grid := _grid(one)) is not None)]


def rows_of_pages(grids: Iterable[Grid]) -> list[int]:
    """Where the rows of tables on pages begin in the text, in order; a table of pages stands among its sentences."""
    tables = (grid for grid in grids if grid.cut and len(grid.rows) >= _ROWS)
    starts = ([cell.start for cell in row if cell is not None] for grid in tables for row in grid.rows)
    return sorted(min(row) for row in starts if row)


def _anchored(grids: Iterable[Grid], text: str, start: int) -> Iterator[Grid]:
    """Tables read from the layout of a page, each cell at its place in the text of the page."""
    cursor = 0
    for grid in grids:
        rows: list[tuple[Cell | None, ...]] = []
        for row in grid.rows:
            cells: list[Cell | None] = []
            for cell in row:
                found = text.find(cell.text, cursor, cursor + _AHEAD) if cell is not None else -1
                cursor = found + len(cell.text) if cell is not None and found >= 0 else cursor
                place = start + (found if found >= 0 else cursor)
                cells.append(replace(cell, start=place) if cell is not None else None)
            rows.append(tuple(cells))
        yield replace(grid, rows=tuple(rows), cut=True)


def _joined(pages: Iterable[Sequence[Grid]]) -> list[Grid]:
    """The tables of pages; one that begins a page as the last of the page before began goes on from there."""
    found: list[Grid] = []
    last: Grid | None = None
    for page in pages:
        for index, grid in enumerate(page):
            heads = _shared_heads(last, grid) if last is not None and not index else 0
            if last is not None and heads:
                found[-1] = replace(last, rows=(*last.rows, *grid.rows[heads:]), below=grid.below)
            else:
                found.append(grid)
        last = found[-1] if page else None
    return found


def _shared_heads(one: Grid, other: Grid) -> int:
    """Up to which row a table repeats the heads of another, behind running heads; 0 where it does not."""
    if len(one.rows[0]) != len(other.rows[0]):
        return 0
    heads = [_texts(row) for row in one.rows[:_HEADS]]
    for index, row in enumerate(other.rows[:_HEADS]):
        if _texts(row) in heads and sum(map(bool, _texts(row))) > 1:
            return index + 1
    return 0


def _texts(row: Sequence[Cell | None]) -> list[str]:
    return [cell.text if cell is not None else "" for cell in row]


def _moved(grids: Iterable[Grid], by: int) -> Iterable[Grid]:
    for grid in grids:
        rows = tuple(
            tuple(replace(cell, start=cell.start + by) if cell is not None else None for cell in row)
            for row in grid.rows
        )
        yield replace(grid, rows=rows)


def _grid(marked: _Marked) -> Grid | None:
    """The table without the empty rows and columns before it; a sheet may have it anywhere."""
    if not marked.cells:
        return None
    down, along = ({place[axis] for place in marked.cells} for axis in (0, 1))
    height, width = range(min(down), max(down) + 1), range(min(along), max(along) + 1)
    if len(width) > _MOST_COLUMNS or len(height) * len(width) > _MOST_PLACES:
        return None
    return Grid(
        tuple(tuple(marked.cells.get((row, column)) for column in width) for row in height),
        marked.above,
        tuple(marked.below),
    )
