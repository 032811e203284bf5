"""Figures of a text with what the other end of their range says for both: its unit, its scale."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factbook import languages
from factbook.languages import Found

#: What stands between the ends of a range, and nothing else but the brackets of links in Markdown.
_JOINING = re.compile(r"\]?\s?(?:to|and|-|–|~|∼|〜|에서|내지|부터)\s?\[?")
_DIGITS = re.compile(r"\d[\d,.]*")
_NONE = "number"


def figures(text: str) -> list[Found]:
    """The figures of a text; those of «USD 0.55 to 0.65 billion» or «1,126~1,331원» each with unit and scale."""
    found = list(languages.scan(text))
    for place in range(len(found) - 1):
        low, high = found[place : place + 2]
        if _JOINING.fullmatch(text, low.end, high.start):
            found[place : place + 2] = _shared(low, high)
    return found


def _shared(low: Found, high: Found) -> Sequence[Found]:
    units = {low.amount.unit, high.amount.unit} - {_NONE}
    if len(units) != 1:
        return low, high
    (unit,) = units
    scale = _scale(high) if high.scaled and not low.scaled else Decimal(1)
    low_amount = replace(low.amount, unit=unit, value=low.amount.value * scale, ulp=low.amount.ulp * scale)
    return replace(low, amount=low_amount), replace(high, amount=replace(high.amount, unit=unit))


def _scale(found: Found) -> Decimal:
    """By how much the words behind its digits make a figure larger."""
    digits = _DIGITS.search(found.text)
    shown = Decimal(digits[0].replace(",", "").rstrip(".")) if digits else Decimal(0)
    return found.amount.value / shown if shown else Decimal(1)
