"""Findings in words, a catalogue a language: sentences by finding code, explanations by clue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factbook.checker.sentences.messages import english, korean


@dataclass(frozen=True, slots=True)
class Catalogue:
    """``sentences`` take ``stated``, ``expected``, ``off`` and what the claim names; ``clues`` take ``value``.

    ``between`` joins the two ends of an interval, ``lists`` the parts of a sum.
    """

    sentences: Mapping[str, str]
    clues: Mapping[str, str]
    between: str
    lists: str


CATALOGUES = {
    "ko": Catalogue(korean.SENTENCES, korean.CLUES, korean.BETWEEN, korean.LISTS),
    "en": Catalogue(english.SENTENCES, english.CLUES, english.BETWEEN, english.LISTS),
}
