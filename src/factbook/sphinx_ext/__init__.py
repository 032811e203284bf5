"""The Sphinx extension of the book; this module only wires, one module a concern does the work."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from factbook.sphinx_ext import (
    bibliography,
    changes,
    channels,
    checking,
    citing,
    codebook,
    cutoff,
    dates,
    downloads,
    editions,
    explanations,
    feed,
    figures,
    head,
    headings,
    holds,
    language,
    ledger,
    look,
    markup,
    navigation,
    notebooks,
    outdated,
    places,
    previews,
    publication,
    rate,
    repeatable,
    scripts,
    search,
    sections,
    source_notes,
    stale,
    terms,
    uses,
)

#: The parts in the order in which they are set up: the language first, since the others speak it.
PARTS = (
    language,
    look,
    repeatable,
    bibliography,
    sections,
    terms,
    channels,
    source_notes,
    notebooks,
    outdated,
    uses,
    places,
    editions,
    changes,
    ledger,
    search,
    checking,
    explanations,
    figures,
    markup,
    headings,
    downloads,
    head,
    navigation,
    citing,
    previews,
    cutoff,
    dates,
    feed,
    publication,
    codebook,
    holds,
    rate,
    scripts,
    stale,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Registers every part."""
    for part in PARTS:
        part.setup(app)
    return {"version": "1", "env_version": 2, "parallel_read_safe": False, "parallel_write_safe": True}
