"""Headings and captions of tables: what names a section or table is their words, without the links beside them."""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.writers.html5 import HTML5Translator

from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.sphinx_ext import language


def setup(app: Sphinx) -> None:
    app.add_node(nodes.title, override=True, html=(_open, _close))


def twin(language_code: str) -> str:
    """The other language of a page; with more than two languages, the next one round."""
    return LANGUAGES[(LANGUAGES.index(language_code) + 1) % len(LANGUAGES)]


def caption_id(table: nodes.table) -> str:
    """The id of the words of a table's caption; empty where it has no caption that can be linked."""
    is_captioned = table["ids"] and any(isinstance(child, nodes.title) for child in table)
    return f"{table['ids'][0]}-caption" if is_captioned else ""


def _open(translator: HTML5Translator, node: nodes.title) -> None:
    body, before = translator.body, len(translator.body)
    type(translator).visit_title(translator, node)
    if _heads_section(node):
        body.insert(before, '<div class="heading">')
    elif isinstance(node.parent, nodes.table) and (name := caption_id(node.parent)):
        body.insert(before + 1, f'<span id="{name}">')


def _close(translator: HTML5Translator, node: nodes.title) -> None:
    """Ends the words before the links: of a section to the other language, and of either to itself."""
    if _heads_section(node):
        translator.body.append(f'{translator.context.pop().rstrip()} <span class="heading-links">')
        translator.body.append(_twin_link(translator, node.parent["ids"][0]))
        translator.add_permalink_ref(node.parent, _("Link to this heading"))
        translator.body.append("</span></div>\n")
    elif isinstance(node.parent, nodes.table) and caption_id(node.parent):
        translator.body.append("</span></span>")
        translator.add_permalink_ref(node.parent, _("Link to this table"))
        translator.body.append(translator.context.pop())
    else:
        type(translator).depart_title(translator, node)


def _heads_section(node: nodes.title) -> bool:
    return isinstance(node.parent, nodes.section) and bool(node.parent["ids"])


def _twin_link(translator: HTML5Translator, label: str) -> str:
    """A link to the same section in the other language, readable without scripts."""
    other = twin(language.of(translator.builder.app))
    say = catalogue.of(other)
    title = escape(say("site.in-this-language"))
    address = f"../{other}/{translator.docnames[-1]}.html#{label}"
    return (
        f'<a class="headerlink twin" href="{address}" hreflang="{other}" lang="{other}" title="{title}">'
        f'<span aria-hidden="true">{say("site.tag")}</span><span class="visually-hidden">{title}</span></a>'
    )
