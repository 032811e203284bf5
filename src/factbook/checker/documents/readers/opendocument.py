"""OpenDocument text (.odt), as LibreOffice writes it: paragraphs and tables, then notes, comments and margins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from factbook.checker.documents.model import Block, InTable, Note, Notice, Part, Place, Unit
from factbook.checker.documents.readers.collecting import Paragraph
from factbook.checker.documents.readers.packages import Package, child, name_of, value, whole

_TEXT = {"s": " ", "tab": "\t", "line-break": " "}
#: Elements whose text is not part of the paragraph that they stand in.
_APART = frozenset(("note", "annotation", "frame", "custom-shape", "rect", "text-box", "table"))
_GONE = frozenset(("tracked-changes", "ruby-text", "note-citation", "creator", "date", "desc", "title"))


def read(path: Path, data: bytes) -> Iterator[Block | Note]:
    """Each paragraph as a block, counted as it is read, those in tables included; changes as if accepted."""
    package = Package(path, data)
    body = child(package.xml("content.xml"), "body", "text")
    if body is None:
        raise ValueError("no text body")
    reader = Reader()
    yield from reader.story(body, None)
    yield from reader.beside
    styles = package.optional("styles.xml")
    for element in styles.iter() if styles is not None else ():
        part = {"header": Part.HEADER, "footer": Part.FOOTER}.get(name_of(element))
        if part is not None:
            yield from reader.story(element, None, Place(Unit.PARAGRAPH, 1, part))
    changes = child(body, "tracked-changes")
    if changes is not None and len(changes):
        yield Note(Notice.TRACKED, number=len(changes))


class Reader:
    """Reads stories; ``beside`` collects what does not stand in the body."""

    def __init__(self) -> None:
        self.beside: list[Block] = []
        self._number = self._tables = 0

    def story(self, element: Element, cell: InTable | None, place: Place | None = None) -> Iterator[Block]:
        """The paragraphs of an element in order; all at ``place`` where it is given, and else counted."""
        for item in element:
            name = name_of(item)
            if name in ("p", "h"):
                yield from self._paragraph(item, cell, place)
            elif name == "table":
                yield from self._table(item, place)
            elif name not in _GONE:
                yield from self.story(item, cell, place)

    def _paragraph(self, element: Element, cell: InTable | None, fixed: Place | None) -> Iterator[Block]:
        if fixed is None:
            self._number += 1
        place = fixed or Place(Unit.PARAGRAPH, self._number)
        paragraph, apart = Paragraph(), list[Element]()
        read_runs(element, paragraph, apart)
        yield paragraph.block(place, cell, heading=name_of(element) == "h")
        for item in apart:
            name = name_of(item)
            if name == "note":
                part = Part.ENDNOTE if value(item, "note-class") == "endnote" else Part.FOOTNOTE
                self.beside.extend(self.story(item, None, replace(place, part=part)))
            elif name == "annotation":
                self.beside.extend(self.story(item, None, replace(place, part=Part.COMMENT)))
            elif name == "table":
                yield from self._table(item, fixed)
            else:
                yield from self.story(item, None, replace(place, part=Part.BOX))

    def _table(self, table: Element, place: Place | None) -> Iterator[Block]:
        number = self._tables
        self._tables += 1
        for row_number, row in enumerate(_rows(table)):
            column = 0
            for cell in row:
                if name_of(cell) not in ("table-cell", "covered-table-cell"):
                    continue
                repeated = max(1, whole(value(cell, "number-columns-repeated"), 1))
                rows, columns = (
                    min(100, max(1, whole(value(cell, f"number-{name}-spanned"), 1))) for name in ("rows", "columns")
                )
                if name_of(cell) == "table-cell":
                    yield from self.story(cell, InTable(number, row_number, column, rows, columns), place)
                column += repeated


def _rows(table: Element) -> Iterator[Element]:
    for item in table:
        if name_of(item) == "table-row":
            yield item
        elif name_of(item) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(item)


def read_runs(element: Element, paragraph: Paragraph, apart: list[Element]) -> None:
    """Read the text of a paragraph into ``paragraph``; what stands apart from it is added to ``apart``."""
    paragraph.add(element.text or "")
    for item in element:
        name = name_of(item)
        if name in _TEXT:
            paragraph.add(_TEXT[name])
        elif name in _APART:
            apart.append(item)
        elif name == "a":
            paragraph.open_link(value(item, "href") or "")
            read_runs(item, paragraph, apart)
            paragraph.close_link()
        elif name not in _GONE:
            read_runs(item, paragraph, apart)
        paragraph.add(item.tail or "")
