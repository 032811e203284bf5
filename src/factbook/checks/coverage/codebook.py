"""What the codebook counts: the rows of each table, in its row of the list of tables."""

from __future__ import annotations

from factbook.chapter import Book
from factbook.checks.coverage import rules
from factbook.checks.coverage.ledger import Quotes
from factbook.interface import catalogue
from factbook.provenance import publication
from factbook.provenance.codebook import html


def quotes(book: Book) -> Quotes:
    """The count of every table, by the id of its row."""
    words = catalogue.of(book.language)
    numbers = {publication.NUMBERS["name"]: len(book.facts.entries) + len(book.sayer.judgements)}
    counts = numbers | {name: len(book.package.rows(name)) for name in book.package.files}
    return {html.row_id(name): ((html.count(rows, words), rules.ROWS),) for name, rows in counts.items()}
