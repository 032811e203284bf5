"""The rows that are reviewed, as they stand now and as they stood in a commit."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from functools import partial

from pybtex.database import BibliographyData, Entry

from factbook.data import history, sources
from factbook.data.layout import Layout
from factbook.data.package import Package, decode
from factbook.data.reviews.model import BIBLIOGRAPHY, TABLE, Item, Key, Review, digest
from factbook.problems import ProblemError

#: How many commits of a file are searched for the row as it was reviewed.
_COMMITS = 50


def items(layout: Layout) -> dict[Key, Item]:
    """Everything that is reviewed, in the order of the package, then the bibliography.

    Raises :class:`ProblemError` where a table or the bibliography cannot be read.
    """
    package = layout.package
    found: dict[Key, Item] = {}
    for table in package.files:
        if table != TABLE:
            column = key_of(package, table)
            for row in package.rows(table):
                found[table, row[column]] = Item(table, row[column], row.cells, row.file, row.line)
    shown = layout.shown(layout.bibliography)
    text = decode(layout.bibliography, shown)
    lines = sources.lines(text)
    for key, cells in _entries(sources.parsed(text, shown)):
        found[BIBLIOGRAPHY, key] = Item(BIBLIOGRAPHY, key, cells, shown, lines.get(key))
    return found


def as_reviewed(layout: Layout, review: Review) -> Mapping[str, str] | None:
    """The cells of a row as they were reviewed, from the history of its file; ``None`` where it does not have them."""
    bibliography = review.table == BIBLIOGRAPHY
    package = layout.package
    if not bibliography and review.table not in package.files:
        return None
    path = layout.shown(layout.bibliography if bibliography else package.files[review.table])
    rows = _entries_of if bibliography else partial(_rows_of, key=key_of(package, review.table))
    for text in history.versions(layout.root, path, _COMMITS):
        for key, cells in rows(text):
            if key == review.row and digest(cells) == review.digest:
                return cells
    return None


def key_of(package: Package, table: str) -> str:
    """The column that names the rows of a table: its primary key, else its first."""
    keys = package.resource(table)["schema"].get("primaryKey") or package.columns(table)
    return str(keys if isinstance(keys, str) else keys[0])


def _rows_of(text: str, key: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    for row in csv.DictReader(io.StringIO(text, newline="")):
        if key in row and None not in row and None not in row.values():
            yield row[key], row


def _entries_of(text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    try:
        yield from _entries(sources.parsed(text, "an earlier bibliography"))
    except ProblemError:
        return


def _entries(bibliography: BibliographyData) -> Iterator[tuple[str, Mapping[str, str]]]:
    for key, entry in bibliography.entries.items():
        yield key, _cells(entry)


def _cells(entry: Entry) -> dict[str, str]:
    persons = {role: " and ".join(map(str, those)) for role, those in entry.persons.items()}
    return {"type": entry.type, **{name.lower(): text for name, text in entry.fields.items()}, **persons}
