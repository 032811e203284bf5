"""PDF documents: the text of each page."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import east_asian_width

from pypdf import PageObject, PdfReader

from factbook.checker.documents.model import Block, Box, Cause, Note, Notice, Place, Run, Unit, UnreadableDocument
from factbook.checker.quotes.model import Link

#: A transformation of the page, as the six numbers of PDF; left, bottom, right and top of a box.
Matrix = Sequence[float]
_Box = tuple[float, float, float, float]
#: How wide letters are, and how far they reach above and below their line, as parts of the size of their font.
_NARROW, _WIDE, _ABOVE, _BELOW = 0.5, 1.0, 0.8, 0.2
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
        boxes, drawn = _boxes(page), _Drawn()
        text = page.extract_text(visitor_text=drawn.add)
        pieces = drawn.of(text)
        if not text.strip() and _has_pictures(page):
            scanned.append(number)
        links, runs = tuple(_links(boxes, pieces)), tuple(_runs(page, pieces))
        yield Block(text, Place(Unit.PAGE, number), layout=_layout(page), links=links, runs=runs)
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
    """Letters that are drawn in one go from a place of the page, and where they stand in its text."""

    text: str
    start: int
    x: float
    y: float
    size: float

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class _Drawn:
    """The pieces of a page's text, gathered as they are read."""

    def __init__(self) -> None:
        self._pieces: list[_Piece] = []
        self._end = 0

    def of(self, text: str) -> Sequence[_Piece]:
        """The pieces that a text is made of; none where it is made of others too, and their places are not its own."""
        return self._pieces if self._end == len(text) else ()

    def add(self, text: str, page: Matrix, line: Matrix, _font: object, size: float) -> None:
        """Letters stand at the place of their line, moved as the page is (PDF 1.7, 8.3.4)."""
        x, y = line[4], line[5]
        if text.strip():
            place = x * page[0] + y * page[2] + page[4], x * page[1] + y * page[3] + page[5]
            self._pieces.append(_Piece(text, self._end, *place, abs(size * line[3] * page[3])))
        self._end += len(text)


def _runs(page: PageObject, pieces: Iterable[_Piece]) -> Iterator[Run]:
    """The pieces with their boxes, from the upper left corner of the page."""
    left, top = float(page.mediabox.left), float(page.mediabox.top)
    for piece in pieces:
        text = piece.text.strip()
        start = piece.start + piece.text.find(text)
        width = piece.size * sum(_WIDE if east_asian_width(letter) in "WF" else _NARROW for letter in text)
        x, base = piece.x - left, top - piece.y
        yield Run(start, start + len(text), Box(x, base - _ABOVE * piece.size, x + width, base + _BELOW * piece.size))


def _links(boxes: Iterable[tuple[str, _Box]], pieces: Sequence[_Piece]) -> Iterator[Link]:
    """The links of a page, each around the letters that are drawn in its box; one that is broken into lines is one.

    Where the box meets no letters, no words of the text are the link's.
    """
    found: list[Link] = []
    for address, box in boxes:
        start, end = _within(box, pieces)
        between = (piece for piece in pieces if found and found[-1].end <= piece.start < start)
        if found and found[-1].address == address and found[-1].start <= start and not any(between):
            start = found.pop().start
        found.append(Link(start, end, address))
    yield from found


def _within(box: _Box, pieces: Sequence[_Piece]) -> tuple[int, int]:
    """Where the letters of a box stand in the text; where none begins in it, those before it in its line."""
    left, bottom, right, top = box
    line = [piece for piece in pieces if bottom - _NEAR <= piece.y <= top + _NEAR and piece.x < right - _NEAR]
    inside = [piece for piece in line if piece.x >= left - _NEAR] or line[-1:]
    return (inside[0].start, inside[-1].end) if inside else (0, 0)


def _boxes(page: PageObject) -> list[tuple[str, _Box]]:
    """Where the links of a page lead, and the box of each, in the order of reading.

    None where they cannot be read, since the text can be checked all the same.
    """
    try:
        found = [one.get_object() for one in page.annotations or ()]
        links = [one for one in found if one.get("/Subtype") == "/Link" and "/A" in one]
        actions = [(one["/A"].get_object(), one["/Rect"]) for one in links]
        return [(str(action["/URI"]), _box(*map(float, sides))) for action, sides in actions if "/URI" in action]
    except Exception:  # a library may raise anything on a damaged object
        return []


def _box(x: float, y: float, other_x: float, other_y: float) -> _Box:
    """A box given by any two opposite corners."""
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)


def _has_pictures(page: PageObject) -> bool:
    try:
        drawn = page["/Resources"].get_object().get("/XObject")  # type: ignore[union-attr]
        objects = drawn.get_object().values() if drawn is not None else ()
        return any(one.get_object().get("/Subtype") == "/Image" for one in objects)
    except Exception:  # a library may raise anything on a damaged object
        return False
