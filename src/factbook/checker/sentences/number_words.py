"""Whole numbers in words, in any language: six, twelve, 여섯."""

from __future__ import annotations

from collections.abc import Mapping

_ENGLISH = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_KOREAN = ("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두")

NUMBERS: Mapping[str, int] = {
    **{word: value for value, word in enumerate(_ENGLISH, 1)},
    **{word: value for value, word in enumerate(_KOREAN, 1)},
}
#: Regular expressions for the words of a language, the longest first.
ENGLISH_WORDS = "|".join(sorted(_ENGLISH, key=len, reverse=True))
KOREAN_WORDS = "|".join(sorted(_KOREAN, key=len, reverse=True))


def number(word: str) -> int:
    """The value of digits or of a word of :data:`NUMBERS`."""
    return int(word) if word.isdigit() else NUMBERS[word.lower()]
