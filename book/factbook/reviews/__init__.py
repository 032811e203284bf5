"""The third entry of the data: that somebody compared a row with its source, when, and with what.

``data/reviews.csv`` holds a digest of every row of the other tables and of every source of the bibliography. A row that
has changed, come or gone since is told by :func:`check`; :func:`record` notes that it has been compared anew. A book
whose package declares no such table has no reviews.
"""

from factbook.reviews.checking import check, waiting
from factbook.reviews.model import COMPARED_WITH, NONE, TABLE, Item, Review, digest
from factbook.reviews.reading import items, register
from factbook.reviews.recording import matching, record
from factbook.reviews.showing import shown

__all__ = [
    "COMPARED_WITH",
    "NONE",
    "TABLE",
    "Item",
    "Review",
    "check",
    "digest",
    "items",
    "matching",
    "record",
    "register",
    "shown",
    "waiting",
]
