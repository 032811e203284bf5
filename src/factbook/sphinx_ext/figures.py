"""The files of each figure: links under it, and the files themselves, once its page is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from factbook.figures import files
from factbook.figures.files import KINDS, Shown, file_of, shown
from factbook.interface.catalogue import Catalogue
from factbook.provenance import ledger
from factbook.sphinx_ext import language
from factbook.sphinx_ext.ledger import opened

_CHART = re.compile(r'^<div class="chart" data-chart="([^"]+)"')


def setup(app: Sphinx) -> None:
    app.connect("doctree-read", _link)
    app.connect("build-finished", _write)


def _link(app: Sphinx, doctree: nodes.document) -> None:
    """Puts under each figure the links to its files."""
    words = language.words(app)
    for raw in list(doctree.findall(nodes.raw)):
        if chart := _CHART.match(raw.astext()):
            links = _links(chart[1], language.of(app), words)
            raw.parent.insert(raw.parent.index(raw) + 1, nodes.raw("", links, format="html"))


def _links(name: str, code: str, words: Catalogue) -> str:
    links = (
        f'<a href="{file_of(name, code, kind)}" download>{escape(words(f"figure.files.{kind}"))}</a>' for kind in KINDS
    )
    return f'<p class="chart-files">{escape(words("figure.files.label"))}{" · ".join(links)}</p>'


def _write(app: Sphinx, exception: Exception | None) -> None:
    """Writes the files of all figures, from the pages as they are now."""
    if exception is not None or app.builder.format != "html":
        return
    numbers = {line["id"]: line for line in ledger.rows(opened.book(app).sayer)}
    files.write(_figures(app), Path(app.outdir), numbers)


def _figures(app: Sphinx) -> Iterator[Shown]:
    for docname in sorted(app.env.found_docs):
        html = Path(app.outdir, f"{docname}.html").read_text("utf-8")
        if 'class="chart"' in html:
            yield from shown(html, docname, language.of(app))
