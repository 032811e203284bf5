"""Every code that a finding has, with what it means and what to do, in each language.

``factbook check --explain CODE`` and the rules of a SARIF report are made of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factbook.checker.documents.codes import english, korean


@dataclass(frozen=True, slots=True)
class Code:
    """What a code says of a figure, and what its author should do."""

    meaning: str
    advice: str


CODES: Mapping[str, Mapping[str, Code]] = {
    language: {code: Code(*told) for code, told in module.CODES.items()}
    for language, module in (("ko", korean), ("en", english))
}
_WORDS = {"ko": korean.WORDS, "en": english.WORDS}


def explain(code: str, language: str) -> Iterator[str]:
    """The lines that explain a code; raises ``KeyError`` where there is no such code."""
    told, words = CODES[language][code], _WORDS[language]
    yield code
    yield f"  {words['meaning']}: {told.meaning}"
    yield f"  {words['advice']}: {told.advice}"


def unknown(code: str, language: str) -> str:
    """What to say of a code that there is not: all that there are."""
    return _WORDS[language]["unknown"].format(code=code, codes=", ".join(sorted(CODES[language])))
