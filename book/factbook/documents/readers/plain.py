"""Plain text: every line counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factbook.documents.model import Block, Cause, Place, Unit, UnreadableDocument


def read(path: Path, data: bytes) -> Iterator[Block]:
    """The whole text as one block that counts its lines."""
    yield Block(decoded(path, data), Place(Unit.LINE, 1))


def decoded(path: Path, data: bytes) -> str:
    """UTF-8 text with or without a byte-order mark, line ends made one; anything else is refused with its guess."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(path, Cause.ENCODING, _guess(data) or f"byte {error.start + 1}") from error
    if "\0" in text:
        raise UnreadableDocument(path, Cause.ENCODING, _guess(data) or f"byte {data.find(0) + 1}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guess(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        korean = data[:4096].decode("cp949", errors="ignore")
    except LookupError:
        return ""
    hangul = sum("가" <= letter <= "힣" for letter in korean)
    return "CP949, EUC-KR" if hangul > len(korean) / 10 else ""
