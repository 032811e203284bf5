"""Plain text: every line counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factbook.checker.documents.model import Block, Cause, Place, Unit, UnreadableDocument
from factbook.languages.characters import encoding_of


def read(path: Path, data: bytes) -> Iterator[Block]:
    """The whole text as one block that counts its lines."""
    yield Block(decoded(path, data), Place(Unit.LINE, 1))


def decoded(path: Path, data: bytes) -> str:
    """Return text in UTF-8, or in an encoding of Korean office programs (CP949, UTF-16), line ends made one.

    Raises :class:`UnreadableDocument` for bytes of any other encoding.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _otherwise(path, data, error.start)
    if "\0" in text:
        text = _otherwise(path, data, data.find(0))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _otherwise(path: Path, data: bytes, fault: int) -> str:
    codec = encoding_of(data)
    if codec is None:
        raise UnreadableDocument(path, Cause.ENCODING, f"byte {fault + 1}")
    return data.decode(codec)
