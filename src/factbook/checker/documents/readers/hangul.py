"""Hangul documents (한글, .hwpx): paragraphs of the text, of tables and of boxes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from hwpx import TextExtractor

from factbook.checker.documents.model import Block, InTable, Place, Unit
from factbook.checker.documents.readers.packages import opened


def read(path: Path, data: bytes) -> Iterator[Block]:
    """Each paragraph as a block, counted as it is read, with the cell it stands in."""
    with ZipFile(opened(path, data)) as archive, TextExtractor(archive) as extractor:
        number, tables = count(1), count()
        for section in extractor.iter_sections():
            cells = _cells(section.element, tables)
            for paragraph in extractor.iter_paragraphs(section):
                text = " ".join(paragraph.text().split())
                yield Block(text, Place(Unit.PARAGRAPH, next(number)), cells.get(paragraph.element))


def _cells(root: Element, tables: Iterator[int]) -> dict[Element, InTable]:
    """The cell of each paragraph in a table, the innermost where tables stand in tables."""
    cells: dict[Element, InTable] = {}
    for table in (element for element in root.iter() if _name(element) == "tbl"):
        number = next(tables)
        for row_number, row in enumerate(element for element in table if _name(element) == "tr"):
            for column, cell in enumerate(element for element in row if _name(element) == "tc"):
                place = _place(cell, InTable(number, row_number, column))
                cells |= {element: place for element in cell.iter() if _name(element) == "p"}
    return cells


def _place(cell: Element, otherwise: InTable) -> InTable:
    """Where a cell says that it stands, and over how many rows and columns."""
    told = {_name(element): element.attrib for element in cell if _name(element) in ("cellAddr", "cellSpan")}
    address, span = told.get("cellAddr", {}), told.get("cellSpan", {})
    return InTable(
        otherwise.table,
        _number(address.get("rowAddr"), otherwise.row),
        _number(address.get("colAddr"), otherwise.column),
        max(1, _number(span.get("rowSpan"), 1)),
        max(1, _number(span.get("colSpan"), 1)),
    )


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 6 else otherwise


def _name(element: Element) -> str:
    """The name of an element without its namespace; a comment has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
