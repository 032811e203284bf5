"""What kind of file bytes are, whatever their name says."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from factbook.checker.documents.model import Cause, UnreadableDocument

_ZIP, _PDF, _COMPOUND = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0"
#: How files of Hangul before 5.0 begin, which are of another format under the same name.
_OLD_HANGUL = b"HWP Document File V"
_IN_ARCHIVE = (("word/", ".docx"), ("xl/", ".xlsx"), ("ppt/", ".pptx"), ("Contents/section", ".hwpx"))
_BY_MIMETYPE = (
    (b"opendocument.text", ".odt"),
    (b"opendocument.spreadsheet", ".ods"),
    (b"opendocument.presentation", ".odp"),
    (b"application/hwp+zip", ".hwpx"),
)
#: Names of the streams in a compound file (OLE2), which are written in UTF-16.
_IN_COMPOUND = (("FileHeader", ".hwp"), ("WordDocument", ".doc"), ("Workbook", ".xls"), ("PowerPoint Document", ".ppt"))
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = ((b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"GIF8", ".gif"))
#: Other suffixes of files of a kind: with macros, which are not run, and of other programs.
ALIASES = {".xlsm": ".xlsx", ".docm": ".docx", ".pptm": ".pptx", ".htm": ".html", ".markdown": ".md"}
#: Suffixes of text, which may hold anything that is no other kind of file.
TEXT = frozenset((".md", ".txt", ".html", ".ipynb", ".csv", ".tsv"))
_TABLES_AS_PAGES = frozenset((".xls", ".doc", ".hwp"))


def suffix_of(path: Path) -> str:
    """The usual suffix of files that are named as ``path`` is."""
    suffix = path.suffix.lower()
    return ALIASES.get(suffix, suffix)


def refuse_misnamed(path: Path, data: bytes) -> None:
    """Raise :class:`UnreadableDocument` where the content is of another kind than the name, or is encrypted."""
    suffix = suffix_of(path)
    if data.startswith(_OLD_HANGUL):
        raise UnreadableDocument(path, Cause.FORMAT, "한글 3.0 (.hwp)")
    if data.startswith(_COMPOUND) and (_ENCRYPTED in data or suffix in (".docx", ".xlsx", ".pptx", ".hwpx")):
        found = None if _ENCRYPTED in data else _compound(data)
        if found is None:
            raise UnreadableDocument(path, Cause.PROTECTED)
    else:
        found = kind_of(data)
    if found is not None and found != suffix and not (found == ".html" and suffix not in _TABLES_AS_PAGES):
        raise UnreadableDocument(path, Cause.MISNAMED, found)


def kind_of(data: bytes) -> str | None:
    """The usual suffix of files with such content, or nothing where it is text or nothing known."""
    if data.startswith(_PDF):
        return ".pdf"
    if data.startswith(_COMPOUND):
        return _compound(data)
    if data.startswith(_ZIP):
        return _archived(data)
    if data[:512].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return ".html"
    return next((suffix for mark, suffix in _PICTURES if data.startswith(mark)), None)


def _compound(data: bytes) -> str | None:
    return next((suffix for name, suffix in _IN_COMPOUND if name.encode("utf-16-le") in data), None)


def _archived(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            said = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except Exception:  # a broken archive is told by its reader, with what is broken
        return None
    if found := next((suffix for mark, suffix in _BY_MIMETYPE if mark in said), None):
        return found
    return next((suffix for start, suffix in _IN_ARCHIVE if any(name.startswith(start) for name in names)), None)
