"""Say up to when a work looked at its sources, in the words of a language."""

from __future__ import annotations

from datetime import date

from factbook import languages
from factbook.citations.model import Date
from factbook.interface import catalogue


def as_of(cutoff: Date | None, language: str) -> str:
    """Return «as of 26 November 2026», or nothing where no day is known."""
    if cutoff is None:
        return ""
    day = date.fromisoformat(cutoff.iso)
    return catalogue.of(language)("citing.as-of", day=languages.day(language, day))
