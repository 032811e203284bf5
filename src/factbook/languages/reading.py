"""Reading a text that is one amount and nothing else, strictly: the second entry of every figure of the book."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from factbook.languages.language import Found, Noun, needs_noun
from factbook.languages.scanning import Scanner
from factbook.quantities.amounts import Amount

_CALENDAR = {"year", "month", "date"}
#: What a reading may be in where a rate or a year is expected.
_BARE = {"krw-per-usd": ("KRW", "number"), "year": ("number",)}


class Reader:
    """Reads with one language's scanner; ``nouns`` gives the words that may follow the digits of a count."""

    def __init__(self, scanner: Scanner, nouns: Callable[[Noun], tuple[str, ...]]) -> None:
        self._scanner = scanner
        self._nouns = nouns

    def read(self, text: str, unit: str | None, noun: Noun | None) -> Amount:
        """The amount that ``text`` says; raises ``ValueError`` naming what is in the way.

        ``unit`` is what the amount must be in: it turns bare digits (``1,165.8016``) into a rate or a year, and with
        ``noun`` reads a count. A count is exact where it is a whole number.
        """
        written = text.strip()
        if noun is not None:
            return self._count(written, unit or "number", noun)
        if unit is not None and needs_noun(unit):
            raise ValueError(f"«{written}» is to be read as «{unit}», which needs the noun that is counted")
        found = self._only_figure(written)
        amount = found.amount
        if unit is None or amount.unit == unit:
            return amount
        if _same_digits(found, unit):
            return replace(amount, unit=unit, ulp=Decimal(0) if unit in _CALENDAR else amount.ulp)
        raise ValueError(f"«{written}» reads as {amount.unit}, where {unit} is expected")

    def _only_figure(self, written: str) -> Found:
        found = next(self._scanner.scan(written), None)
        if found is None:
            raise ValueError(f"«{written}» holds no figure")
        rest = written[: found.outer_start] + written[found.outer_end :]
        if rest:
            raise ValueError(f"«{written}» is not one figure: «{found.text}» is read, «{rest.strip()}» is left over")
        return found

    def _count(self, written: str, unit: str, noun: Noun) -> Amount:
        for word in self._nouns(noun):
            bare, times = re.subn(rf"(?<=[0-9가-힣A-Za-z]) ?{re.escape(word)}(?![A-Za-z0-9])", "", written, count=1)
            if times and word:
                break
        else:
            if any(self._nouns(noun)):
                raise ValueError(f"«{written}» does not name what is counted: {' or '.join(self._nouns(noun))}")
            bare = written
        amount = self._only_figure(bare).amount
        if amount.unit not in ("number", "year"):
            raise ValueError(f"«{written}» reads as {amount.unit}, where a count of «{unit}» is expected")
        exact = (amount.value == amount.value.to_integral_value() and amount.ulp >= Decimal(1)) or amount.unit == "year"
        return replace(amount, unit=unit, ulp=Decimal(0) if exact else amount.ulp)


def _same_digits(found: Found, unit: str) -> bool:
    """Whether a reading is the same digits under another name: won for won per dollar, a bare rate or year, and a bare
    number that looks like a year. A percentage or an amount of money is only what is marked as one."""
    if unit == "number":
        return found.amount.unit == "year" and found.text.isdigit()
    return found.amount.unit in _BARE.get(unit, ())
