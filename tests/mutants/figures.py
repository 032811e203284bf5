"""Mutants of drawn figures: a mark moved, enlarged or in another's colour, a word of the picture with another digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from factbook.checks.of_pages import geometry
from factbook.checks.of_pages.geometry import drawn
from factbook.checks.of_pages.geometry.told import Told
from factbook.checks.pages import Site
from factbook.facts import state

from .model import dice, each_kind, replaced, with_digit

#: So many of each kind are tried.
MOST_OF_A_KIND = 60
#: By so many pixels a mark is moved, and by what part a bar is changed.
_MOVED, _ENLARGED = 31, 1.15
_PLACE = re.compile(r"translate\((?P<x>[-\d.e]+),\s*(?P<y>[-\d.e]+)\)")
_LENGTH = re.compile(r"(?<=[hv])-?\d+(?:\.\d+)?")
#: Where there are so many marks, their number counts and not their size.
_SQUARES = 50
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class FigureMutant:
    """A figure of a page whose picture has another mark: the element of that number reads ``new`` as ``attribute``."""

    kind: str
    language: str
    page: str
    figure: str
    element: int
    attribute: str
    old: str
    new: str

    @property
    def place(self) -> str:
        return f"{self.language}/{self.page}.html, figure {self.figure}"

    @property
    def change(self) -> str:
        return replaced(self.old, self.new)


class Figures:
    """The figures of the built pages, each altered in memory."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._data = state.read(site.layout.package)
        self._told: dict[tuple[str, str], list[Told]] = {}

    def mutants(self) -> Iterator[FigureMutant]:
        every = (
            FigureMutant(kind, page.language, page.name, told.figure.name, place, attribute, old, new)
            for page in self._site
            for told in self._of(page.language, page.name)
            for kind, place, attribute, old, new in _altered(told)
        )
        yield from each_kind(every, MOST_OF_A_KIND, seed=0)

    def caught_by(self, mutant: FigureMutant) -> str | None:
        told = next(t for t in self._of(mutant.language, mutant.page) if t.figure.name == mutant.figure)
        root = etree.fromstring(told.figure.picture.encode())
        element = list(root.iter())[mutant.element]
        if mutant.attribute == "text":
            element.text = mutant.new
        else:
            element.set(mutant.attribute, mutant.new)
        other = replace(told, drawn=drawn.Drawn(root), spec={**told.spec, "params": []})
        return "page.geometry" if geometry.wrong(other) else None

    def _of(self, language: str, name: str) -> list[Told]:
        if (language, name) not in self._told:
            text = self._site.pages[language][name].path.read_text("utf-8")
            self._told[language, name] = list(geometry.read(text, name, language, self._data))
        return self._told[language, name]


_Altered = tuple[str, int, str, str, str]


def _altered(told: Told) -> Iterator[_Altered]:
    """What is altered in a picture: the kind, the element by its number, what of it, what it was and is."""
    marks = [group for group in told.drawn.root.iter(f"{_SVG}g") if "role-mark" in (group.get("class") or "")]
    places = {element: place for place, element in enumerate(told.drawn.root.iter())}
    colours = sorted(
        {mark.get("fill", "") for group in marks for mark in group}
        - {"", "none", "transparent", "currentColor", "white"}
    )
    for group in marks:
        kind = group.get("class", "").split()[0].removeprefix("mark-")
        for mark in group if len(group) < _SQUARES else ():
            yield from _of_mark(kind, mark, places, colours)


def _of_mark(
    kind: str, mark: etree._Element, places: dict[etree._Element, int], colours: list[str]
) -> Iterator[_Altered]:
    place = places[mark]
    if found := _PLACE.search(mark.get("transform", "")):
        old = mark.get("transform", "")
        moved = (
            f"translate({found['x']},{float(found['y']) - _MOVED})",
            f"translate({float(found['x']) + _MOVED},{found['y']})",
        )
        if kind == "symbol":
            yield "figure: point moved", place, "transform", old, dice(old, place).choice(moved)
    if kind == "rect" and (lengths := _LENGTH.findall(mark.get("d", ""))):
        old, longest = mark.get("d", ""), max(lengths, key=lambda one: abs(float(one)))
        longer = old.replace(longest, f"{float(longest) * _ENLARGED:.3f}").replace(
            str(-float(longest)).removesuffix(".0"), f"{-float(longest) * _ENLARGED:.3f}"
        )
        yield "figure: bar longer", place, "d", old, longer
    if kind in ("rect", "symbol") and mark.get("fill") in colours and len(colours) > 1:
        others = [colour for colour in colours if colour != mark.get("fill")]
        yield f"figure: colour of a {kind}", place, "fill", mark.get("fill", ""), dice(place).choice(others)
    if kind == "text":
        for part in (mark, *mark):
            text = part.text or ""
            digits = [at for at, one in enumerate(text) if one.isdecimal()]
            if digits:
                other = with_digit(text, dice(text, place).choice(digits))
                yield "figure: digit of a label", places[part], "text", text, other
