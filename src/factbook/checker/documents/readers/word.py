"""Word documents: paragraphs and the cells of tables, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from factbook.checker.documents.model import Block, InTable, Place, Unit
from factbook.checker.documents.readers.packages import opened


def read(path: Path, data: bytes) -> Iterator[Block]:
    """Each paragraph as a block, counted as it is read, those in tables included."""
    document = docx.Document(opened(path, data))
    for number, (paragraph, cell) in enumerate(_paragraphs(document), 1):
        style = paragraph.style.name if paragraph.style is not None else ""
        heading = "# " if style and style.startswith(("Heading", "Title")) else ""
        text = " ".join(paragraph.text.split())
        yield Block(heading + text if text else "", Place(Unit.PARAGRAPH, number), cell)


def _paragraphs(document: docx.document.Document) -> Iterator[tuple[Paragraph, InTable | None]]:
    """In reading order, through tables in tables, each with its innermost cell; a merged cell is read once."""
    tables = 0
    waiting: list[Iterator[tuple[Paragraph | Table, InTable | None]]] = [
        ((item, None) for item in document.iter_inner_content())
    ]
    while waiting:
        item, within = next(waiting[-1], (None, None))
        if item is None:
            waiting.pop()
        elif isinstance(item, Paragraph):
            yield item, within
        else:
            waiting.append(_contents(item, tables))
            tables += 1


def _contents(table: Table, number: int) -> Iterator[tuple[Paragraph | Table, InTable | None]]:
    """What the cells of a table hold, row by row, each with its place and its span."""
    spans: dict[object, InTable] = {}
    cells = []
    for row_number, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells, row.grid_cols_before):
            first = spans.get(cell._tc)
            if first is None:
                cells.append(cell)
                spans[cell._tc] = InTable(number, row_number, column)
            else:
                spans[cell._tc] = replace(
                    first, rows=row_number - first.row + 1, columns=max(first.columns, column - first.column + 1)
                )
    for cell in cells:
        for item in cell.iter_inner_content():
            yield item, spans[cell._tc]
