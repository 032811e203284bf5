"""The Sphinx extension of the book; this module only wires, one module a concern does the work."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from factbook.extension import bibliography, citing, head, language, ledger, notebooks, places, sections, stale, uses


def setup(app: Sphinx) -> dict[str, Any]:
    """Registers every part; the language comes first, since the others speak it."""
    for part in (language, bibliography, sections, notebooks, uses, places, ledger, head, citing, stale):
        part.setup(app)
    return {"version": "1", "env_version": 2, "parallel_read_safe": True, "parallel_write_safe": True}
