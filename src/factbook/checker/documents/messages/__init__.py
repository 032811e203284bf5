"""The words of the report, a catalogue a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factbook.checker.documents.messages import english, korean


@dataclass(frozen=True, slots=True)
class Catalogue:
    """``places`` and ``severities`` by name; ``reasons`` and ``advice`` by the cause of a failure to read."""

    places: Mapping[str, str]
    severities: Mapping[str, str]
    reasons: Mapping[str, str]
    advice: Mapping[str, str]
    unreadable: str
    consistent: str
    findings: str
    summary: str
    unchecked: str
    tables: str
    without_unit: str
    unused: str
    kinds: Mapping[str, str]


CATALOGUES = {code: Catalogue(**module.WORDS) for code, module in (("ko", korean), ("en", english))}
