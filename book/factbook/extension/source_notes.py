"""The sources of a passage in the margin beside it: on wide screens and on paper, where no link can be followed."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from docutils import nodes
from sphinx.application import Sphinx

from factbook.extension import language
from factbook.saying import LEDGER

#: Begins the anchor of a source on the page of sources; `bibtex_cite_id` in `_config.yml` gives it.
_ANCHOR = "#source-"


def setup(app: Sphinx) -> None:
    app.connect("doctree-resolved", _annotate)


def _annotate(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Sets before each passage the sources that its section has not cited before, in full."""
    # The ledger cites a few sources hundreds of times, in rows of their own.
    if app.builder.format != "html" or docname == LEDGER:
        return
    label = language.words(app)("site.sources")
    for section in doctree.findall(nodes.section):
        told: set[str] = set()
        for passage in [child for child in section.children if not isinstance(child, (nodes.section, nodes.title))]:
            fresh = {anchor: text for anchor, text in _sources(passage) if anchor not in told}
            if fresh:
                section.insert(section.index(passage), note(label, list(fresh.values())))
                told.update(fresh)


def _sources(passage: nodes.Node) -> Iterator[tuple[str, str]]:
    """The anchor and the full text of each source that is cited in a passage."""
    for link in passage.findall(nodes.reference):
        _, found, key = link.get("refuri", "").partition(_ANCHOR)
        if found and "reftitle" in link:
            yield key, link["reftitle"]


def note(label: str, sources: list[str]) -> nodes.raw:
    """The note as HTML. Its role is «note»: an ``aside`` within an article would be a landmark each."""
    paragraphs = "".join(f"<p>{escape(source, quote=False)}</p>" for source in sources)
    return nodes.raw(
        "", f'<div class="source-note" role="note" aria-label="{escape(label)}">{paragraphs}</div>', format="html"
    )
