"""Paths to documents to reports."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from factbook.checker import quotes
from factbook.checker import sentences as prose
from factbook.checker import tables as tabular
from factbook.checker.documents import grids, readers
from factbook.checker.documents.model import Cause, Document, Note, UnreadableDocument
from factbook.checker.documents.readers import kinds
from factbook.checker.quotes import Book, Judged

#: Folders that hold no documents of the author's own. What begins with ``~$`` is a lock of an office program.
_PASSED_OVER = frozenset(("node_modules", "__pycache__"))


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document with what was found in it, or why it could not be read."""

    path: Path
    document: Document | None
    report: prose.Report
    failure: UnreadableDocument | None = None
    tally: tabular.Tally = field(default_factory=tabular.Tally)
    notes: tuple[Note, ...] = ()
    #: Numbers that it quotes from the book that it is held to.
    quotes: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What documents are held to: a rate in won per dollar, the language of the messages, a book that they quote."""

    rate: Decimal | None = None
    lang: str | None = None
    book: Book | None = None


def check_paths(
    paths: Iterable[Path], *, rate: Decimal | None = None, lang: str | None = None, book: Book | None = None
) -> Iterator[CheckedDocument]:
    """Each document that the files and folders lead to, checked in order. ``rate`` is won per dollar.

    What a document quotes from ``book`` is compared with it.
    """
    settings = Settings(rate, lang, book)
    yield from (check(one, settings) for one in found(paths))


def found(paths: Iterable[Path]) -> Iterator[Path | CheckedDocument]:
    """The files that the paths lead to, and the folders in which there are none."""
    for path in paths:
        try:
            yield from _files(path)
        except UnreadableDocument as failure:
            yield CheckedDocument(path, None, prose.Report(), failure)


def check(path: Path | CheckedDocument, settings: Settings) -> CheckedDocument:
    """The document at ``path``; what has been judged stays as it is."""
    if isinstance(path, CheckedDocument):
        return path
    try:
        document = readers.read(path)
    except UnreadableDocument as failure:
        return CheckedDocument(path, None, prose.Report(), failure)
    read = grids.of(document)
    sentences = prose.check_text(document.text, lang=settings.lang, rate=settings.rate)
    tables = tabular.check_tables(document.text, read, lang=settings.lang)
    rows = grids.rows_of_pages(read)
    claims = (one for one in sentences.claims if not _is_of_rows(one, rows))
    findings = (one for one in sentences.findings if not _is_of_rows(one, rows))
    report = prose.Report(
        tuple(sorted((*claims, *tables.claims), key=lambda one: one.start)),
        tuple(sorted((*findings, *tables.findings), key=lambda one: one.start)),
    )
    return CheckedDocument(
        path, document, report, tally=tables.tally, notes=document.notes, quotes=_quotes(document, settings.book)
    )


def _is_of_rows(one: prose.Claim | prose.Finding, rows: Sequence[int]) -> bool:
    """Whether what was read as a sentence is several rows of a table, whose lines follow each other in the text."""
    first = bisect_left(rows, one.start)
    return bisect_left(rows, one.start + len(one.text)) - first > 1


def _quotes(document: Document, book: Book | None) -> tuple[Judged, ...]:
    if book is None:
        return ()
    found = quotes.find(document.text, document.links, book)
    return tuple(quotes.judge(one, document.text, book) for one in found)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = sorted(one for one in path.rglob("*") if kinds.suffix_of(one) in readers.READERS and _is_own(one, path))
    if not found:
        raise UnreadableDocument(path, Cause.FOLDER)
    yield from found


def _is_own(file: Path, folder: Path) -> bool:
    parts = file.relative_to(folder).parts
    return file.is_file() and not any(part.startswith((".", "~$")) or part in _PASSED_OVER for part in parts)
