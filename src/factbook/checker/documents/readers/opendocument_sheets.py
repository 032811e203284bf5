"""OpenDocument spreadsheets (.ods): every sheet as it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import count
from pathlib import Path
from xml.etree.ElementTree import Element

from factbook.checker.documents.model import Block, Note, Notice, Part
from factbook.checker.documents.readers.collecting import Paragraph
from factbook.checker.documents.readers.number_formats import GENERAL, shown
from factbook.checker.documents.readers.opendocument import read_runs
from factbook.checker.documents.readers.packages import Package, child, children, name_of, value, whole
from factbook.checker.documents.readers.sheets import MOST_CELLS, Places, SheetCell, blocks

_CELLS = ("table-cell", "covered-table-cell")


def read(path: Path, data: bytes) -> Iterator[Block | Note]:
    """Each cell as a block, at its address; formulas as the results that the file stores."""
    content = Package(path, data).xml("content.xml")
    book = child(content, "body", "spreadsheet")
    if book is None:
        raise ValueError("no sheets")
    hidden = {
        value(style, "name")
        for style in children(content, "automatic-styles")
        if value(child(style, "table-properties"), "display") == "false"
    }
    tables = count()
    for sheet in (one for one in book if name_of(one) == "table"):
        name = value(sheet, "name") or ""
        if value(sheet, "style-name") in hidden:
            yield Note(Notice.HIDDEN_SHEET, name)
        reader = _Reader(Places(name))
        yield from blocks(reader.cells(sheet), Places(name), tables)
        yield from reader.comments
        if reader.hidden:
            yield Note(Notice.HIDDEN_ROWS, f"{name}!{', '.join(reader.hidden[:20])}", len(reader.hidden))


class _Reader:
    """The cells of a sheet; ``comments`` and the numbers of ``hidden`` rows are there once all cells were read."""

    def __init__(self, places: Places) -> None:
        self.comments: list[Block] = []
        self.hidden: list[str] = []
        self._places = places

    def cells(self, sheet: Element) -> Iterator[SheetCell]:
        """The cells with text, row by row; repeated empty ones only move on."""
        number = seen = 0
        for row in _rows(sheet):
            found = list(self._row(row, number))
            repeated = max(1, int(value(row, "number-rows-repeated") or 1))
            if value(row, "visibility") in ("collapse", "filter") and repeated < 1000:
                self.hidden.extend(str(number + down + 1) for down in range(repeated))
            for down in range(min(repeated, 1000) if found else 0):
                seen += len(found)
                if seen > MOST_CELLS:
                    return
                for one in found:
                    yield SheetCell(number + down, one.column, one.text, one.rows, one.columns, one.address)
            number += repeated

    def _row(self, row: Element, number: int) -> Iterator[SheetCell]:
        column = 0
        for cell in (one for one in row if name_of(one) in _CELLS):
            repeated = max(1, int(value(cell, "number-columns-repeated") or 1))
            block = self._text(cell, number, column)
            text = block.text or _stored(cell)
            if text and name_of(cell) == "table-cell":
                rows, columns = (
                    min(1000, max(1, whole(value(cell, f"number-{name}-spanned"), 1))) for name in ("rows", "columns")
                )
                address = block.links[0].address if block.links else ""
                for along in range(min(repeated, 1000)):
                    yield SheetCell(number, column + along, text, rows, columns, address)
            column += repeated

    def _text(self, cell: Element, row: int, column: int) -> Block:
        paragraph, apart = Paragraph(), list[Element]()
        for item in cell:
            if name_of(item) == "p":
                read_runs(item, paragraph, apart)
                paragraph.add(" ")
            elif name_of(item) == "annotation":
                apart.append(item)
        for note in apart:
            words = Paragraph()
            for line in (one for one in note.iter() if name_of(one) == "p"):
                read_runs(line, words, [])
                words.add(" ")
            self.comments.append(words.block(self._places.of(row, column, Part.COMMENT)))
        return paragraph.block(self._places.of(row, column))


def _rows(table: Element) -> Iterator[Element]:
    for item in table:
        if name_of(item) == "table-row":
            yield item
        elif name_of(item) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(item)


def _stored(cell: Element) -> str:
    """The value of a cell of which the file has no text."""
    try:
        number = Decimal(value(cell, "value") or "")
    except InvalidOperation:
        return ""
    return shown(number, "0.##########%" if value(cell, "value-type") == "percentage" else GENERAL)
