"""The table of all numbers, made once all pages are read: only then is it known where each number is used.

Every language writes the same bytes; :mod:`factbook.build.data` publishes them with the other tables.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from factbook.provenance import publication
from factbook.provenance.publication import NUMBERS, Numbers
from factbook.sphinx_ext import citing, kept
from factbook.sphinx_ext.ledger import opened
from factbook.sphinx_ext.ledger.used import elsewhere

#: The folder of the data on the site, as a page of a language reaches it.
FOLDER = "../data/"


def setup(app: Sphinx) -> None:
    app.connect("build-finished", _write)


@kept.once
def numbers(app: Sphinx) -> Numbers:
    """The numbers as they are published. Asked once all pages are read."""
    return Numbers(
        citers=citing.citers(app),
        identity=citing.identity_of(app),
        package=opened.book(app).package,
        uses={
            number: [f"{app.builder.get_target_uri(use.docname)}#{use.anchor}" for use in uses]
            for number, uses in elsewhere(app).items()
        },
    )


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html":
        text = publication.csv_of(numbers(app).rows)
        # With a byte-order mark: without one, Korean spreadsheets take UTF-8 for CP949.
        Path(app.outdir, NUMBERS["path"]).write_text(text, "utf-8-sig", newline="")
