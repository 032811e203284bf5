"""The directive ``{ledger} PART``: the lines of :mod:`factbook.ledger` as a table with citations and uses."""

from __future__ import annotations

from html import escape
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from factbook import ledger, package
from factbook.chapter import Book
from factbook.extension import language, notebooks, uses


def setup(app: Sphinx) -> None:
    app.add_directive("ledger", LedgerDirective)
    app.add_role("factbook-used-in", _used_in)
    app.add_node(UsedIn)
    app.connect("doctree-resolved", _fill)


class UsedIn(nodes.General, nodes.Inline, nodes.Element):
    """The place of the pages that use ``number``; filled when all pages have been read."""


class LedgerDirective(SphinxDirective):
    """A part of the ledger as a table whose rows can be linked to by the ids of their numbers."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        notebooks.depend_on_data(self.env)
        part = self.arguments[0]
        book = _book(self.env.app)
        headings = ledger.headings(part, book.language)
        lines = ledger.lines(part, book.sayer)
        rows = [headings, ("---",) * len(headings)]
        rows += [(*_first(line), *line.cells[1:], f"{{factbook-used-in}}`{line.id}`") for line in lines]
        text = "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |" for row in rows)
        holder = nodes.container(classes=["ledger", f"ledger-{part}"])
        self.state.nested_parse(StringList(text.split("\n"), self.env.docname), self.content_offset, holder)
        return [holder]


def _first(line: ledger.Line) -> tuple[str]:
    anchor = escape(line.id)
    return (f'<span class="ledger-anchor" id="{anchor}"></span>{line.cells[0]} <code>{anchor}</code>',)


def _used_in(
    name: str, rawtext: str, text: str, lineno: int, inliner: object, options: object = None, content: object = None
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    return [UsedIn(number=text)], []


def _book(app: Sphinx) -> Book:
    """The book of this build, opened once."""
    if not hasattr(app, "factbook_book"):
        app.factbook_book = Book(language.of(app), package.find(Path(app.srcdir)))  # type: ignore[attr-defined]
    book: Book = app.factbook_book  # type: ignore[attr-defined]
    return book


def _fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    places = list(doctree.findall(UsedIn))
    if not places:
        return
    known = uses.by_number(app.env)
    none = language.words(app)("ledger.unused")
    for place in places:
        links: list[nodes.Node] = []
        for use in known.get(place["number"], ()):
            if use.docname == docname:
                continue
            if links:
                links.append(nodes.Text(", "))
            target = app.builder.get_relative_uri(docname, use.docname)
            links.append(nodes.reference("", use.title, internal=True, refuri=f"{target}#{use.anchor}"))
        place.replace_self(links or [nodes.emphasis("", none)])
