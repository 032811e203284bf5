"""Readers, one a file format. Each ``read(path, data)`` gives blocks and notes, and may raise what its library does.

A reader is imported when the first file of its kind is read: no one waits for the formats of others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path

from factbook.checker.documents.model import Block, Cause, Document, Note, Notice, UnreadableDocument
from factbook.checker.documents.readers import ignoring, kinds
from factbook.checker.documents.readers.plain import decoded
from factbook.languages.characters import encoding_of

#: The largest file that is read, in bytes.
MOST_BYTES = 64 * 1024 * 1024
#: The module that reads files of a kind, by their suffix.
READERS: Mapping[str, str] = {
    ".md": "markdown",
    ".txt": "plain",
    ".html": "web",
    ".ipynb": "notebook",
    ".docx": "word",
    ".hwpx": "hangul",
    ".pdf": "pdf",
    ".csv": "separated",
    ".tsv": "separated",
    ".xlsx": "excel",
    ".xls": "excel_old",
    ".ods": "opendocument_sheets",
    ".odt": "opendocument",
    ".pptx": "slides",
    ".hwp": "hangul_old",
}
#: Libraries that not everyone installs, each with the extra of this package that installs it.
_EXTRAS: Mapping[str, str] = {"xlrd": "xls", "olefile": "hwp"}
_ENCODINGS = {"cp949": "CP949", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}

Reader = Callable[[Path, bytes], Iterable[Block | Note]]


def read(path: Path) -> Document:
    """The document at ``path``; raises :class:`UnreadableDocument` with the cause where there is none to be had."""
    name = READERS.get(kinds.suffix_of(path))
    if name is None:
        raise UnreadableDocument(path, Cause.FORMAT, path.suffix or path.name)
    data = _bytes(path)
    kinds.refuse_misnamed(path, data)
    try:
        found = list(_reader(path, name)(path, data))
        notes = [one for one in found if isinstance(one, Note)]
        notes.extend(_encoding(path, data))
        excused = list(ignoring.read(decoded(path, data))) if kinds.suffix_of(path) == ".md" else []
        notes.extend(Note(Notice.NO_REASON, str(one.first)) for one in excused if not one.reason)
        blocks = (one for one in found if isinstance(one, Block))
        return Document.of(path, blocks, notes, (one for one in excused if one.reason))
    except UnreadableDocument:
        raise
    except Exception as error:  # a library may raise anything on a damaged file
        raise UnreadableDocument(path, Cause.DAMAGED) from error


def _reader(path: Path, name: str) -> Reader:
    try:
        module = import_module(f"{__name__}.{name}")
    except ModuleNotFoundError as error:
        extra = _EXTRAS.get(error.name or "")
        if extra is None:
            raise
        raise UnreadableDocument(path, Cause.LIBRARY, f"factbook[{extra}]") from error
    reader: Reader = module.read
    return reader


def _encoding(path: Path, data: bytes) -> Iterable[Note]:
    """The encoding of a text that is not in UTF-8."""
    if kinds.suffix_of(path) not in kinds.TEXT:
        return
    try:
        if "\0" not in data.decode("utf-8-sig"):
            return
    except UnicodeDecodeError:
        pass
    codec = encoding_of(data)
    if codec is not None:
        yield Note(Notice.ENCODING, _ENCODINGS[codec])


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UnreadableDocument(path, Cause.TOO_BIG, f"{size / 1024 / 1024:,.0f} MB")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDocument(path, Cause.MISSING) from error
    except OSError as error:
        raise UnreadableDocument(path, Cause.FORBIDDEN) from error
    if not data.strip():
        raise UnreadableDocument(path, Cause.EMPTY)
    return data
