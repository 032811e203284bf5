"""The words of the report, a catalogue a language."""

from __future__ import annotations

from factbook.checker.documents.messages import english, korean
from factbook.checker.documents.messages.catalogue import Catalogue

__all__ = ["CATALOGUES", "Catalogue"]

CATALOGUES = {"ko": korean.WORDS, "en": english.WORDS}
