"""What a reader of a file format hands over: text in blocks, each with the place its reader can find again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate
from pathlib import Path

from factbook.checker.documents.messages import CATALOGUES
from factbook.checker.quotes.model import Link
from factbook.languages.characters import plain

#: Stands between two blocks in the text of a document: blocks are paragraphs.
_BETWEEN = "\n\n"


class Unit(StrEnum):
    """How places are counted in a format."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    PAGE = "page"
    CELL = "cell"
    SLIDE = "slide"
    SHEET = "sheet"


class Part(StrEnum):
    """What of a document a text belongs to, beside its body."""

    BODY = "body"
    BOX = "text-box"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"
    HEADER = "header"
    FOOTER = "footer"
    SPEAKER = "speaker-notes"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, counted from 1.

    ``name`` is the address of a cell of a sheet (``매출!B7``), whose ``number`` is its row. A note or a box stands at
    the paragraph that it is anchored in.
    """

    unit: Unit
    number: int
    part: Part = Part.BODY
    name: str = ""


class Notice(StrEnum):
    """What a reader of a document should know of how it was read."""

    ENCODING = "encoding"
    TRACKED = "tracked-changes"
    HIDDEN_TEXT = "hidden-text"
    HIDDEN_SHEET = "hidden-sheet"
    HIDDEN_ROWS = "hidden-rows"
    HIDDEN_COLUMNS = "hidden-columns"
    HIDDEN_SLIDE = "hidden-slide"
    NO_VALUES = "no-values"
    PICTURES = "pictures"
    IGNORED = "ignored"
    NO_REASON = "no-reason"
    LEFT_OUT = "left-out"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Note:
    """A notice about a document: ``number`` is how many there are, ``detail`` names which."""

    notice: Notice
    detail: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page: left, top, right and bottom in points (1/72 inch) from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of a block that are drawn in one go, and about where: the right side is told by an average width."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that begins at ``place``; where places are lines, each of its own lines counts on.

    ``links`` lead from places of the text; one whose words are not part of it has no length. ``runs`` say where on its
    page the letters stand, where that is known.
    ``cell`` is where in a table it stands. ``layout`` is the same text with its columns set by blanks, where the format
    has no tables but places on a page.
    """

    text: str
    place: Place
    cell: InTable | None = None
    layout: str = ""
    links: tuple[Link, ...] = ()
    runs: tuple[Run, ...] = ()

    def plain(self) -> Block:
        """The block with its text made plain, as :mod:`factbook.languages.characters` has it; links stay in place."""
        text = plain(self.text)
        if text == self.text:
            return self
        ends = [(one.start, one.end) for one in self.links] + [(one.start, one.end) for one in self.runs]
        to = _plain_positions(self.text, (end for pair in ends for end in pair))
        links = tuple(replace(one, start=to[one.start], end=to[one.end]) for one in self.links)
        runs = tuple(replace(one, start=to[one.start], end=to[one.end]) for one in self.runs)
        return replace(self, text=text, links=links, runs=runs)


def _plain_positions(text: str, positions: Iterable[int]) -> dict[int, int]:
    """Where positions of a text are once it is plain, each counted from the one before: linear in the text."""
    found: dict[int, int] = {}
    last = length = 0
    for position in sorted(set(positions)):
        here = len(plain(text[last:position]))
        found[position] = length + here
        # Within a letter that several make, what is behind is not yet known to be one of its own.
        apart = here + len(plain(text[position : position + 1])) == len(plain(text[last : position + 1]))
        if apart:
            last, length = position, length + here
    return found


