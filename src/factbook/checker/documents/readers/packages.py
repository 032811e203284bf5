"""What Word and Hangul files have in common: a zip archive that must not unpack without end."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from factbook.checker.documents.model import Cause, UnreadableDocument

#: The most that an archive may hold unpacked, in bytes.
_MOST_UNPACKED = 512 * 1024 * 1024
#: How an old Office or Hangul file, or a protected one, begins (OLE2 compound file).
_COMPOUND = b"\xd0\xcf\x11\xe0"


def opened(path: Path, data: bytes) -> io.BytesIO:
    """The archive as a stream; raises :class:`UnreadableDocument` where it is protected, broken or a bomb."""
    if data.startswith(_COMPOUND):
        raise UnreadableDocument(path, Cause.PROTECTED)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > _MOST_UNPACKED:
        raise UnreadableDocument(path, Cause.TOO_BIG, f"{unpacked / 1024 / 1024:,.0f} MB")
    return io.BytesIO(data)
