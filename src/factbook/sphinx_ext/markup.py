"""HTML that says what a thing is: a table has a name and its headings a direction, a source is an item of a list."""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from factbook.sphinx_ext import headings, places


def setup(app: Sphinx) -> None:
    app.add_node(nodes.table, override=True, html=(_open_table, _close_table))
    app.add_node(nodes.entry, override=True, html=(_open_cell, _close_cell))
    app.add_node(nodes.citation, override=True, html=(_open_source, _close_source))
    app.add_node(nodes.legend, override=True, html=(_open_legend, _close_legend))


def _open_table(translator: HTML5Translator, node: nodes.table) -> None:
    """A table is called by the words of its caption, one without as the section is that it stands in."""
    type(translator).visit_table(translator, node)
    if caption := headings.caption_id(node):
        translator.body[-1] = _with(translator.body[-1], "aria-labelledby", caption)
    elif not any(isinstance(child, nodes.title) for child in node):
        translator.body[-1] = _with(translator.body[-1], "aria-label", _section(translator, node))


def _close_table(translator: HTML5Translator, node: nodes.table) -> None:
    type(translator).depart_table(translator, node)


def _open_cell(translator: HTML5Translator, node: nodes.entry) -> None:
    """A heading of a table says whether it heads a column or a row."""
    type(translator).visit_entry(translator, node)
    if translator.body[-1].startswith("<th"):
        in_head = isinstance(node.parent.parent, nodes.thead)
        translator.body[-1] = _with(translator.body[-1], "scope", "col" if in_head else "row")


def _close_cell(translator: HTML5Translator, node: nodes.entry) -> None:
    type(translator).depart_entry(translator, node)


def _open_source(translator: HTML5Translator, node: nodes.citation) -> None:
    """docutils gives it a role that WAI-ARIA 1.2 has deprecated, and that a list must not hold."""
    type(translator).visit_citation(translator, node)
    translator.body[-1] = translator.body[-1].replace('role="doc-biblioentry"', 'role="listitem"')


def _close_source(translator: HTML5Translator, node: nodes.citation) -> None:
    type(translator).depart_citation(translator, node)


def _open_legend(translator: HTML5Translator, node: nodes.legend) -> None:
    """docutils opens the caption of a figure again unless it is the second part; ours has links to its files there."""
    before = len(translator.body)
    type(translator).visit_legend(translator, node)
    if isinstance(node.parent[node.parent.index(node) - 1], nodes.caption):
        translator.body[before:] = [part for part in translator.body[before:] if part != "<figcaption>\n"]


def _close_legend(translator: HTML5Translator, node: nodes.legend) -> None:
    type(translator).depart_legend(translator, node)


def _with(tag: str, name: str, value: str) -> str:
    """The opening tag with one attribute more."""
    return tag.replace(">", f' {name}="{escape(value)}">', 1)


def _section(translator: HTML5Translator, node: nodes.Node) -> str:
    """The title of the section around a node."""
    titles = {place.label: place.title for place in places.on(translator.builder.app, translator.docnames[-1])}
    while node is not None:
        if isinstance(node, nodes.section):
            return titles[node["ids"][0]]
        node = node.parent
    return ""
