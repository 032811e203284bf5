"""PDF documents: the text of each page."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader

from factbook.checker.documents.model import Block, Cause, Place, Unit, UnreadableDocument

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(path: Path, data: bytes) -> Iterator[Block]:
    """Each page as a block."""
    document = PdfReader(io.BytesIO(data))
    if document.is_encrypted and not document.decrypt(""):
        raise UnreadableDocument(path, Cause.PROTECTED)
    for number, page in enumerate(document.pages, 1):
        yield Block(page.extract_text(), Place(Unit.PAGE, number))
