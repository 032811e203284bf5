"""A place of a document that cites a number of a book."""

from __future__ import annotations

from dataclasses import dataclass

#: What stands between two paragraphs of a document's text.
PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class Link:
    """Words from ``start`` to ``end`` of a document's text that lead to ``address``."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Quote:
    """An address of a book from ``start`` to ``end`` of a document: the words of a link, or the address in the text.

    ``number`` is the id of the number that it leads to, nothing where it leads to another place of the book;
    ``edition`` is the frozen edition cited, nothing for the book as it is. A citation by title or key has no address.
    """

    start: int
    end: int
    address: str
    number: str
    edition: str
    language: str
    is_link: bool
