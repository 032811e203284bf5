"""A paragraph put together from runs of text, with its blanks made one and its links at their places."""

from __future__ import annotations

import re

from factbook.checker.documents.model import Block, InTable, Place
from factbook.checker.quotes.model import Link

_PIECES = re.compile(r"\s+|\S+")


class Paragraph:
    """Text that grows run by run; words between ``open_link`` and ``close_link`` lead to an address."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blank = False
        self._open: list[tuple[str, int | None]] = []
        self._links: list[tuple[int, int, str]] = []

    def add(self, text: str) -> None:
        """Add a run; blanks at the beginning and more than one in a row are left out."""
        for piece in _PIECES.findall(text):
            if piece.isspace():
                self._blank = self._length > 0
                continue
            if self._blank:
                self._parts.append(" ")
                self._length += 1
                self._blank = False
            self._open = [(address, self._length if at is None else at) for address, at in self._open]
            self._parts.append(piece)
            self._length += len(piece)

    def open_link(self, address: str) -> None:
        """Begin a link to ``address`` at the next word."""
        self._open.append((address, None))

    def close_link(self) -> None:
        """End the innermost open link; one without words has no length."""
        if self._open:
            address, start = self._open.pop()
            if address:
                self._links.append((self._length if start is None else start, self._length, address))

    def block(self, place: Place, cell: InTable | None = None, *, heading: bool = False) -> Block:
        """Return the paragraph at its place; a heading begins with ``# ``. Links left open end here."""
        while self._open:
            self.close_link()
        text = "".join(self._parts)
        mark = "# " if heading and text else ""
        links = (Link(start + len(mark), end + len(mark), address) for start, end, address in sorted(self._links))
        return Block(mark + text, place, cell, links=tuple(links))
