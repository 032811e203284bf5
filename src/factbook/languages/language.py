"""What every language of the book can do with a figure, whatever the language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from factbook.quantities.amounts import Amount, Qualifier

#: Units of money that are said and read, by ISO 4217 code.
CURRENCIES = ("USD", "KRW", "GBP", "EUR", "JPY", "CNY")
#: Units that are neither money nor a count with a noun.
PLAIN_UNITS = ("percent", "pp", "year", "month", "date", "krw-per-usd", "number")
#: Units said and read without the noun of a count.
KNOWN_UNITS = frozenset((*CURRENCIES, *PLAIN_UNITS))


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: the Korean counter that follows the digits (``편``), the English noun for one and for many."""

    ko: str
    en_one: str
    en_many: str


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in running text. ``start:end`` is the figure itself, ``outer_start:outer_end`` with its hedge words.

    A money amount without a currency (130조) has the unit ``number`` and ``scaled`` set.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    text: str
    amount: Amount
    scaled: bool = False


@dataclass(frozen=True, slots=True)
class MoneyWords:
    """The words of an amount of money, for whoever says one where this code does not run: scripts and live charts.

    ``scales`` are the words for large numbers, the largest first; ``hedges`` have ``{0}`` where the amount stands.
    """

    scales: tuple[tuple[str, Decimal], ...]
    currencies: Mapping[str, str]
    hedges: Mapping[Qualifier, str]


class Language(Protocol):
    """One language: says an amount, reads one, and finds them in running text."""

    @property
    def code(self) -> str:
        """The language tag, ``ko`` or ``en``."""

    @property
    def money(self) -> MoneyWords:
        """The words of which :meth:`say` makes an amount of money."""

    def say(self, amount: Amount, noun: Noun | None = None) -> str:
        """``amount`` in words, down to the unit of its last digit."""

    def read(self, text: str, unit: str | None = None, noun: Noun | None = None) -> Amount:
        """The one amount that is all of ``text``; raises ``ValueError`` where it is not one."""

    def scan(self, text: str) -> Iterator[Found]:
        """Every figure of ``text``, in order, without overlap."""


def needs_noun(unit: str) -> bool:
    """Whether ``unit`` is a count or a measure, said with a noun given from outside."""
    return unit not in KNOWN_UNITS


def is_year(value: Decimal) -> bool:
    """Whether a bare whole number is taken for a calendar year."""
    return value == value.to_integral_value() and 1900 <= value <= 2100
