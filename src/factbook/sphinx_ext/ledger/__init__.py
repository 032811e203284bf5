"""The ledger page: its tables, where each number is used, what finds a row in them; one module each."""

from __future__ import annotations

from sphinx.application import Sphinx

from factbook.sphinx_ext.ledger import tables, tools, used


def setup(app: Sphinx) -> None:
    for part in (tables, used, tools):
        part.setup(app)
