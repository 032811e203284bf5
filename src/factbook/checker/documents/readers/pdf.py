"""PDF documents: the text of each page."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PageObject, PdfReader
from pypdf.generic import RectangleObject

from factbook.checker.documents.model import Block, Cause, Note, Notice, Place, Unit, UnreadableDocument
from factbook.checker.quotes.model import Link

#: A transformation of the page, as the six numbers of PDF; left, bottom, right and top of a box.
Matrix = Sequence[float]
_Box = tuple[float, float, float, float]
#: How far letters may begin outside the box of their link.
_NEAR = 2.0

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(path: Path, data: bytes) -> Iterator[Block | Note]:
    """Each page as a block, with its columns as they are set; raises where all pages are pictures."""
    document = PdfReader(io.BytesIO(data))
    if document.is_encrypted and not document.decrypt(""):
        raise UnreadableDocument(path, Cause.PROTECTED)
    scanned: list[int] = []
    number = 0
    for number, page in enumerate(document.pages, 1):
        pieces: list[_Piece] = []
        text = page.extract_text(visitor_text=lambda *drawn, to=pieces: to.append(_piece(*drawn)))
        if not text.strip() and _has_pictures(page):
            scanned.append(number)
        yield Block(text, Place(Unit.PAGE, number), layout=_layout(page), links=tuple(_links(page, text, pieces)))
    if scanned and len(scanned) == number:
        raise UnreadableDocument(path, Cause.SCANNED, str(number))
    if scanned:
        yield Note(Notice.PICTURES, ", ".join(map(str, scanned)), len(scanned))


def _layout(page: PageObject) -> str:
    """The page with its columns set by blanks, for its tables; nothing where the parser cannot place the letters."""
    try:
        return page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
    except Exception:  # the plain text is read all the same, and a library may raise anything on an odd font
        return ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Letters that are drawn in one go, from a place of the page in its units."""

    text: str
    x: float
    y: float


def _piece(text: str, page: Matrix, line: Matrix, *_: object) -> _Piece:
    """The place of letters is that of their line, moved as the page is (PDF 1.7, 8.3.4)."""
    x, y = line[4], line[5]
    return _Piece(text, x * page[0] + y * page[2] + page[4], x * page[1] + y * page[3] + page[5])


def _links(page: PageObject, text: str, pieces: Sequence[_Piece]) -> Iterator[Link]:
    """The links of a page, each around the letters that are drawn in its box; one that is broken into lines is one.

    Where the box meets no letters, no words of the text are the link's.
    """
    is_whole = "".join(piece.text for piece in pieces) == text
    last = Link(0, 0, "")
    for address, box in _boxes(page):
        start, end = _within(box, pieces) if is_whole else (0, 0)
        if address == last.address and last.start <= start and not text[last.end : start].strip():
            last = Link(last.start, max(last.end, end), address)
            continue
        if last.address:
            yield last
        last = Link(start, end, address)
    if last.address:
        yield last


def _within(box: _Box, pieces: Sequence[_Piece]) -> tuple[int, int]:
    """Where the letters of a box stand in the text; where none begins in it, those before it in its line."""
    left, bottom, right, top = box
    places, at = [], 0
    before = (0, 0)
    for piece in pieces:
        if piece.text.strip() and bottom - _NEAR <= piece.y <= top + _NEAR:
            if left - _NEAR <= piece.x < right - _NEAR:
                places.append((at, at + len(piece.text)))
            elif piece.x < left:
                before = (at, at + len(piece.text))
        at += len(piece.text)
    return (places[0][0], places[-1][1]) if places else before


def _boxes(page: PageObject) -> list[tuple[str, _Box]]:
    """Where the links of a page lead, and the box of each, in the order of reading.

    None where they cannot be read, since the text can be checked all the same.
    """
    try:
        found = [one.get_object() for one in page.annotations or ()]
        links = [one for one in found if one.get("/Subtype") == "/Link" and "/A" in one]
        boxes = [
            (str(one["/A"].get_object()["/URI"]), RectangleObject(one["/Rect"]))
            for one in links
            if "/URI" in one["/A"].get_object()
        ]
        sides = [(address, (float(b.left), float(b.bottom), float(b.right), float(b.top))) for address, b in boxes]
        return [
            (address, (min(left, right), min(low, high), max(left, right), max(low, high)))
            for address, (left, low, right, high) in sides
        ]
    except Exception:  # a library may raise anything on a damaged object
        return []


def _has_pictures(page: PageObject) -> bool:
    try:
        drawn = page["/Resources"].get_object().get("/XObject")  # type: ignore[union-attr]
        objects = drawn.get_object().values() if drawn is not None else ()
        return any(one.get_object().get("/Subtype") == "/Image" for one in objects)
    except Exception:  # a library may raise anything on a damaged object
        return False
