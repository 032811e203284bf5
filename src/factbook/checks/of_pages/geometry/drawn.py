"""A drawn figure as marks with places: bars, points, rules and words of an SVG, in pixels of its frame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_MOVED = re.compile(r"translate\(([-\d.e]+),\s*([-\d.e]+)\)")
_PATH = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
#: An axis is drawn half a pixel off its frame; the base of its words lies so far below what they name.
_CRISP, _BASE = 0.5, 4


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: the box around it, its colour, the outline of a point, the lines of a text, the corners of a line."""

    kind: str
    left: float
    top: float
    right: float
    bottom: float
    colour: str = ""
    outline: str = ""
    text: str = ""
    opacity: str = ""
    corners: tuple[tuple[float, float], ...] = ()

    @property
    def x(self) -> float:
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


Group = tuple[Mark, ...]


@dataclass(frozen=True)
class Drawn:
    """The marks of a picture, group by group in the order drawn; ``axes`` are the words along each axis."""

    root: etree._Element

    def groups(self, kind: str, role: str = "role-mark") -> list[Group]:
        """The groups of marks of a kind: ``rect``, ``symbol``, ``text``, ``rule``, ``line``."""
        return [marks for name, own, marks in self._all if name == kind and own == role]

    @property
    def size(self) -> int:
        """How many marks and words it has."""
        return sum(len(marks) for _, _, marks in self._all)

    @cached_property
    def axes(self) -> list[Group]:
        """The words of each axis, at what they name."""
        return self.groups("text", "role-axis-label")

    @cached_property
    def legend(self) -> list[tuple[Mark, str]]:
        """Each sign of the legend, and what it is called."""
        signs, words = (
            self.groups(kind, f"role-legend-{of}") for kind, of in (("symbol", "symbol"), ("text", "label"))
        )
        return [
            (sign, word.text)
            for one, other in zip(signs, words, strict=True)
            for sign, word in zip(one, other, strict=True)
        ]

    @cached_property
    def _frame(self) -> tuple[float, float]:
        for group in self.root.iter(f"{_SVG}g"):
            if "role-mark" in group.get("class", ""):
                return _moved(group)
        return 0.0, 0.0

    @cached_property
    def _all(self) -> list[tuple[str, str, Group]]:
        found = []
        for group in self.root.iter(f"{_SVG}g"):
            classes = group.get("class", "").split()
            if len(classes) >= 2 and classes[0].startswith("mark-") and classes[0] != "mark-group":
                x, y = (a - b for a, b in zip(_moved(group), self._frame, strict=True))
                kind = classes[0].removeprefix("mark-")
                crisp = (_CRISP, _CRISP + _BASE) if classes[1] == "role-axis-label" else (0.0, 0.0)
                marks = tuple(_mark(element, kind, x - crisp[0], y - crisp[1]) for element in group)
                found.append((kind, classes[1], marks))
        return found


def read(picture: str) -> Drawn:
    """The picture of a figure, as it stands on a page."""
    return Drawn(etree.fromstring(picture.encode()))


def _moved(group: etree._Element) -> tuple[float, float]:
    """How far a group lies from the corner of the picture."""
    x = y = 0.0
    for element in (group, *group.iterancestors()):
        for right, down in _MOVED.findall(element.get("transform", "")):
            x, y = x + float(right), y + float(down)
    return x, y


def _mark(element: etree._Element, kind: str, x: float, y: float) -> Mark:
    own = [(float(right), float(down)) for right, down in _MOVED.findall(element.get("transform", ""))]
    x, y = x + sum(right for right, _ in own), y + sum(down for _, down in own)
    tag = element.tag.removeprefix(_SVG)
    colour = element.get("fill") or element.get("stroke") or ""
    if colour in ("transparent", "none"):
        colour = element.get("stroke") or ""
    if tag == "text":
        spans = [span.text or "" for span in element.iter(f"{_SVG}tspan")]
        return Mark(tag, x, y, x, y, colour, text="\n".join(spans) if spans else (element.text or ""))
    if tag == "line":
        right, down = x + float(element.get("x2", 0)), y + float(element.get("y2", 0))
        return Mark(tag, min(x, right), min(y, down), max(x, right), max(y, down), colour)
    points = list(_points(element.get("d", "")))
    across, down_ = [px for px, _ in points] or [0.0], [py for _, py in points] or [0.0]
    sides = x + min(across), y + min(down_), x + max(across), y + max(down_)
    opacity = element.get("fill-opacity", "")
    if kind == "symbol":  # a point: its place is that of its middle, whatever its outline
        return Mark(tag, x, y, x, y, colour, re.sub(r"[^A-Za-z]", "", element.get("d", "")), opacity=opacity)
    corners = tuple((x + px, y + py) for px, py in points) if kind == "line" else ()
    return Mark(tag, *sides, colour, opacity=opacity, corners=corners)


def _points(path: str) -> Iterator[tuple[float, float]]:
    """The corners of a path of straight and curved lines."""
    x = y = 0.0
    for command, written in _PATH.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(written)]
        if command == "h":
            x += numbers[0]
        elif command == "v":
            y += numbers[0]
        elif command in "MLC":
            *before, (x, y) = zip(numbers[::2], numbers[1::2], strict=True)
            yield from before
        yield x, y
