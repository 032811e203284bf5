"""The book of a build, opened once."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from factbook.chapter import Book
from factbook.data import package
from factbook.sphinx_ext import kept, language


@kept.once
def book(app: Sphinx) -> Book:
    return Book(language.of(app), package.find(Path(app.srcdir)))
