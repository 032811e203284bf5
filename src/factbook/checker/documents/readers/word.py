"""Word documents: paragraphs and the cells of tables in reading order, then notes, comments, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from factbook.checker.documents.model import Block, InTable, Note, Notice, Part, Place, Unit
from factbook.checker.documents.readers.collecting import Paragraph
from factbook.checker.documents.readers.packages import Package, Relation, child, name_of, value, whole
from factbook.checker.documents.readers.word_runs import CHANGES, DELETED, Runs

_NOTES = {
    Part.FOOTNOTE: "/footnotes",
    Part.ENDNOTE: "/endnotes",
    Part.COMMENT: "/comments",
}
_MARGINS = {Part.HEADER: "/header", Part.FOOTER: "/footer"}
#: Elements around paragraphs that say nothing of their own.
_AROUND = frozenset(("body", "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "txbxContent"))
_HEADINGS = ("heading", "title", "제목")


def read(path: Path, data: bytes) -> Iterator[Block | Note]:
    """Each paragraph as a block, counted as it is read, those in tables included; changes as if accepted."""
    package = Package(path, data)
    main = package.main_part()
    relations = package.relations(main)
    reader = _Reader(_headings(package, relations), relations)
    body = package.xml(main)
    yield from reader.story(body, None)
    for part, ending in (_NOTES | _MARGINS).items():
        for relation in relations.values():
            if relation.kind.endswith(ending) and (root := package.optional(relation.target)) is not None:
                yield from _beside(root, part, reader, package.relations(relation.target))
    yield from reader.notes()


def _beside(root: Element, part: Part, reader: _Reader, relations: Mapping[str, Relation]) -> Iterator[Block]:
    """A header or a footer, or every note of a part at the paragraph that refers to it."""
    inner = _Reader(reader.headings, relations)
    if part in _MARGINS:
        yield from inner.beside(root, Place(Unit.PARAGRAPH, 1, part))
    for note in root if part in _NOTES else ():
        anchor = reader.anchors.get((part, value(note, "id") or ""))
        if anchor is not None:
            yield from inner.beside(note, Place(Unit.PARAGRAPH, anchor, part))
    reader.changes += inner.changes
    reader.hidden += inner.hidden


def _headings(package: Package, relations: Mapping[str, Relation]) -> frozenset[str]:
    """The ids of the styles that make a paragraph a heading."""
    part = next((one.target for one in relations.values() if one.kind.endswith("/styles")), "")
    root = package.optional(part)
    found = set()
    for style in root if root is not None else ():
        name = (value(child(style, "name")) or "").lower()
        level = value(child(style, "pPr", "outlineLvl"))
        if name.startswith(_HEADINGS) or whole(level, 9) < 9:
            found.add(value(style, "styleId") or "")
    return frozenset(found)


class _Reader:
    """Reads one part, and remembers what its paragraphs refer to."""

    def __init__(self, headings: frozenset[str], relations: Mapping[str, Relation]) -> None:
        self.headings, self.relations = headings, relations
        self.anchors: dict[tuple[Part, str], int] = {}
        self.changes = self.hidden = 0
        self._number = self._tables = 0
        self._joined: Runs | None = None

    def notes(self) -> Iterator[Note]:
        if self.changes:
            yield Note(Notice.TRACKED, number=self.changes)
        if self.hidden:
            yield Note(Notice.HIDDEN_TEXT, number=self.hidden)

    def beside(self, element: Element, place: Place) -> Iterator[Block]:
        """The blocks of a note or a margin, all at one place; its tables are read as paragraphs."""
        for block in self.story(element, None):
            yield replace(block, place=place, cell=None)

    def story(self, element: Element, cell: InTable | None) -> Iterator[Block]:
        """What an element holds, in reading order."""
        for item in element:
            name = name_of(item)
            if name in CHANGES:
                self.changes += 1
            if name == "p":
                yield from self._paragraph(item, cell)
            elif name == "tbl":
                yield from self._table(item)
            elif name in _AROUND:
                yield from self.story(item, cell)

    def _paragraph(self, element: Element, cell: InTable | None) -> Iterator[Block]:
        properties = child(element, "pPr")
        style = value(child(properties, "pStyle")) if properties is not None else None
        runs = self._joined or Runs(Paragraph(), self.relations)
        self._joined = None
        runs.read(element)
        if properties is not None and child(properties, "rPr", "del") is not None:
            self._joined = runs  # its end is deleted: the next paragraph goes on in it
            return
        self._number += 1
        place = Place(Unit.PARAGRAPH, self._number)
        is_heading = style in self.headings or (
            properties is not None and whole(value(child(properties, "outlineLvl")), 9) < 9
        )
        self.changes += runs.changes
        self.hidden += runs.hidden
        self.anchors.update(dict.fromkeys(runs.references, self._number))
        yield runs.paragraph.block(place, cell, heading=is_heading)
        for box in runs.boxes:
            inner = _Reader(self.headings, self.relations)
            inner._tables = self._tables
            for block in inner.story(box, None):
                yield replace(block, place=replace(place, part=Part.BOX))
            self._tables = inner._tables
            self.changes += inner.changes
            self.hidden += inner.hidden

    def _table(self, table: Element) -> Iterator[Block]:
        """What the cells of a table hold, row by row; a cell that was merged is read once, at its first place."""
        number, above = self._tables, dict[int, int]()
        cells: list[tuple[InTable, Element]] = []
        self._tables += 1
        for row_number, row in enumerate(_rows(table)):
            column = whole(value(child(row, "trPr", "gridBefore")), 0)
            for item in _cells(row):
                width = max(1, whole(value(child(item, "tcPr", "gridSpan")), 1))
                merge = child(item, "tcPr", "vMerge")
                if merge is not None and value(merge) != "restart" and column in above:
                    place, first = cells[above[column]]
                    cells[above[column]] = (replace(place, rows=row_number - place.row + 1), first)
                else:
                    above[column] = len(cells)
                    cells.append((InTable(number, row_number, column, 1, width), item))
                column += width
        for place, item in cells:
            yield from self.story(item, place)


def _rows(table: Element) -> Iterator[Element]:
    for item in table:
        if name_of(item) == "tr":
            if child(item, "trPr", "del") is None:
                yield item
        elif name_of(item) in _AROUND:
            yield from _rows(item)


def _cells(row: Element) -> Iterator[Element]:
    for item in row:
        if name_of(item) == "tc":
            if child(item, "tcPr", DELETED) is None:
                yield item
        elif name_of(item) in _AROUND:
            yield from _cells(item)
