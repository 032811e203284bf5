"""The figures of a document in passages that can be found again in another version: sentences and rows of tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from factbook import languages
from factbook.checker.documents import grids
from factbook.checker.documents.model import Document
from factbook.checker.sentences.layout import sentences
from factbook.checker.tables import Cell, Grid
from factbook.checker.tables.numbers import is_year, number_in

_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at its place in the text of a document."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: its words with a sign in place of each figure, and the figures in the same order."""

    words: tuple[str, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a table by the labels of their row and column; one of more rows of one name is left out."""

    cells: dict[tuple[str, str], Figure]

    @property
    def labels(self) -> frozenset[str]:
        """The labels of all rows and columns."""
        return frozenset(label for pair in self.cells for label in pair)


#: Stands for a figure among the words of a passage; a unit follows it.
SIGN = "#"


def passages(document: Document) -> Iterator[Passage]:
    """The sentences outside tables that hold a figure."""
    cells = sorted({cell.start for grid in grids.of(document) for row in grid.rows for cell in row if cell is not None})
    for start, block in zip(document.starts, document.blocks, strict=True):
        if block.cell is not None:
            continue
        for sentence in sentences(block.text):
            passage = _passage(sentence.text, start + sentence.start)
            in_table = bisect_left(cells, start + sentence.end) > bisect_left(cells, start + sentence.start)
            if passage.figures and not in_table:
                yield passage


def _passage(text: str, start: int) -> Passage:
    found = [(one.start, one.end, one.amount.unit) for one in languages.scan(text)]
    taken = [(one[0], one[1]) for one in found]
    for match in _PLAIN.finditer(text):
        if not any(begin < match.end() and match.start() < end for begin, end in taken):
            found.append((match.start(), match.end(), "number"))
    words: list[str] = []
    done = 0
    for begin, end, unit in sorted(found):
        words.extend(_WORD.findall(text[done:begin]))
        words.append(SIGN + unit)
        done = end
    words.extend(_WORD.findall(text[done:]))
    figures = (Figure(start + begin, start + end, text[begin:end]) for begin, end, _ in sorted(found))
    return Passage(tuple(words), tuple(figures))


def tables(document: Document) -> list[Table]:
    """The tables with heads and figures."""
    found = (_table(grid) for grid in grids.of(document))
    return [one for one in found if one.cells]


def _table(grid: Grid) -> Table:
    top = next((number for number, row in enumerate(grid.rows) if any(map(_is_amount, row[1:]))), len(grid.rows))
    heads = [" ".join(_text(row[column]) for row in grid.rows[:top]) for column in range(len(grid.rows[0]))]
    cells: dict[tuple[str, str], Figure] = {}
    double: set[tuple[str, str]] = set()
    for row in grid.rows[top:]:
        for head, cell in zip(heads[1:], row[1:], strict=True):
            if cell is None or number_in(cell.text) is None:
                continue
            key = (_text(row[0]), head)
            if key in cells:
                double.add(key)
            cells[key] = Figure(cell.start, cell.start + len(cell.text), cell.text.strip())
    return Table({key: one for key, one in cells.items() if key not in double})


def _text(cell: Cell | None) -> str:
    return " ".join(cell.text.split()) if cell is not None else ""


def _is_amount(cell: Cell | None) -> bool:
    number = number_in(cell.text) if cell is not None else None
    return number is not None and cell is not None and not is_year(cell.text)
