"""A document that is neither HTML, PDF nor DOCX: the parts of a chapter that a printed page has.

Code of cells and controls of the page have no place in it. Addresses are absolute; an ``anchor`` is unique in a book.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: A run of this text is a break of the line.
BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one appearance.

    ``href`` is the absolute address that it links to, ``target`` the anchor of the same place, to be preferred where
    the document has it. A number has the id of its ``fact`` (or relation), the ``part`` of it and its exact ``value``.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    language: str = ""
    href: str = ""
    target: str = ""
    fact: str = ""
    part: str = ""
    value: str = ""


Runs = tuple[Run, ...]


def text_of(runs: Iterable[Run]) -> str:
    """The words of runs; a break of the line counts as a blank."""
    return "".join(" " if run.text == BREAK else run.text for run in runs)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a ``level`` from 1; ``address`` is its permanent one."""

    level: int
    runs: Runs
    anchor: str
    address: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. Its ``style`` is "", "key", "term", "meaning" or "entry"; ``anchor`` is empty where it has none."""

    runs: Runs
    style: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines to type, as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item consists of blocks."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A passage that is set off under a title, such as what the report says as opposed to this book."""

    kind: str
    title: Runs
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``heads`` says whether it heads its row or column."""

    runs: Runs
    heads: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``head`` holds the rows that repeat on each page; all rows have the same number of cells.

    ``caption`` is empty where the page has none; ``name`` is then how the page calls the table.
    """

    anchor: str
    name: str
    caption: Runs
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((len(row) for row in (*self.head, *self.body)), default=0)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its picture as SVG, what it shows in words, its data as a table.

    ``file`` is its name on the site, ``label`` the kind and number by which it is referred to.
    """

    anchor: str
    file: str
    label: str
    caption: Runs
    legend: Runs
    alternative: str
    svg: str
    data: Table


Block = Heading | Paragraph | Listing | Items | Box | Table | Figure


@dataclass(frozen=True, slots=True)
class Reference:
    """A source that a chapter cites."""

    anchor: str
    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One chapter. ``notes`` are the lines about its dates and the exchange rate that its page shows."""

    language: str
    name: str
    title: str
    address: str
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: a title, the book around it, authors, and lines such as the edition, address and licence."""

    title: str
    book: str
    authors: str
    lines: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Volume:
    """A file to be written: one chapter, or all of them."""

    language: str
    cover: Cover
    chapters: tuple[Document, ...]

    @property
    def anchors(self) -> frozenset[str]:
        """What a link inside the file can lead to: its chapters, and their :func:`anchors_in`."""
        return frozenset[str]().union({one.name for one in self.chapters}, *map(anchors_in, self.chapters))

    @property
    def headings(self) -> Iterator[Heading]:
        """The headings of all chapters, in order."""
        return (block for chapter in self.chapters for block in walk(chapter.blocks) if isinstance(block, Heading))


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks in reading order, those inside lists and boxes included."""
    for block in blocks:
        yield block
        if isinstance(block, Items):
            for item in block.items:
                yield from walk(item)
        elif isinstance(block, Box):
            yield from walk(block.blocks)
        elif isinstance(block, Figure):
            yield block.data


def runs_in(blocks: Iterable[Block]) -> Iterator[Run]:
    """All runs of blocks, in reading order."""
    for block in walk(blocks):
        if isinstance(block, Heading | Paragraph):
            yield from block.runs
        elif isinstance(block, Box):
            yield from block.title
        elif isinstance(block, Figure):
            yield from (*block.caption, *block.legend)
        elif isinstance(block, Table):
            yield from block.caption
            for row in (*block.head, *block.body):
                for cell in row:
                    yield from cell.runs


def anchors_in(document: Document) -> frozenset[str]:
    """The anchors of a chapter's blocks, rows and references."""
    found = {reference.anchor for reference in document.references}
    for block in walk(document.blocks):
        if isinstance(block, Table):
            found |= {cell.anchor for row in (*block.head, *block.body) for cell in row}
        found.add(getattr(block, "anchor", ""))
    return frozenset(found - {""})
