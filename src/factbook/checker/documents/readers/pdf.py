"""PDF documents: the text of each page."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path

from pypdf import PageObject, PdfReader

from factbook.checker.documents.model import Block, Cause, Note, Notice, Place, Unit, UnreadableDocument
from factbook.checker.quotes.model import Link

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(path: Path, data: bytes) -> Iterator[Block | Note]:
    """Each page as a block, with its columns as they are set; raises where all pages are pictures."""
    document = PdfReader(io.BytesIO(data))
    if document.is_encrypted and not document.decrypt(""):
        raise UnreadableDocument(path, Cause.PROTECTED)
    scanned: list[int] = []
    number = 0
    for number, page in enumerate(document.pages, 1):
        text = page.extract_text()
        if not text.strip() and _has_pictures(page):
            scanned.append(number)
        links = tuple(Link(len(text), len(text), address) for address in _addresses(page))
        yield Block(text, Place(Unit.PAGE, number), layout=_layout(page), links=links)
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


def _addresses(page: PageObject) -> list[str]:
    """Where the links of a page lead; none where they cannot be read, since the text can be checked all the same."""
    try:
        found = [one.get_object() for one in page.annotations or ()]
        actions = [one["/A"].get_object() for one in found if one.get("/Subtype") == "/Link" and "/A" in one]
        return [str(action["/URI"]) for action in actions if "/URI" in action]
    except Exception:  # a library may raise anything on a damaged object
        return []


def _has_pictures(page: PageObject) -> bool:
    try:
        drawn = page["/Resources"].get_object().get("/XObject")  # type: ignore[union-attr]
        objects = drawn.get_object().values() if drawn is not None else ()
        return any(one.get_object().get("/Subtype") == "/Image" for one in objects)
    except Exception:  # a library may raise anything on a damaged object
        return False
