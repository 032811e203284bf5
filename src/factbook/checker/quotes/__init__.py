"""Numbers that a document quotes from a book: is each what the book says now, or what the edition cited said?

A book publishes its numbers, and those of its frozen editions, as one file (:mod:`.published`). A document quotes one
of them by a link or an address (:mod:`.finding`); what it prints there is read and compared (:mod:`.judging`).
"""

from factbook.checker.quotes.finding import find
from factbook.checker.quotes.judging import Judged, Outcome, judge
from factbook.checker.quotes.model import Link, Quote
from factbook.checker.quotes.published import Book, UnreachableBook, load

__all__ = ["Book", "Judged", "Link", "Outcome", "Quote", "UnreachableBook", "find", "judge", "load"]
