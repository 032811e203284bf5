"""The file beside the ledger page: every number and relation as a table, with where each is used."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from factbook import ledger
from factbook.extension.ledger import opened
from factbook.extension.ledger.used import elsewhere
from factbook.saying import LEDGER

FILE = f"{LEDGER}.csv"


def setup(app: Sphinx) -> None:
    app.connect("build-finished", _write)


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html" or LEDGER not in app.env.found_docs:
        return
    addresses = {
        number: [f"{app.builder.get_target_uri(use.docname)}#{use.anchor}" for use in uses]
        for number, uses in elsewhere(app).items()
    }
    # With a byte-order mark: without one, Korean spreadsheets take UTF-8 for CP949.
    Path(app.outdir, FILE).write_text(ledger.csv_of(opened.book(app).sayer, addresses), "utf-8-sig", newline="")
