"""The explanations of every number, in a file beside the pages that each page names and asks for when one is opened."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from factbook.citations import bibliography
from factbook.citations.model import Work
from factbook.data import sources
from factbook.facts.producers import producers
from factbook.phrasing.saying import LEDGER
from factbook.provenance import explanations
from factbook.provenance.explanations import Explainer
from factbook.sphinx_ext import kept, language
from factbook.sphinx_ext.ledger import opened


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", _name)
    app.connect("build-finished", _write)


def _name(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Tells the page where the explanations are. They are asked for by what they say, so that no old ones are shown."""
    if doctree is None or LEDGER not in app.env.found_docs:
        return
    context["explanations"] = f"{context['pathto'](explanations.FILE, 1)}?v={_version(app)}"


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html" and LEDGER in app.env.found_docs:
        Path(app.outdir, explanations.FILE).write_text(_script(app), "utf-8")


@kept.once
def _version(app: Sphinx) -> str:
    return sha256(_script(app).encode()).hexdigest()[:8]


@kept.once
def _script(app: Sphinx) -> str:
    """The explanations. Asked once all pages are read, since only then the sources have their places."""
    book, words = opened.book(app), language.words(app)
    known: dict[str, Work] = {}
    for file in app.config.bibtex_bibfiles:
        known |= bibliography.works(sources.read(Path(app.srcdir, file), file), book.language)
    explainer = Explainer(book.sayer, known, _places(app), producers(book.package, book.facts))
    return explanations.script_of(explainer.all(), words)


def _places(app: Sphinx) -> dict[str, str]:
    """Where each source stands in the list of sources."""
    citations = app.env.get_domain("cite").citations  # type: ignore[attr-defined]
    return {
        one.key: f"{app.builder.get_target_uri(one.bibliography_key.docname)}#{one.citation_id}" for one in citations
    }
