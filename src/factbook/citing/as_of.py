"""Say up to when a work looked at its sources, in the words of a language."""

from __future__ import annotations

from datetime import date

from factbook import catalogue, wording
from factbook.citing.model import Date


def as_of(cutoff: Date | None, language: str) -> str:
    """Return «as of 26 November 2026», or nothing where no day is known."""
    if cutoff is None:
        return ""
    day = date.fromisoformat(cutoff.iso)
    return catalogue.of(language)("citing.as-of", day=wording.day(language, day))
