"""What is reviewed, and what a review says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from factbook.data.package import AUTHOR_IN, REVIEW_BY

#: The table of reviews; it is the one that is not reviewed.
TABLE = "reviews"
#: The name under which the sources of the bibliography are reviewed, as if they were rows of a table.
BIBLIOGRAPHY = "references"
#: Nothing: the row stands as it was entered.
NONE = "none"
#: What a row can be compared with: the source itself, an excerpt of it that is kept, another source that says the same.
COMPARED_WITH = ("source", "excerpt", "second-source", NONE)

#: A row's place in the book: its table and its key there.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a table, or a source of the bibliography, where it stands."""

    table: str
    row: str
    cells: Mapping[str, str]
    file: str
    line: int | None

    @property
    def key(self) -> Key:
        return self.table, self.row


@dataclass(frozen=True, slots=True)
class Review:
    """A line of the register."""

    table: str
    row: str
    digest: str
    reviewed_on: date
    compared_with: str
    line: int

    @property
    def key(self) -> Key:
        return self.table, self.row


def digest(cells: Mapping[str, str]) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a row's cells by column.

    Empty cells do not count, nor when to look again, nor how the book writes an author's name in another language: no
    source says these, and changing them changes nothing that was compared.
    """
    compared = {name: text for name, text in sorted(cells.items()) if text and not _is_own(name)}
    written = json.dumps(compared, ensure_ascii=False)
    return sha256(written.encode()).hexdigest()[:16]


def _is_own(column: str) -> bool:
    """Whether a column holds what the book adds to a source."""
    return column == REVIEW_BY or column.startswith(AUTHOR_IN)
