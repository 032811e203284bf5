"""The book of a build, opened once."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from factbook import package
from factbook.chapter import Book
from factbook.extension import language


def book(app: Sphinx) -> Book:
    if not hasattr(app, "factbook_book"):
        app.factbook_book = Book(language.of(app), package.find(Path(app.srcdir)))  # type: ignore[attr-defined]
    opened: Book = app.factbook_book  # type: ignore[attr-defined]
    return opened
