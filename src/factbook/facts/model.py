"""The numbers as values: what a source prints, what is computed from it, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from factbook.data.package import Row
from factbook.data.reviews.model import Review
from factbook.data.units import Unit
from factbook.problems import UnknownNameError
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

#: The book's own facts, as opposed to those printed by a source.
BOOK = "book"
#: The fact that holds the one rate at which the report converts dollars into won.
REPORT_RATE = "report-rate"

Text = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A number that a source prints. ``years`` is the year it is for, or the first and last of its period; where
    ``only_end``, only its last. ``review`` is when it was last compared with it, if the book keeps reviews."""

    id: str
    amount: Amount
    unit: Unit
    as_printed: str
    printed_lang: str
    years: tuple[int, ...]
    said_by: str
    source: str
    locator: str
    pair: str | None
    label: Text
    note: Text
    line: int
    review: Review | None = None
    only_end: bool = False

    @property
    def interval(self) -> Interval:
        """Every value that the printed digits allow."""
        return self.amount.interval

    @property
    def value(self) -> Decimal:
        return self.amount.value


@dataclass(frozen=True, slots=True)
class Derived:
    """A number computed by this book. ``amount`` is the result as the book prints it, ``interval`` every value that
    the printed digits of its operands allow, ``value`` the result before rounding."""

    id: str
    amount: Amount
    unit: Unit
    operation: str
    operands: tuple[str, ...]
    value: Decimal
    interval: Interval
    years: tuple[int, ...]
    label: Text
    note: Text
    line: int


Entry = Fact | Derived


class UnknownFact(UnknownNameError):  # noqa: N818 - authors of chapters read this name
    """No number has that id."""

    saying = "no number has the id"
    listed = "the ledger page lists every id"


@dataclass(frozen=True, slots=True)
class Formula:
    """A row of ``formulas.csv``: how a number is computed and to which digit it is printed."""

    row: Row
    id: str
    operation: str
    operands: tuple[str, ...]
    unit: Unit
    ulp: Decimal
    label: Text
    note: Text
