"""Sheets of a spreadsheet as tables: cells with their addresses; lines above a table are its title and its unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby

from factbook.checker.documents.model import Block, InTable, Part, Place, Unit
from factbook.checker.quotes.model import Link

_NUMBER = re.compile(r"[\s₩$€£¥(△▲▼+−-]*\d[\d,]*(?:\.\d+)?\s*\D{0,6}")
_YEAR = re.compile(r"['’]?(?:(?:19|20)\d\d|\d\d)\s*\D{0,4}")
#: No sheet that a person keeps has more cells; what follows is not read.
MOST_CELLS = 200_000


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell as it is shown, at row and column from 0, over how many of each; ``address`` is where it links to."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    address: str = ""


def blocks(cells: Iterable[SheetCell], places: Places, tables: count[int]) -> Iterator[Block]:
    """Each cell as a block, in tables of their own where blank rows or lines of text part them."""
    table: int | None = None
    last = -2
    for row, found in groupby((one for one in cells if one.text.strip()), key=lambda one: one.row):
        line = list(found)
        is_apart = row > last + 1
        last = max(row, *(row + one.rows - 1 for one in line))
        if len(line) == 1 and (table is None or is_apart) and not _is_number(line[0].text):
            table = None
            yield _block(line[0], places, None)
            continue
        if table is None or (is_apart and not _has_numbers(line)):
            table = next(tables)
        for one in line:
            yield _block(one, places, InTable(table, one.row, one.column, one.rows, one.columns))


@dataclass(frozen=True, slots=True)
class Places:
    """Addresses of cells: those of a sheet, or the lines of a file of one table, by row."""

    sheet: str = ""
    lines: Sequence[int] = ()

    def of(self, row: int, column: int, part: Part = Part.BODY) -> Place:
        """The place of a cell."""
        if self.lines:
            return Place(Unit.LINE, self.lines[row], part)
        return Place(Unit.SHEET, row + 1, part, f"{self.sheet}!{letters(column)}{row + 1}")


def letters(column: int) -> str:
    """The name of a column: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def position(reference: str) -> tuple[int, int]:
    """Row and column, from 0, of an address such as ``B7``; raises ``ValueError`` where it is none."""
    found = re.fullmatch(r"\$?([A-Z]{1,3})\$?(\d{1,7})", reference)
    if found is None:
        raise ValueError(f"no cell is called {reference!r}")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _block(cell: SheetCell, places: Places, within: InTable | None) -> Block:
    text = " ".join(cell.text.split())
    links = (Link(0, len(text), cell.address),) if cell.address else ()
    return Block(text, places.of(cell.row, cell.column), within, links=links)


def _has_numbers(line: Iterable[SheetCell]) -> bool:
    """Whether a row holds amounts, rather than the heads of another table, which may be years."""
    return any(_is_number(one.text) and not _YEAR.fullmatch(one.text.strip()) for one in line)


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text.strip()) is not None
