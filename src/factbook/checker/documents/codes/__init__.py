"""Every code that a finding has, with what it means and what to do, in each language.

``factbook check --explain CODE`` and the rules of a SARIF report are made of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

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
#: The words around an explanation, by language.
WORDS: Mapping[str, Mapping[str, str]] = {"ko": korean.WORDS, "en": english.WORDS}


def explain(code: str, known: Mapping[str, Code], language: str) -> Iterator[str]:
    """Yield the lines that explain one of the ``known`` codes. Raises ``KeyError`` for any other."""
    told, words = known[code], WORDS[language]
    yield code
    yield f"  {words['meaning']}: {told.meaning}"
    yield f"  {words['advice']}: {told.advice}"


def unknown(code: str, known: Mapping[str, Code], language: str) -> str:
    """Return the message for a code that is not ``known``: the nearest ones, else all, of each area only its name."""
    if near := get_close_matches(code, known):
        return WORDS[language]["near"].format(code=code, codes=", ".join(near))
    areas = {f"{area}.…" if dot else area for area, dot, _ in (one.partition(".") for one in known)}
    return WORDS[language]["unknown"].format(code=code, codes=", ".join(sorted(areas)))
