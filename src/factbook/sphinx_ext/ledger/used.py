"""Where each number of the ledger is used: links to the sections, page by page, once all pages have been read."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from docutils import nodes
from sphinx.application import Sphinx

from factbook.interface.catalogue import Catalogue
from factbook.phrasing.saying import LEDGER
from factbook.sphinx_ext import language, uses
from factbook.sphinx_ext.ledger import opened
from factbook.sphinx_ext.uses import Use


def setup(app: Sphinx) -> None:
    app.add_node(UsedIn)
    app.connect("doctree-resolved", _fill)


class UsedIn(nodes.General, nodes.Inline, nodes.Element):
    """The place of the sections that use ``number``."""


def elsewhere(app: Sphinx) -> dict[str, list[Use]]:
    """The sections that use each number, but for those of the ledger itself."""
    return {
        number: [use for use in those if use.docname != LEDGER] for number, those in uses.by_number(app.env).items()
    }


def _fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    places = list(doctree.findall(UsedIn))
    if not places:
        return
    used = elsewhere(app)
    for place in places:
        number = place["number"]
        place.replace_self(_pages(app, docname, used.get(number, ())) or _unused(app, docname, number))


def _pages(app: Sphinx, docname: str, sections: Iterable[Use]) -> list[nodes.Node]:
    """The sections under the titles of their pages."""
    found: list[nodes.Node] = []
    for name, of_page in groupby(sections, key=lambda use: use.docname):
        title = app.env.titles[name].astext()
        links = [_link(app, docname, name, use.anchor, use.title) for use in of_page]
        # The page's own section is named by its title; any other needs to be told whose it is.
        of_whole_page = links[0].astext() == title
        before = [] if of_whole_page else [nodes.Text(f"{title}: ")]
        found.append(nodes.inline("", "", *before, *_listed(links), classes=["used"]))
    return found


def _unused(app: Sphinx, docname: str, number: str) -> list[nodes.Node]:
    """What is said of a number that no section shows: the chapter of a relation, or what is computed from it."""
    book = opened.book(app)
    words = language.words(app)
    if number in book.sayer.judgements:
        chapter = book.sayer.judgements[number].relation.chapter
        if chapter not in app.env.titles:
            return [nodes.emphasis("", words("ledger.unused"))]
        title = app.env.titles[chapter].astext()
        return _told(words, "chapter", [_link(app, docname, chapter, chapter, title)])
    computed = [one for one in book.facts.derived.values() if number in one.operands]
    links = [_link(app, docname, LEDGER, one.id, one.label[book.language]) for one in computed]
    return _told(words, "computing", links) if links else [nodes.emphasis("", words("ledger.unused"))]


def _told(words: Catalogue, key: str, links: list[nodes.reference]) -> list[nodes.Node]:
    return [nodes.emphasis("", words(f"ledger.{key}")), *_listed(links)]


def _link(app: Sphinx, docname: str, target: str, anchor: str, text: str) -> nodes.reference:
    address = "" if target == docname else app.builder.get_relative_uri(docname, target)
    return nodes.reference("", text, internal=True, refuri=f"{address}#{anchor}")


def _listed(links: Iterable[nodes.reference]) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    for link in links:
        found += [nodes.Text(", "), link] if found else [link]
    return found
