"""Words of a list in running text: names, terms. Which ending a language adds, and what makes part of a longer word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

_PARTICLE = (
    "(?:[은는이가을를의에로와과도만나인란]|에서|에게|으로|까지|부터|보다|처럼|이나|이란|라는|이라는"
    "|에는|에도|에만|에서는|에서도|에서의|으로는|로는|로서|으로서|만의|만을|이고|이며|입니다|이다|였다|였습니다)?"
)
#: What stands around such words: no part of a longer word, but for the particle that follows a Korean one.
_AROUND: Mapping[str, tuple[str, str]] = {
    "ko": (r"(?<![가-힣A-Za-z])", rf"(?={_PARTICLE}(?![가-힣A-Za-z]))"),
    "en": (r"(?<![\w-])", r"(?![\w-])"),
}


@dataclass(frozen=True, slots=True)
class Mention(Generic[T]):
    """Words that stand from ``start`` to ``end`` of a text, and what they are ``of``."""

    start: int
    end: int
    of: T


class Lexicon(Generic[T]):
    """Words of a language, each with what it is of."""

    def __init__(self, words: Iterable[tuple[str, T]], language: str) -> None:
        known = dict(words)
        self._of = {one.lower(): of for one, of in known.items()}
        self._pattern = _pattern(known, language)

    def found(self, text: str) -> Iterator[Mention[T]]:
        """Every mention in ``text``, the longest where several begin at a place."""
        for match in self._pattern.finditer(text):
            yield Mention(match.start(), match.end(), self._of[match[0].lower()])


def _pattern(words: Iterable[str], language: str) -> re.Pattern[str]:
    before, after = _AROUND[language]
    either = "|".join(_in_a_text(one) for one in sorted(words, key=len, reverse=True))
    return re.compile(f"{before}(?:{either}){after}" if either else r"(?!)")


def _in_a_text(words: str) -> str:
    """Words that are no proper name may begin a sentence."""
    return f"(?i:{words[0]}){re.escape(words[1:])}" if words[0].islower() else re.escape(words)
