"""Figures in words, one module a language: ``of("ko").say(amount)``, and ``of("ko").read(text)`` back again.

A language is added by writing its module and naming it in ``LANGUAGES``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from factbook.languages import english, korean, symbols
from factbook.languages.language import CURRENCIES, KNOWN_UNITS, Found, Language, MoneyWords, Noun, needs_noun
from factbook.languages.scanning import Scanner
from factbook.quantities.amounts import Amount

LANGUAGES: dict[str, Language] = {one.code: one for one in (korean.Korean(), english.English())}
_EVERY_LANGUAGE = Scanner((korean.VOCABULARY, english.VOCABULARY, symbols.VOCABULARY))

__all__ = [
    "CURRENCIES",
    "KNOWN_UNITS",
    "LANGUAGES",
    "Found",
    "Language",
    "MoneyWords",
    "Noun",
    "day",
    "needs_noun",
    "of",
    "scan",
]


def of(code: str) -> Language:
    """The language with that tag; raises ``ValueError`` naming the ones there are."""
    if code not in LANGUAGES:
        raise ValueError(f"no wording for the language «{code}»: there is {', '.join(LANGUAGES)}")
    return LANGUAGES[code]


def year(code: str, when: int) -> str:
    """A year as the language writes it in a sentence."""
    return of(code).say(Amount(Decimal(when), "year"))


def day(code: str, when: date) -> str:
    """A day, or that of a moment, in the words of a language: 27 November 2026."""
    return of(code).say(Amount(Decimal(f"{when:%Y%m%d}"), "date"))


def scan(text: str) -> Iterator[Found]:
    """Every figure of ``text``, whichever language it is written in."""
    return _EVERY_LANGUAGE.scan(text)
