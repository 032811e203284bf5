"""What a page says of its numbers: its sentences, with the numbers and the sources cited in each where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from lxml.html import HtmlElement

from factbook.checks.pages import Page, text_of

#: Elements that hold running text or one cell, if no other of them stands inside.
_BLOCKS = ("p", "li", "td", "th", "caption", "figcaption", "dt", "dd", "h1", "h2", "h3", "h4")
#: Parts of a page whose words are those of the data, or of other works.
_APART = frozenset({"ledger", "bibliography", "chart", "footnotes", "highlight", "what-if", "source-note", "citation"})
_HIDDEN = frozenset({"script", "style", "template", "svg", "button"})
#: Class of a box with a number and what it is.
_CARD = "sd-card-body"
CITED = re.compile(r"#source-([\w-]+)$")
#: A full stop ends a sentence where a blank follows, with a closing sign between them or not.
_END = re.compile(r"[.!?][\"”’)\]]*\s+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A number from ``start`` to ``end``: the fact or relation that it says, and which part of it."""

    start: int
    end: int
    fact: str | None
    relation: str | None
    part: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A source that is cited from ``start`` to ``end``."""

    start: int
    end: int
    source: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """Words from ``start`` to ``end`` that claim something of numbers."""

    start: int
    end: int
    claim: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A time of the data that is said from ``start`` to ``end``."""

    start: int
    end: int


Placed = TypeVar("Placed", Mark, Citation, Claimed, Dated)


@dataclass(frozen=True)
class Statement:
    """A sentence of a block, or the whole text of a cell."""

    text: str
    marks: tuple[Mark, ...]
    citations: tuple[Citation, ...]
    claims: tuple[Claimed, ...]
    times: tuple[Dated, ...]
    element: HtmlElement

    @property
    def section(self) -> HtmlElement:
        """The innermost section that it stands in, headings and all."""
        return next(self.element.iterancestors("section"), self.element)

    @property
    def surroundings(self) -> HtmlElement:
        """Its block; in a card, the whole card, since the number stands above its words."""
        return next((one for one in self.element.iterancestors() if _CARD in (one.get("class") or "")), self.element)

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The texts that head its row and its column (:attr:`head_cells`)."""
        return tuple(map(text_of, self.head_cells))

    @property
    def head_cells(self) -> tuple[HtmlElement, ...]:
        """What heads its row and its column, where it stands in a table's body and does not head the row."""
        cell = next((one for one in (self.element, *self.element.iterancestors()) if one.tag == "td"), None)
        row = cell.getparent() if cell is not None else None
        if cell is None or row is None or row[0] is cell:
            return ()
        place = row.index(cell)
        table = next(row.iterancestors("table"))
        return (row[0], *(head[place] for head in table.iterfind("./thead/tr") if place < len(head)))


def statements(page: Page) -> Iterator[Statement]:
    """Every sentence of ``page``, in its order."""
    apart = {within for part in page.article.iter("*") if _is_apart(part) for within in part.iterdescendants(*_BLOCKS)}
    for element in page.article.iter(*_BLOCKS):
        if next(element.iterdescendants(*_BLOCKS), None) is None and element not in apart:
            yield from _sentences(_Reader().read(element))


def _is_apart(part: HtmlElement) -> bool:
    return part.tag == "nav" or not _APART.isdisjoint((part.get("class") or "").split())


class _Reader:
    """Reads a block as one text, blanks folded, and notes what stands where."""

    def __init__(self) -> None:
        self._text = ""
        self._marks: list[Mark] = []
        self._citations: list[Citation] = []
        self._claims: list[Claimed] = []
        self._times: list[Dated] = []

    def read(self, element: HtmlElement) -> Statement:
        self._within(element)
        placed = (tuple(self._marks), tuple(self._citations), tuple(self._claims), tuple(self._times))
        return Statement(self._text, *placed, element)

    def _within(self, element: HtmlElement) -> None:
        if element.tag in _HIDDEN or not isinstance(element.tag, str):
            return
        start = len(self._text)
        self._add(element.text)
        for child in element:
            self._within(child)
            self._add(child.tail)
        if element.tag == "data":
            names = element.get("data-fact"), element.get("data-relation"), element.get("data-part", "")
            self._marks.append(Mark(start, len(self._text), *names))
        elif element.tag == "time":
            self._times.append(Dated(start, len(self._text)))
        elif element.tag == "a" and (cited := CITED.search(element.get("href", ""))):
            self._citations.append(Citation(start, len(self._text), cited[1]))
        elif name := element.get("data-claim"):
            self._claims.append(Claimed(start, len(self._text), name))

    def _add(self, text: str | None) -> None:
        folded = re.sub(r"\s+", " ", text or "")
        self._text += folded.lstrip() if not self._text or self._text.endswith(" ") else folded


def _sentences(block: Statement) -> Iterator[Statement]:
    placed: tuple[Mark | Citation, ...] = (*block.marks, *block.citations)
    within = [(one.start, one.end) for one in placed]
    ends = [
        match.end()
        for match in _END.finditer(block.text)
        if not any(start < match.end() < end for start, end in within)
    ]
    for start, end in zip([0, *ends], [*ends, len(block.text)], strict=True):
        if start < end:
            yield Statement(
                block.text[start:end].strip(),
                _from(start, end, block.marks),
                _from(start, end, block.citations),
                _from(start, end, block.claims),
                _from(start, end, block.times),
                block.element,
            )


def _from(start: int, end: int, placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """What begins between ``start`` and ``end``, its places counted from ``start``."""
    return tuple(
        replace(one, start=one.start - start, end=one.end - start) for one in placed if start <= one.start < end
    )
