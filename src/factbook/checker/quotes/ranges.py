"""Figures of a text with what the other end of their range says for both: its unit, its scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factbook import languages
from factbook.checker.sentences.figures import joins, scale_of
from factbook.languages import Found

_NONE = "number"


def figures(text: str) -> list[Found]:
    """The figures of a text; those of «USD 0.55 to 0.65 billion» or «1,126~1,331원» each with unit and scale."""
    found = list(languages.scan(text))
    for place in range(len(found) - 1):
        low, high = found[place : place + 2]
        # Brackets of links in Markdown stand for nothing.
        if joins(text[low.end : high.start].removeprefix("]").removesuffix("[")):
            found[place : place + 2] = _shared(low, high)
    return found


def _shared(low: Found, high: Found) -> Sequence[Found]:
    units = {low.amount.unit, high.amount.unit} - {_NONE}
    if len(units) != 1:
        return low, high
    (unit,) = units
    scale = scale_of(high.text, high.amount.value) if high.scaled and not low.scaled else Decimal(1)
    low_amount = replace(low.amount, unit=unit, value=low.amount.value * scale, ulp=low.amount.ulp * scale)
    return replace(low, amount=low_amount), replace(high, amount=replace(high.amount, unit=unit))
