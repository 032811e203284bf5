"""What a figure is: a chart, the data it shows as a table, and a sentence that says what it shows.

A figure is declared once, by a function in a module of ``book/report/figures``::

    @figure("market-line", reads=("facts", "formulas"))
    def market_line(studio: Studio) -> Figure: ...

Its words (title of an axis, heading of a column, alternative text) are in the catalogue under ``figure.market-line``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import altair as alt

from factbook import report
from factbook.data.package import Package, Row
from factbook.facts import Entry
from factbook.figures.declared import lacking
from factbook.interface import catalogue
from factbook.phrasing import tables
from factbook.phrasing.said import Said, plain
from factbook.phrasing.saying import Sayer
from factbook.problems import ProblemError

AnyChart = alt.Chart | alt.LayerChart | alt.HConcatChart | alt.VConcatChart | alt.FacetChart


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart and the rows of the table behind it; a cell is said by :class:`~factbook.phrasing.saying.Sayer` or
    plain text."""

    chart: AnyChart
    rows: tuple[tuple[Said, ...], ...]


@dataclass(frozen=True)
class Studio:
    """What a figure is drawn with: numbers, words and rows, in one language."""

    name: str
    sayer: Sayer
    package: Package

    @property
    def language(self) -> str:
        return self.sayer.language

    def entry(self, fact_id: str) -> Entry:
        return self.sayer.facts[fact_id]

    def number(self, fact_id: str) -> float:
        """A number as a chart's coordinate; only here do figures become floats, for drawing."""
        return float(self.entry(fact_id).value)

    def say(self, fact_id: str) -> Said:
        return self.sayer.say(fact_id, alone=True)

    def word(self, key: str, **values: object) -> str:
        """A string of this figure, or of all figures where this one has none of that name.

        Raises :class:`ProblemError` where neither has it.
        """
        words = catalogue.of(self.language)
        for name in (f"figure.{self.name}.{key}", f"figure.{key}"):
            if name in words.strings:
                return words(name, **values)
        raise ProblemError([lacking(self.name, key, f"{report.PLACE.as_posix()}/words/{self.language}")])

    def text(self, key: str, **values: object) -> Said:
        return plain(self.word(key, **values))

    def filled(self, text: str) -> Said:
        """A text of a data table with its ``{fact-id}`` said."""
        return self.sayer.fill(text)

    def date(self, iso: str) -> Said:
        return tables.date(iso, self.language)

    def rows(self, table: str) -> tuple[Row, ...]:
        return self.package.rows(table)

    def names(self, table: str) -> Mapping[str, str]:
        return tables.names(table, self.package, self.language)

    def localized(self, row: Row, column: str) -> str:
        """A row's text in the language of the figure, its numbers said."""
        return self.filled(row[f"{column}_{self.language}"]).text


Draw = Callable[[Studio], Figure]


@dataclass(frozen=True, slots=True)
class Declaration:
    """A figure of the book: its name, the tables it reads, the function that draws it."""

    name: str
    reads: tuple[str, ...]
    draw: Draw


def figure(name: str, *, reads: tuple[str, ...]) -> Callable[[Draw], Declaration]:
    """Declares the figure ``name``, which reads those tables."""
    return lambda draw: Declaration(name, reads, draw)


def frame(rows: list[dict[str, Any]]) -> alt.Data:
    """Rows as a chart's data, in the order given; decimals become floats for drawing."""
    values = [{k: float(v) if isinstance(v, Decimal) else v for k, v in row.items()} for row in rows]
    return alt.Data(values=values)  # type: ignore[no-untyped-call]
