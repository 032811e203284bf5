"""Columns whose cells hold a count and its percentage, as medical tables set them: 120 (60.0) under «n (%)»."""

from __future__ import annotations

import re
from dataclasses import replace

from factbook.checker.tables.model import Cell, Grid

PAIR = re.compile(r"(?P<count>[0-9][0-9,]*)\s*[(（]\s*(?P<percent>[0-9]+(?:\.[0-9]+)?)\s*%?\s*[)）]")
_PERCENT = re.compile(r"[(（]?\s*%\s*[)）]?")


def split_pairs(grid: Grid) -> Grid:
    """The table with each such column as two: the counts, and their percentages under a head of their own."""
    for column in reversed(range(len(grid.rows[0]) if grid.rows else 0)):
        pairs = [PAIR.fullmatch(cell.text) if (cell := row[column]) is not None else None for row in grid.rows]
        first = next((index for index, pair in enumerate(pairs) if pair is not None), 0)
        heads = " ".join(cell.text for row in grid.rows[:first] if (cell := row[column]) is not None)
        if first and sum(pair is not None for pair in pairs) > 1 and "%" in heads:
            grid = _split(grid, column, pairs, first)
    return grid


def _split(grid: Grid, column: int, pairs: list[re.Match[str] | None], first: int) -> Grid:
    rows = []
    for index, (row, pair) in enumerate(zip(grid.rows, pairs, strict=True)):
        cell = row[column]
        two: tuple[Cell | None, Cell | None] = (cell, None)
        if pair is not None and cell is not None:
            two = (Cell(pair["count"], cell.start), Cell(pair["percent"], cell.start + pair.start("percent")))
        elif index < first and cell is not None:
            bare = _PERCENT.sub("", cell.text).strip()
            two = (replace(cell, text=bare) if bare else None, Cell("%", cell.start))
        rows.append((*row[:column], *two, *row[column + 1 :]))
    return replace(grid, rows=tuple(rows))
