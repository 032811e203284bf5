"""A table of any document, first as cells with their places, then as numbers with heads and units."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from factbook.checker.sentences.model import Claim, Figure, Finding
from factbook.quantities.intervals import Interval


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, and where it begins in the text of its document."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, all of one length; a cell that spans several places stands in each, an empty one is ``None``.

    ``above`` holds the lines before the table (title, unit), the nearest last; ``below`` those behind it (notes).
    One that may be ``cut`` goes on before or behind, as on the pages of a PDF.
    """

    rows: tuple[tuple[Cell | None, ...], ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    cut: bool = False


class Role(StrEnum):
    """What the head of a row or a column makes of its numbers."""

    PLAIN = "plain"
    TOTAL = "total"
    RESULT = "result"
    OPENING = "opening"
    CLOSING = "closing"
    SHARE = "share"
    GROWTH = "growth"
    ANNUAL = "annual"
    CHANGE = "change"
    AVERAGE = "average"
    PRICE = "price"
    OTHER = "other"
    PART = "part"


#: Roles of numbers that are derived from others, and so are never added up.
DERIVED = frozenset({Role.SHARE, Role.GROWTH, Role.ANNUAL, Role.CHANGE, Role.AVERAGE, Role.PRICE, Role.OTHER})


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or a column: its words, the years in them, its role, and which section it belongs to.

    A ``period`` is a part of a year, a ``detail`` a row that is set as a part of the row above.
    """

    label: str
    years: tuple[int, ...]
    role: Role
    section: int = 0
    period: bool = False
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The numbers of a table, each with its unit and its place; ``None`` where a cell holds no number.

    ``rate`` is won per dollar where the lines around the table state one. ``corner`` is what the heads of the rows are
    headed by, ``around`` the lines above and below. ``unitless`` counts the numbers of which no unit is named: they are
    held to each other, and to nothing else.
    """

    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    figures: tuple[tuple[Figure | None, ...], ...]
    rate: Interval | None = None
    unitless: int = 0
    corner: str = ""
    around: tuple[str, ...] = ()
    cut: bool = False

    def transposed(self) -> Sheet:
        """The same numbers with rows and columns exchanged."""
        turned = tuple(zip(*self.figures, strict=True)) if self.figures else ()
        return replace(self, rows=self.columns, columns=self.rows, figures=turned, corner="")

    def column(self, index: int) -> list[tuple[int, Figure]]:
        """The numbers of a column, each with the index of its row."""
        return [(row, one) for row, line in enumerate(self.figures) if (one := line[index]) is not None]


@dataclass(frozen=True, slots=True)
class Tally:
    """Tables read, tables with checked claims, tables without a unit, numbers that no claim uses, claims by kind."""

    tables: int = 0
    checked: int = 0
    unitless: int = 0
    unused: int = 0
    claims: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TableReport:
    """Everything claimed in the tables of a document, everything wrong with it, and what was not checked."""

    claims: tuple[Claim, ...] = field(default=())
    findings: tuple[Finding, ...] = field(default=())
    tally: Tally = field(default_factory=Tally)
