"""Fractions in words, in any language: half, three quarters, one in five, 절반, 3분의 1, 다섯 명 중 한 명꼴."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from factbook.checker.sentences.model import Figure, Kind, Sentence
from factbook.checker.sentences.number_words import ENGLISH_WORDS, KOREAN_WORDS, number
from factbook.quantities.amounts import Amount

#: A fraction in words is as exact as this part of itself, to either side.
_LOOSE = Decimal("0.08")
_PARTS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_THINGS = r"(?:명|사람|가구|집|곳|건|개|마리|개사|쌍|대|병|회|편)"
IN_WORDS = re.compile(
    rf"\b(?P<over>an?|{ENGLISH_WORDS})[ -](?P<under>{'|'.join(_PARTS)})s?\b"
    r"(?! (?:year|time|day|month|week|term|place|straight|consecutive|quarter|round|season)\b)"
    r"|(?<!first )(?<!second )(?<!other )\b(?P<half>half)\b(?!-| an? | (?:year|yearly|time)\b)"
    rf"|\b(?P<some>{ENGLISH_WORDS})(?: [a-z]{{3,}})?(?: out of| in) (?P<every>{ENGLISH_WORDS})\b"
    r"|(?P<ko_half>절반)"
    rf"|(?P<denominator>[0-9]{{1,2}}|{KOREAN_WORDS})분의[ ]?(?P<numerator>[0-9]{{1,2}}|{KOREAN_WORDS})(?![0-9.])"
    rf"|(?P<each>{KOREAN_WORDS})[ ]?{_THINGS}[ ]?(?:중|가운데)[ ]?(?P<among>{KOREAN_WORDS})[ ]?{_THINGS}(?:꼴)?"
    rf"|(?P<whole>[0-9]{{1,3}})[ ]?{_THINGS}[ ]?(?:중|가운데)[ ]?(?P<part>[0-9]{{1,2}})[ ]?{_THINGS}꼴",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction in words at ``start:end`` of a text, its ``value`` in percent."""

    start: int
    end: int
    text: str
    value: Decimal

    def figure(self, sentence: Sentence) -> Figure:
        """The fraction as a percentage among the words of its sentence."""
        before = sentence.text[max(0, self.start - 60) : self.start]
        behind = sentence.text[self.end : self.end + 60]
        amount = Amount(self.value, "percent", 2 * self.value * _LOOSE)
        return Figure(self.start, self.end, self.text, amount, Kind.PERCENT, before, behind, behind)


def fractions_in_words(text: str) -> Iterator[Fraction]:
    """Every fraction of ``text`` that is above 0 and below 1, in order."""
    for match in IN_WORDS.finditer(text):
        over, under = _ratio(match)
        if 0 < over < under:
            yield Fraction(match.start(), match.end(), match[0], Decimal(100) * over / under)


def _ratio(match: re.Match[str]) -> tuple[int, int]:
    if match["under"]:
        over = match["over"].lower()
        return (1 if over in ("a", "an") else number(over)), _PARTS[match["under"].lower()]
    if match["half"] or match["ko_half"]:
        return 1, 2
    for over, under in (("some", "every"), ("numerator", "denominator"), ("among", "each"), ("part", "whole")):
        if match[under]:
            return number(match[over]), number(match[under])
    return 0, 1
