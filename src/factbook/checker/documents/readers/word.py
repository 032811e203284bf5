"""Word documents: paragraphs and the cells of tables, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import docx
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from factbook.checker.documents.model import Block, Place, Unit
from factbook.checker.documents.readers.packages import opened


def read(path: Path, data: bytes) -> Iterator[Block]:
    """Each paragraph as a block, counted as it is read, those in tables included."""
    document = docx.Document(opened(path, data))
    for number, paragraph in enumerate(_paragraphs(document), 1):
        style = paragraph.style.name if paragraph.style is not None else ""
        heading = "# " if style and style.startswith(("Heading", "Title")) else ""
        text = " ".join(paragraph.text.split())
        yield Block(heading + text if text else "", Place(Unit.PARAGRAPH, number))


def _paragraphs(document: docx.document.Document) -> Iterator[Paragraph]:
    """In reading order, through tables in tables; a merged cell is read once."""
    waiting: list[Iterator[Paragraph | Table]] = [document.iter_inner_content()]
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
        elif isinstance(item, Paragraph):
            yield item
        else:
            waiting.append(chain.from_iterable(cell.iter_inner_content() for cell in _cells(item)))


def _cells(table: Table) -> Iterator[_Cell]:
    seen = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc not in seen:
                seen.add(cell._tc)
                yield cell
