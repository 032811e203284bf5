"""What a figure is compared with: the numbers of the tables, and what the page says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import Any

from factbook.checks.of_pages.geometry import scales
from factbook.checks.of_pages.geometry.drawn import Drawn, Group, Mark
from factbook.checks.of_pages.geometry.scales import Scale
from factbook.data.package import Package, Row
from factbook.facts.state import State
from factbook.figures.files import Shown

#: Pixels by which a mark may lie off: what rounding moves, and no reader sees.
NEAR = 0.6
#: What is found wrong: what it is, what was found, what was expected.
Wrong = tuple[str, str, str]


@dataclass(frozen=True)
class Told:
    """A figure on a page: its marks, its data table, the data of the book, the specification of the live chart."""

    figure: Shown
    drawn: Drawn
    data: State
    spec: Mapping[str, Any]

    @property
    def package(self) -> Package:
        return self.data.package

    def rows(self, table: str) -> tuple[Row, ...]:
        return self.package.rows(table)

    def value(self, name: str) -> float:
        return float(self.data.facts.entries[name].value)

    def ends(self, name: str) -> tuple[float, float]:
        """All that a number, or what is recomputed for a relation, may be."""
        judgement = self.data.judgements.get(name)
        interval = judgement.allowed if judgement else self.data.facts.entries[name].interval
        return float(interval.low), float(interval.high)

    def year(self, name: str) -> int:
        return self.data.facts.entries[name].years[0]

    def is_computed(self, name: str) -> bool:
        return name in self.data.facts.derived

    @cached_property
    def said(self) -> Mapping[str, str]:
        """What the data table says of each number."""
        return {cell.number: cell.text for row in self.figure.rows for cell in row if cell.number}

    def column(self, place: int) -> list[str]:
        return [row[place].text for row in self.figure.rows]

    @cached_property
    def across(self) -> Scale:
        """The scale of the horizontal axis."""
        words = next(axis for axis in self.drawn.axes if _level([mark.y for mark in axis]))
        return scales.fitted([mark.x for mark in words], [mark.text for mark in words])

    @cached_property
    def upward(self) -> Scale:
        """The scale of the vertical axis."""
        words = next(axis for axis in self.drawn.axes if not _level([mark.y for mark in axis]))
        return scales.fitted([mark.y for mark in words], [mark.text for mark in words])

    def texts(self, place: int) -> Group:
        return self.drawn.groups("text")[place]


def _level(places: Sequence[float]) -> bool:
    return max(places) - min(places) < 1


def near(what: str, found: float, wanted: float) -> Iterator[Wrong]:
    """A pixel that is not where it must be."""
    if abs(found - wanted) > NEAR:
        yield what, f"it stands at {found:.1f} px", f"{wanted:.1f} px"


def at(what: str, scale: Scale, pixel: float, value: float) -> Iterator[Wrong]:
    """A mark that an axis reads as another value."""
    if abs(scale.pixel(value) - pixel) > NEAR:
        yield what, f"the axis reads {scale.value(pixel):.6g} there", f"{value:.6g}"


def same(what: str, found: str, wanted: str) -> Iterator[Wrong]:
    """Words that are not what they must be."""
    if " ".join(found.split()) != " ".join(wanted.split()):
        yield what, f"«{found}»", f"«{wanted}»"


def has(what: str, found: str, wanted: str) -> Iterator[Wrong]:
    """Words that do not hold what they must."""
    if wanted not in " ".join(found.split()):
        yield what, f"«{found}»", f"«{wanted}» in it"


def lengths(what: str, marks: Sequence[Mark], values: Sequence[float], names: Sequence[str]) -> Iterator[Wrong]:
    """Bars that begin elsewhere than at the left edge, or whose lengths are not as their values."""
    if len(marks) != len(values):
        yield what, f"{len(marks)} bars", f"{len(values)}"
        return
    longest = max(range(len(values)), key=values.__getitem__)
    unit = marks[longest].width / values[longest]
    for mark, value, name in zip(marks, values, names, strict=True):
        yield from near(f"{what} of {name} begins", mark.left, 0)
        yield from near(f"the end of {what} of {name}", mark.width, value * unit)


def through(what: str, line: Mark, points: Sequence[Mark]) -> Iterator[Wrong]:
    """A line that does not lead from point to point in their order."""
    # One of a single point is closed where it begins.
    corners = list(dict.fromkeys(line.corners))
    for found, point in zip_longest(corners, points):
        if found is None or point is None:
            yield what, f"it has {len(corners)} corners", f"{len(points)}, its points"
        else:
            yield from near(f"{what}, across", found[0], point.x)
            yield from near(f"{what}, upward", found[1], point.y)
