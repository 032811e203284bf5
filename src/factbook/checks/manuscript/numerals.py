"""Every numeral of a text: the figures that the wording can read, and whatever other digits stand there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from factbook import languages
from factbook.quantities.amounts import Amount


@dataclass(frozen=True, slots=True)
class Numeral:
    """Digits at ``start:end`` of a text. ``amount`` is ``None`` where they are no figure that can be read (½, ③)."""

    start: int
    end: int
    text: str
    amount: Amount | None

    @property
    def digits(self) -> tuple[int, int]:
        """Where its first digit begins and its last one ends, without currency and scale."""
        places = [self.start + place for place, character in enumerate(self.text) if _is_digit(character)]
        return places[0], places[-1] + 1


@lru_cache(maxsize=8192)
def find(text: str) -> tuple[Numeral, ...]:
    """Every numeral of ``text``; no digit of it, of whatever script, is left out. Number words are no numerals.

    Two of three passages of the book, its cells above all, say what another has said: each is read once.
    """
    return tuple(_find(text)) if any(map(_is_digit, text)) else ()


def _find(text: str) -> Iterator[Numeral]:
    position = 0
    for found in languages.scan(text):
        yield from _others(text, position, found.start)
        yield Numeral(found.start, found.end, found.text, found.amount)
        position = found.end
    yield from _others(text, position, len(text))


def _others(text: str, start: int, end: int) -> Iterator[Numeral]:
    """The digits between two figures, which no grammar reads."""
    for is_digit, run in groupby(range(start, end), key=lambda position: _is_digit(text[position])):
        if is_digit:
            positions = list(run)
            yield Numeral(positions[0], positions[-1] + 1, text[positions[0] : positions[-1] + 1], None)


def _is_digit(character: str) -> bool:
    """Digits of any script, superscripts, fractions and circled numbers; the numerals 一, 二, 三 are words."""
    return character.isdecimal() or (character > "\x7f" and unicodedata.category(character) in ("No", "Nl"))
