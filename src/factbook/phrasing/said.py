"""A text as a page shows it and as plain text says it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Said:
    """A text in two forms. Shown as HTML by Jupyter and on the page, as plain text everywhere else."""

    text: str
    html: str

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.text


def plain(text: str) -> Said:
    """A text without figures."""
    return Said(text, escape(text, quote=False))


def join(template: str, *parts: Said) -> Said:
    """The parts set into a template with ``{0}``, ``{1}`` …"""
    return Said(
        template.format(*(part.text for part in parts)),
        escape(template, quote=False).format(*(part.html for part in parts)),
    )
