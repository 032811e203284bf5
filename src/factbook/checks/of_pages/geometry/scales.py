"""Axes read back: from the words along an axis, which value lies at which pixel."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

#: What multiplies the digits on an axis, by the word behind them.
FACTORS: Mapping[str, float] = {
    "": 1,
    "%": 1,
    "년": 1,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "만": 1e4,
    "억": 1e8,
    "조": 1e12,
}
_LABEL = re.compile(r"([-−]?[\d,.]+)\s*(\D*)")


@dataclass(frozen=True, slots=True)
class Scale:
    """Pixels to values: ``slope`` and ``zero`` of a straight line, of logarithms where ``log``."""

    slope: float
    zero: float
    log: bool = False

    def value(self, pixel: float) -> float:
        """The value at a pixel."""
        exponent = self.zero + self.slope * pixel
        return math.exp(exponent) if self.log else exponent

    def pixel(self, value: float) -> float:
        """The pixel of a value."""
        return ((math.log(value) if self.log else value) - self.zero) / self.slope


def number(label: str) -> float:
    """The value that a word of an axis names. Raises ``ValueError`` for a unit that no axis has."""
    read = _LABEL.fullmatch(label.strip())
    if read is None or read[2].strip() not in FACTORS:
        raise ValueError(f"«{label}» on an axis names no value")
    return float(read[1].replace(",", "").replace("−", "-")) * FACTORS[read[2].strip()]


def fitted(places: Sequence[float], labels: Sequence[str]) -> Scale:
    """The scale on which every label stands at its place within a pixel, straight or by logarithms.

    Raises ``ValueError`` where there is none.
    """
    values = [number(label) for label in labels]
    for log in (False, True):
        if log and min(values) <= 0:
            break
        given: Callable[[float], float] = math.log if log else float
        first, last = given(values[0]), given(values[-1])
        slope = (last - first) / (places[-1] - places[0])
        scale = Scale(slope, first - slope * places[0], log)
        if slope and all(abs(scale.pixel(value) - place) < 1 for value, place in zip(values, places, strict=True)):
            return scale
    raise ValueError(f"the words {', '.join(labels)} do not stand on one scale")