@dataclass(frozen=True, slots=True)
class InTable:
    """Where in a table a block stands: the number of the table in its document, row and column from 0, and its span."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Ignored:
    """Lines, from the first to the last, of which their author says that a finding of ``code`` is none, and why."""

    first: int
    last: int
    code: str
    reason: str


class Cause(StrEnum):
    """Why a document cannot be read."""

    MISSING = "missing"
    LIBRARY = "library"
    MISNAMED = "misnamed"
    SCANNED = "scanned"
    FORBIDDEN = "forbidden"
    EMPTY = "empty"
    TOO_BIG = "too-big"
    ENCODING = "encoding"
    DAMAGED = "damaged"
    PROTECTED = "protected"
    NOTHING = "nothing"
    FORMAT = "format"
    FOLDER = "folder"


class UnreadableDocument(Exception):  # noqa: N818 (it is the document that is named)
    """A file or folder that cannot be checked, and why. ``detail`` is what was found (a byte, a size)."""

    def __init__(self, path: Path, cause: Cause, detail: str = "") -> None:
        self.path, self.cause, self.detail = path, cause, detail
        super().__init__(f"{path}: {self.reason()}")

    def __reduce__(self) -> tuple[type[UnreadableDocument], tuple[Path, Cause, str]]:
        """Pickled by what it was made of: another process may have found it."""
        return UnreadableDocument, (self.path, self.cause, self.detail)

    def reason(self, language: str = "en") -> str:
        """What is wrong, in one sentence."""
        return CATALOGUES[language].reasons[self.cause].format(detail=self.detail)

    def advice(self, language: str = "en") -> str:
        """What to do about it."""
        return CATALOGUES[language].advice[self.cause].format(detail=self.detail)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as text. Blocks are paragraphs to the checker; ``notes`` say what of the file is not as it seems."""

    path: Path
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    text: str
    notes: tuple[Note, ...] = ()
    ignored: tuple[Ignored, ...] = ()

    @classmethod
    def of(
        cls, path: Path, blocks: Iterable[Block], notes: Iterable[Note] = (), ignored: Iterable[Ignored] = ()
    ) -> Document:
        """Return the document of these blocks, their text made plain (:func:`factbook.languages.characters.plain`).

        Raises :class:`UnreadableDocument` where they hold no text.
        """
        kept = tuple(block.plain() for block in blocks if block.text.strip())
        if not kept:
            raise UnreadableDocument(path, Cause.NOTHING)
        starts = accumulate((len(block.text) + len(_BETWEEN) for block in kept[:-1]), initial=0)
        return cls(path, kept, tuple(starts), _BETWEEN.join(block.text for block in kept), tuple(notes), tuple(ignored))

    @property
    def links(self) -> Iterator[Link]:
        """Every link, at its place in :attr:`text`."""
        for start, block in zip(self.starts, self.blocks, strict=True):
            for link in block.links:
                yield Link(start + link.start, start + link.end, link.address)

    def block(self, position: int) -> Block:
        """The block that holds a position in :attr:`text`."""
        return self.blocks[bisect_right(self.starts, position) - 1]

    def heading(self, position: int) -> str:
        """The words of the heading above a position in :attr:`text`; nothing where there is none."""
        for index in range(bisect_right(self.starts, position) - 2, -1, -1):
            block = self.blocks[index]
            if block.cell is None and block.place.part is Part.BODY and block.text.startswith("# "):
                return block.text.removeprefix("# ")
        return ""

    def box(self, start: int, end: int) -> Box | None:
        """Where on its page the first line of some words of :attr:`text` stands, where that is known."""
        index = bisect_right(self.starts, start) - 1
        first, last = start - self.starts[index], end - self.starts[index]
        boxes = [run.box for run in self.blocks[index].runs if run.start < last and first < run.end]
        line = [one for one in boxes if one.top < boxes[0].bottom and boxes[0].top < one.bottom]
        if not line:
            return None
        return Box(
            min(one.left for one in line),
            min(one.top for one in line),
            max(one.right for one in line),
            max(one.bottom for one in line),
        )

    def place(self, position: int) -> Place:
        """The place of a position in :attr:`text`."""
        index = bisect_right(self.starts, position) - 1
        block = self.blocks[index]
        if block.place.unit is not Unit.LINE:
            return block.place
        return Place(Unit.LINE, block.place.number + block.text.count("\n", 0, position - self.starts[index]))
