"""Readers, one a file format. Each is ``read(path, data) -> blocks`` and may raise what its library raises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from factbook.checker.documents.model import Block, Cause, Document, UnreadableDocument
from factbook.checker.documents.readers import hangul, markdown, notebook, pdf, plain, web, word

#: The largest file that is read, in bytes.
MOST_BYTES = 64 * 1024 * 1024
READERS: Mapping[str, Callable[[Path, bytes], Iterable[Block]]] = {
    ".md": markdown.read,
    ".txt": plain.read,
    ".html": web.read,
    ".ipynb": notebook.read,
    ".docx": word.read,
    ".hwpx": hangul.read,
    ".pdf": pdf.read,
}


def read(path: Path) -> Document:
    """The document at ``path``; raises :class:`UnreadableDocument` with the cause where there is none to be had."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableDocument(path, Cause.FORMAT, path.suffix or path.name)
    data = _bytes(path)
    try:
        return Document.of(path, list(reader(path, data)))
    except UnreadableDocument:
        raise
    except Exception as error:  # a library may raise anything on a damaged file
        detail = str(error).strip().splitlines()
        raise UnreadableDocument(path, Cause.DAMAGED, detail[0][:120] if detail else type(error).__name__) from error


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
