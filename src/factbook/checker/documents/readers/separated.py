"""Tables as text, a row a line, with cells parted by commas, semicolons or tabs (.csv, .tsv)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from factbook.checker.documents.model import Block
from factbook.checker.documents.readers.plain import decoded
from factbook.checker.documents.readers.sheets import MOST_CELLS, Places, SheetCell, blocks

_DELIMITERS = (",", ";", "\t", "|")


def read(path: Path, data: bytes) -> Iterator[Block]:
    """Each cell as a block, at the line on which its row begins."""
    text = decoded(path, data)
    delimiter = "\t" if path.suffix.lower() == ".tsv" else _delimiter(text)
    rows, lines, begins = [], [], 1
    reader = csv.reader(text.split("\n"), delimiter=delimiter)
    for row in reader:
        rows.append(row)
        lines.append(begins)
        begins = reader.line_num + 1
    cells = (
        SheetCell(number, column, value, 1, 1, value if value.startswith(("http://", "https://")) else "")
        for number, row in enumerate(rows)
        for column, value in enumerate(row)
    )
    yield from blocks(islice(cells, MOST_CELLS), Places(lines=lines), count())


def _delimiter(text: str) -> str:
    """The sign that parts the first lines into most cells."""
    lines = [line for line in text.split("\n", 20)[:20] if line.strip()]
    return max(_DELIMITERS, key=lambda sign: sum(len(next(csv.reader([line], delimiter=sign), [])) for line in lines))
