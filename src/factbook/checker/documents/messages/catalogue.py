"""Every word of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.checker.documents.model import Note


@dataclass(frozen=True, slots=True)
class Catalogue:
    """``places`` and ``severities`` by name; ``reasons`` and ``advice`` by the cause of a failure to read.

    ``parts`` name a place in a part of a document, ``notes`` say what should be known of how it was read.
    """

    places: Mapping[str, str]
    severities: Mapping[str, str]
    reasons: Mapping[str, str]
    advice: Mapping[str, str]
    checking: str
    unreadable: str
    consistent: str
    findings: str
    summary: str
    unchecked: str
    quoted: str
    tables: str
    without_unit: str
    unused: str
    kinds: Mapping[str, str]
    parts: Mapping[str, str]
    notes: Mapping[str, str]
    note: str
    page: Mapping[str, str]
    baseline: Mapping[str, str]
    badge: Mapping[str, str]
    compared: Mapping[str, str]
    under: str
    in_table: str
    on_page: str

    def of_note(self, note: Note) -> str:
        """A notice in a sentence."""
        return self.notes[note.notice].format(number=note.number, detail=note.detail)
