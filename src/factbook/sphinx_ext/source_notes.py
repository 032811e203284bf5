"""The sources of a passage in the margin beside it: on wide screens and on paper, where no link can be followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from docutils import nodes
from sphinx.application import Sphinx

from factbook.phrasing.saying import LEDGER
from factbook.sphinx_ext import language

#: Begins the anchor of a source on the page of sources; `bibtex_cite_id` in `_config.yml` gives it.
_ANCHOR = "#source-"


def setup(app: Sphinx) -> None:
    app.connect("doctree-resolved", _annotate)


def _annotate(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Sets before each passage the sources that the page has not cited before, in full.

    A table has a source a row, too many for its margin: those that no passage of prose cites are listed after it, for
    paper only.
    """
    # The ledger cites a few sources hundreds of times, in rows of their own.
    if app.builder.format != "html" or docname == LEDGER:
        return
    label = language.words(app)("site.sources")
    told: set[str] = set()
    tables, prose = _passages(doctree)
    for passages, classes, offset in ((prose, "source-note", 0), (tables, "source-note listed", 1)):
        for passage in passages:
            fresh = {anchor: text for anchor, text in _sources(passage) if anchor not in told}
            if fresh:
                section = passage.parent
                section.insert(section.index(passage) + offset, note(label, fresh, classes))
                told.update(fresh)


def _passages(doctree: nodes.document) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """What stands in the sections of a page: tables, and everything else."""
    passages = [
        child
        for section in doctree.findall(nodes.section)
        for child in section.children
        if not isinstance(child, (nodes.section, nodes.title))
    ]
    tables = [passage for passage in passages if any(True for _ in passage.findall(nodes.table))]
    return tables, [passage for passage in passages if passage not in tables]


def _sources(passage: nodes.Node) -> Iterator[tuple[str, str]]:
    """The anchor and the full text of each source that is cited in a passage."""
    for link in passage.findall(nodes.reference):
        _, found, key = link.get("refuri", "").partition(_ANCHOR)
        if found and "reftitle" in link:
            yield key, link["reftitle"]


def note(label: str, sources: Mapping[str, str], classes: str) -> nodes.raw:
    """The note as HTML, of sources by key.

    Its role is «note»: an ``aside`` within an article would be a landmark each.
    """
    paragraphs = "".join(
        f'<p data-source="{escape(key)}">{escape(source, quote=False)}</p>' for key, source in sources.items()
    )
    return nodes.raw(
        "", f'<div class="{classes}" role="note" aria-label="{escape(label)}">{paragraphs}</div>', format="html"
    )
