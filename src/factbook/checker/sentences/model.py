"""The values that pass from finding to recomputing to judging."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval


class Kind(StrEnum):
    """What a figure in running text is."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    YEAR = "year"
    DURATION = "duration"
    RATE = "rate"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with what stands around it.

    ``before`` and ``after`` are the words up to the neighbouring amount or percentage, shortened; ``after`` begins
    behind a parenthesis that belongs to the figure, ``next_to`` right behind the digits. ``ranged`` marks an end of a
    range (5-6%), ``translated`` an amount that only repeats another in a second currency.
    """

    start: int
    end: int
    text: str
    amount: Amount
    kind: Kind
    before: str = ""
    after: str = ""
    next_to: str = ""
    year: int | None = None
    ranged: bool = False
    translated: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a heading or a cell: ``start:end`` in the text, with its figures in order."""

    text: str
    start: int
    end: int
    paragraph: int
    heading: bool
    label: str
    figures: tuple[Figure, ...] = ()

    def of_kind(self, kind: Kind) -> tuple[Figure, ...]:
        """The figures of one kind, in order."""
        return tuple(figure for figure in self.figures if figure.kind is kind)


def moved(figure: Figure, by: int) -> Figure:
    """A figure of another sentence, its place counted from this one."""
    return replace(figure, start=figure.start + by, end=figure.end + by)


class Verdict(StrEnum):
    """Whether a claim holds. ``UNDECIDED`` where the printed digits are too few to refute it."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    UNDECIDED = "undecided"


class Severity(StrEnum):
    """How far off a finding is: under 0.1 percentage point it is a warning."""

    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Conversion:
    """One amount in two currencies, the second a translation of the first."""

    left: Figure
    right: Figure


@dataclass(frozen=True, slots=True)
class Growth:
    """``start`` becomes ``end`` at ``rate``: in each of ``steps`` years, or once where ``steps`` is empty.

    Several ``steps`` are readings that the wording leaves open (5년간: five steps or four). ``firm`` is false where the
    wording does not tie the three together, so that a mismatch says nothing.
    """

    start: Figure
    end: Figure
    rate: Figure
    steps: tuple[int, ...]
    falling: bool
    firm: bool


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` is ``percent`` of ``whole``."""

    part: Figure
    whole: Figure
    percent: Figure
    firm: bool


@dataclass(frozen=True, slots=True)
class Sum:
    """``parts``, the first of them less the others where ``difference``, make ``total``.

    ``open_ended`` parts are only some of those there are (등, including): they may make less, never more.
    """

    parts: tuple[Figure, ...]
    total: Figure
    difference: bool
    firm: bool
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class Equal:
    """The same quantity, said twice."""

    first: Figure
    second: Figure
    firm: bool


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure that others give by arithmetic: a total of a column, a multiple, a difference in percentage points.

    ``kind`` is the kind of the claim, ``code`` that of its finding, ``operands`` the figures it is computed from by the
    part they play. ``expected`` is what they give and ``allowed`` what the words of ``stated`` admit, both in the base
    units of ``stated``; ``arithmetic`` writes the computation in one line. A claim that is not ``firm`` is
    dropped where it does not fit. ``words`` quote the place of ``stated`` where no run of text holds all the figures,
    and ``scale`` is the unit in which its table prints it, in base units. ``adds`` tells a sum of the operands.
    """

    kind: str
    code: str
    operands: tuple[tuple[str, Figure], ...]
    stated: Figure
    expected: Interval
    allowed: Interval
    arithmetic: str
    firm: bool = True
    words: str = ""
    scale: Decimal = Decimal(1)
    adds: bool = False

    @property
    def holds(self) -> bool:
        """Whether what the figures give and what is stated can be the same."""
        return self.expected.meets(self.allowed)


#: What would explain a problem: its name, and a value to put it into words.
Clue = tuple[str, Amount | int | str | None]
Statement = Conversion | Growth | Share | Sum | Equal | Computed


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement with its verdict. ``kind`` is conversion, growth, share, sum or equal."""

    kind: str
    text: str
    start: int
    line: int
    amounts: tuple[tuple[str, Figure], ...]
    verdict: Verdict
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule has to say before it is put into words: ``clues`` are explanations by name with their values."""

    code: str
    statement: Statement
    stated: Amount
    expected: Interval
    off: Decimal
    severity: Severity
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim that does not hold, in words. ``expected`` is the interval that would be right, in base units."""

    code: str
    text: str
    start: int
    line: int
    message: str
    stated: str
    expected: tuple[Decimal, Decimal]
    severity: Severity


@dataclass(frozen=True, slots=True)
class Report:
    """Everything claimed in a text, and everything wrong with it."""

    claims: tuple[Claim, ...] = field(default=())
    findings: tuple[Finding, ...] = field(default=())
