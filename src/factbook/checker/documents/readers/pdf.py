"""PDF documents: the text of each page."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path

from pypdf import PageObject, PdfReader

from factbook.checker.documents.model import Block, Cause, Place, Unit, UnreadableDocument

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(path: Path, data: bytes) -> Iterator[Block]:
    """Each page as a block, with its columns as they are set."""
    document = PdfReader(io.BytesIO(data))
    if document.is_encrypted and not document.decrypt(""):
        raise UnreadableDocument(path, Cause.PROTECTED)
    for number, page in enumerate(document.pages, 1):
        yield Block(page.extract_text(), Place(Unit.PAGE, number), layout=_layout(page))


def _layout(page: PageObject) -> str:
    """The page with its columns set by blanks, for its tables; nothing where the parser cannot place the letters."""
    try:
        return page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
    except Exception:  # the plain text is read all the same, and a library may raise anything on an odd font
        return ""
