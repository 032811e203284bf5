"""Hangul documents before .hwpx (한글 5.x, .hwp): paragraphs of the text, of tables and of boxes, then notes."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import olefile

from factbook.checker.documents.model import Block, Cause, InTable, Part, Place, Unit, UnreadableDocument
from factbook.checker.documents.readers.collecting import Paragraph
from factbook.checker.documents.readers.hangul_records import (
    CONTROL,
    FIELD_BEGINS,
    FIELD_ENDS,
    LIST,
    PARAGRAPH,
    STYLE,
    TEXT,
    Record,
    pieces,
    records,
    unpacked,
)

_COMPRESSED, _PASSWORD, _DISTRIBUTED = 1, 2, 4
_BESIDE = {
    "fn  ": Part.FOOTNOTE,
    "en  ": Part.ENDNOTE,
    "head": Part.HEADER,
    "foot": Part.FOOTER,
    "tcmt": Part.COMMENT,
    "%%me": Part.COMMENT,
}
_TABLE, _SHAPE, _LINK = "tbl ", "gso ", "%hlk"
_HEADINGS = ("개요", "제목", "outline", "heading", "title")
_ESCAPED = re.compile(r"\\(.)")


def read(path: Path, data: bytes) -> Iterator[Block]:
    """Each paragraph as a block, counted as it is read, with the cell it stands in."""
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        (flags,) = struct.unpack_from("<I", file.openstream("FileHeader").read(), 36)
        if flags & (_PASSWORD | _DISTRIBUTED):
            raise UnreadableDocument(path, Cause.PROTECTED)

        def stream(*name: str) -> bytes:
            stored: bytes = file.openstream("/".join(name)).read()
            return unpacked(stored) if flags & _COMPRESSED else stored

        reader = _Reader(_headings(records(stream("DocInfo"))))
        sections = [name for name in file.listdir() if name[0] == "BodyText" and name[-1].startswith("Section")]
        for name in sorted(sections, key=lambda one: int(one[-1].removeprefix("Section"))):
            yield from reader.story(records(stream(*name)), None)
        yield from reader.beside


def _headings(top: Sequence[Record]) -> frozenset[int]:
    """The numbers of the styles that make a paragraph a heading."""
    found = [one for record in top for one in (record, *record.children) if one.tag == STYLE]
    names = [
        one.data[2 : 2 + 2 * int.from_bytes(one.data[:2], "little")].decode("utf-16-le", "replace") for one in found
    ]
    return frozenset(number for number, name in enumerate(names) if name.lower().startswith(_HEADINGS))


class _Reader:
    """Reads section after section; ``beside`` collects what does not stand in the body."""

    def __init__(self, headings: frozenset[int]) -> None:
        self._headings = headings
        self.beside: list[Block] = []
        self._number = self._tables = 0

    def story(self, items: Sequence[Record], cell: InTable | None, place: Place | None = None) -> Iterator[Block]:
        """The paragraphs among records in order; all at ``place`` where it is given, and else counted."""
        for item in items:
            if item.tag == PARAGRAPH:
                yield from self._paragraph(item, cell, place)

    def _paragraph(self, record: Record, cell: InTable | None, fixed: Place | None) -> Iterator[Block]:
        if fixed is None:
            self._number += 1
        place = fixed or Place(Unit.PARAGRAPH, self._number)
        controls = [one for one in record.children if one.tag == CONTROL]
        paragraph, waiting = Paragraph(), iter(controls)
        for text in (one for one in record.children if one.tag == TEXT):
            for piece in pieces(text.data):
                if isinstance(piece, str):
                    paragraph.add(piece)
                elif piece == FIELD_ENDS:
                    paragraph.close_link()
                else:
                    control = next(waiting, None)
                    if piece == FIELD_BEGINS:
                        paragraph.open_link(_address(control) if control is not None else "")
        is_heading = cell is None and fixed is None and record.data[10:11] != b"" and record.data[10] in self._headings
        yield paragraph.block(place, cell, heading=is_heading)
        for control in controls:
            yield from self._control(control, cell, place, fixed)

    def _control(self, control: Record, cell: InTable | None, place: Place, fixed: Place | None) -> Iterator[Block]:
        name = control.control()
        if name == _TABLE:
            yield from self._table(control, fixed)
        elif name in _BESIDE:
            where = replace(place, part=_BESIDE[name]) if place.part is Part.BODY else place
            self.beside.extend(replace(one, cell=None) for one in self.story(control.children, None, where))
        elif name == _SHAPE:
            for inner in control.children:
                yield from self.story((inner, *_below(inner)), None, replace(place, part=Part.BOX))
        else:
            yield from self.story(control.children, cell, fixed)

    def _table(self, control: Record, fixed: Place | None) -> Iterator[Block]:
        """The cells of a table: each begins with a list record that says where, before its paragraphs."""
        number, within = self._tables, None
        self._tables += 1
        for item in control.children:
            if item.tag == LIST and len(item.data) >= 16:
                column, row, columns, rows = struct.unpack_from("<4H", item.data, 8)
                within = InTable(number, row, column, min(1000, max(1, rows)), min(1000, max(1, columns)))
            elif item.tag == LIST:
                within = None
            elif item.tag == PARAGRAPH:
                yield from self._paragraph(item, within, fixed)


def _below(record: Record) -> Iterator[Record]:
    """The paragraphs in a shape, whose records group in levels of their own."""
    for one in record.children:
        if one.tag == PARAGRAPH:
            yield one
        elif one.tag != CONTROL:
            yield from _below(one)


def _address(control: Record) -> str:
    """Where a link leads: the command of its field up to the first bare semicolon, with its escapes undone."""
    if control.control() != _LINK or len(control.data) < 11:
        return ""
    (length,) = struct.unpack_from("<H", control.data, 9)
    command = control.data[11 : 11 + 2 * length].decode("utf-16-le", "replace")
    found = re.match(r"(?:[^;\\]|\\.)*", command)
    return _ESCAPED.sub(r"\1", found[0]) if found else ""
