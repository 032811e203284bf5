"""Statements that are read back at other steps of a build: marks of charts by geometry, numbers by a second formula."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from factbook.checks.of_pages import geometry
from factbook.data.layout import Layout
from factbook.facts import Derived, state
from factbook.interface.catalogue import LANGUAGES


def _charts(layout: Layout, folder: Path) -> int:
    """The marks and words of every chart on the pages."""
    data = state.read(layout.package)
    pages = ((language, path) for language in LANGUAGES for path in sorted((folder / language).glob("*.html")))
    return sum(
        told.drawn.size
        for language, path in pages
        for told in geometry.read(path.read_text("utf-8"), path.stem, language, data)
    )


def _formulas(layout: Layout, _: Path) -> int:
    """The numbers that formulas compute, and the relations that numbers must fit."""
    data = state.read(layout.package)
    return sum(isinstance(entry, Derived) for entry in data.facts.entries.values()) + len(data.judgements)


COUNTS: Mapping[str, Callable[[Layout, Path], int]] = {"charts": _charts, "formulas": _formulas}
