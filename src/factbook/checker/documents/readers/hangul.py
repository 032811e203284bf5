"""Hangul documents (한글, .hwpx): paragraphs of the text, of tables and of boxes, then notes and margins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from factbook.checker.documents.model import Block, InTable, Note, Notice, Part, Place, Unit
from factbook.checker.documents.readers.collecting import Paragraph
from factbook.checker.documents.readers.packages import Package, name_of, whole

_SECTION = re.compile(r"Contents/section(\d{1,4})\.xml", re.IGNORECASE)
_BESIDE = {
    "footNote": Part.FOOTNOTE,
    "endNote": Part.ENDNOTE,
    "header": Part.HEADER,
    "footer": Part.FOOTER,
    "hiddenComment": Part.COMMENT,
    "memo": Part.COMMENT,
}
#: Shapes with text in them.
_BOXES = frozenset(("rect", "ellipse", "polygon", "arc", "curve", "container", "textart"))
_TEXT = {"tab": "\t", "lineBreak": " ", "nbSpace": " ", "fwSpace": " "}
_ESCAPED = re.compile(r"\\(.)")


def read(path: Path, data: bytes) -> Iterator[Block | Note]:
    """Each paragraph as a block, counted as it is read, with the cell it stands in; changes as if accepted."""
    package = Package(path, data)
    found = sorted((int(match[1]), name) for name in package.names if (match := _SECTION.fullmatch(name)))
    if not found:
        raise ValueError("no section")
    headings = _headings(package)
    reader = _Reader(headings)
    for _, name in found:
        yield from reader.story(package.xml(name), None)
    yield from reader.beside
    if reader.changes:
        yield Note(Notice.TRACKED, number=reader.changes)


def _headings(package: Package) -> frozenset[str]:
    """The ids of the paragraph properties and of the styles that make a paragraph a heading."""
    root = package.optional("Contents/header.xml")
    styles = (one for one in root.iter() if name_of(one) == "style") if root is not None else ()
    wanted = ("개요", "제목", "outline", "heading", "title")
    return frozenset(one.get("id", "") for one in styles if one.get("name", "").lower().startswith(wanted))


class _Reader:
    """Reads section after section; ``beside`` collects what does not stand in the body."""

    def __init__(self, headings: frozenset[str]) -> None:
        self._headings = headings
        self.beside: list[Block] = []
        self.changes = 0
        self._number = self._tables = 0
        self._is_deleted = False

    def story(self, element: Element, cell: InTable | None, place: Place | None = None) -> Iterator[Block]:
        """The paragraphs of an element in order; all at ``place`` where it is given, and else counted."""
        for item in element:
            if name_of(item) == "p":
                yield from self._paragraph(item, cell, place)
            elif name_of(item) in ("subList", "drawText", "caption", *_BOXES):
                yield from self.story(item, cell, place)
            elif name_of(item) == "tbl":
                yield from self._table(item, cell, place)
            elif name_of(item) in ("memogroup", "memo"):
                self._aside(item, place or Place(Unit.PARAGRAPH, max(1, self._number)), Part.COMMENT)

    def _paragraph(self, element: Element, cell: InTable | None, fixed: Place | None) -> Iterator[Block]:
        if fixed is None:
            self._number += 1
        place = fixed or Place(Unit.PARAGRAPH, self._number)
        paragraph, objects = Paragraph(), list[Element]()
        for run in element:
            if name_of(run) == "run":
                self._run(run, paragraph, objects)
        is_heading = cell is None and fixed is None and element.get("styleIDRef", "") in self._headings
        yield paragraph.block(place, cell, heading=is_heading)
        for item in objects:
            name = name_of(item)
            if name in _BESIDE:
                self._aside(item, place, _BESIDE[name])
            elif name == "tbl":
                yield from self._table(item, cell, fixed)
            elif name in _BOXES:
                yield from self.story(item, None, replace(place, part=Part.BOX))
            else:
                yield from self.story(item, cell, fixed)

    def _aside(self, element: Element, place: Place, part: Part) -> None:
        where = replace(place, part=part) if place.part is Part.BODY else place
        self.beside.extend(replace(block, cell=None) for block in self.story(element, None, where))

    def _run(self, run: Element, paragraph: Paragraph, objects: list[Element]) -> None:
        for item in run:
            name = name_of(item)
            if name == "t":
                self._text(item, paragraph)
            elif name in _TEXT:
                paragraph.add(_TEXT[name])
            elif name == "ctrl":
                self._control(item, paragraph, objects)
            elif name != "secPr":
                objects.append(item)

    def _control(self, control: Element, paragraph: Paragraph, objects: list[Element]) -> None:
        for item in control:
            name = name_of(item)
            if name == "fieldBegin":
                paragraph.open_link(_address(item) if item.get("type") == "HYPERLINK" else "")
                if item.get("type") == "MEMO":
                    item.tag = "memo"
                    objects.append(item)
            elif name == "fieldEnd":
                paragraph.close_link()
            elif name in _BESIDE:
                objects.append(item)

    def _text(self, element: Element, paragraph: Paragraph) -> None:
        self._add(element.text, paragraph)
        for item in element:
            name = name_of(item)
            if name in ("insertBegin", "deleteBegin"):
                self.changes += 1
            if name in ("deleteBegin", "deleteEnd"):
                self._is_deleted = name == "deleteBegin"
            elif name in _TEXT:
                self._add(_TEXT[name], paragraph)
            else:
                self._text(item, paragraph)
            self._add(item.tail, paragraph)

    def _add(self, text: str | None, paragraph: Paragraph) -> None:
        if text and not self._is_deleted:
            paragraph.add(text)

    def _table(self, table: Element, around: InTable | None, place: Place | None) -> Iterator[Block]:
        number = self._tables
        self._tables += 1
        row_number = -1
        for item in table:
            if name_of(item) == "caption":
                yield from self.story(item, around, place)
            if name_of(item) != "tr":
                continue
            row_number += 1
            cells = (one for one in item if name_of(one) == "tc")
            for column, cell in enumerate(cells):
                yield from self.story(cell, _place(cell, InTable(number, row_number, column)), place)


def _place(cell: Element, otherwise: InTable) -> InTable:
    """Where a cell says that it stands, and over how many rows and columns."""
    told = {name_of(element): element.attrib for element in cell if name_of(element) in ("cellAddr", "cellSpan")}
    address, span = told.get("cellAddr", {}), told.get("cellSpan", {})
    return InTable(
        otherwise.table,
        whole(address.get("rowAddr"), otherwise.row),
        whole(address.get("colAddr"), otherwise.column),
        max(1, whole(span.get("rowSpan"), 1)),
        max(1, whole(span.get("colSpan"), 1)),
    )


def _address(field: Element) -> str:
    """Where a link leads: its path, or the command up to its first bare semicolon, with its escapes undone."""
    told = {one.get("name"): one.text or "" for one in field.iter() if name_of(one) == "stringParam"}
    if path := told.get("Path"):
        return path
    command = re.match(r"(?:[^;\\]|\\.)*", told.get("Command", ""))
    return _ESCAPED.sub(r"\1", command[0]) if command else ""
