"""The ledger page: its tables, what finds a row in them, and the same as a file; one module each."""

from __future__ import annotations

from sphinx.application import Sphinx

from factbook.extension.ledger import download, tables, tools, used


def setup(app: Sphinx) -> None:
    for part in (tables, used, tools, download):
        part.setup(app)
