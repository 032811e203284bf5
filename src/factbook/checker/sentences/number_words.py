"""Whole numbers below a hundred in words, in any language: six, thirty-one, a dozen, 여섯, 열여덟, 삼."""

from __future__ import annotations

from collections.abc import Mapping

_ENGLISH = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_KOREAN = ("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
_KOREAN_TENS = ("열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")

NUMBERS: Mapping[str, int] = {
    **{word: value for value, word in enumerate(_ENGLISH, 1)},
    **{word: 10 * value for value, word in enumerate(_ENGLISH_TENS, 2)},
    **{word: value for value, word in enumerate(_KOREAN, 1)},
    **{word: 10 * value for value, word in enumerate(_KOREAN_TENS, 1)},
    "스무": 20,
    "dozen": 12,
}


def _longest_first(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


#: Regular expressions for the words of a language, the longest first.
ENGLISH_WORDS = (
    rf"(?:{_longest_first(_ENGLISH_TENS)})(?:[- ](?:{_longest_first(_ENGLISH[:9])}))?|{_longest_first(_ENGLISH)}"
)
KOREAN_WORDS = rf"(?:{_longest_first(_KOREAN_TENS)}|스무)(?:{_longest_first(_KOREAN)})?|{_longest_first(_KOREAN)}"


def number(word: str) -> int:
    """The value of digits or of words."""
    if word.isdigit():
        return int(word)
    lower = word.lower()
    if lower in NUMBERS:
        return NUMBERS[lower]
    # Thirty-one and 서른한 are a ten and a unit.
    for cut in range(len(lower) - 1, 0, -1):
        if lower[:cut] in NUMBERS:
            return NUMBERS[lower[:cut]] + NUMBERS[lower[cut:].lstrip("- ")]
    raise ValueError(f"«{word}» is no number in words")
