"""The numbers marked on a page, to which a text that can carry no marks is held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lxml.html import HtmlElement

from factbook.checks.manuscript import numerals
from factbook.checks.manuscript.numerals import Numeral
from factbook.checks.pages import text_of

#: A rate is printed without its unit where the title of an axis says it.
_RATE = "krw-per-usd"
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Reading:
    """A marked number: its exact value, the unit it reads in, and the words of its own around the digits."""

    value: Decimal
    unit: str
    before: str
    after: str

    def says(self, numeral: Numeral, text: str) -> bool:
        """Whether ``numeral`` of ``text`` says this number within its printed digits, and what it counts."""
        amount = numeral.amount
        if amount is None or abs(self.value - amount.value) > amount.ulp / 2:
            return False
        if amount.unit == "number" and self.unit == _RATE:
            return True
        before, after = text[: numeral.start], text[numeral.end :]
        return amount.unit == self.unit and before.endswith(self.before) and after.startswith(self.after)


@dataclass(frozen=True, slots=True)
class Readings:
    """Every number that is marked on a page."""

    known: frozenset[Reading]

    def say(self, numeral: Numeral, text: str) -> bool:
        """Whether one of them is what ``numeral`` of ``text`` says; a line may break where the other has a blank."""
        even = _BLANK.sub(" ", text)
        return any(reading.says(numeral, even) for reading in self.known)


def within(element: HtmlElement) -> Readings:
    """The numbers that are marked in ``element``."""
    return Readings(frozenset(reading for data in element.iter("data") for reading in _of(data)))


def _of(data: HtmlElement) -> Iterator[Reading]:
    text = text_of(data)
    for numeral in numerals.find(text):
        if numeral.amount:
            value = Decimal(data.get("value", "NaN"))
            yield Reading(value, numeral.amount.unit, text[: numeral.start], text[numeral.end :])
