"""Hangul documents (한글, .hwpx): paragraphs of the text, of tables and of boxes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from hwpx import TextExtractor

from factbook.checker.documents.model import Block, Place, Unit
from factbook.checker.documents.readers.packages import opened


def read(path: Path, data: bytes) -> Iterator[Block]:
    """Each paragraph as a block, counted as it is read."""
    with ZipFile(opened(path, data)) as archive, TextExtractor(archive) as extractor:
        for number, paragraph in enumerate(extractor.iter_document_paragraphs(), 1):
            yield Block(" ".join(paragraph.text().split()), Place(Unit.PARAGRAPH, number))
