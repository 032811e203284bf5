"""The directive ``{ledger} PART``: the lines of :mod:`factbook.provenance.ledger` as a table.

It is written as HTML of its own rather than as a table of docutils: every cell names its column, so that a narrow
screen can show the rows as cards, and every row names its unit and kind, by which it is found and sorted.
"""

from __future__ import annotations

from html import escape
from typing import ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from factbook.provenance import ledger
from factbook.sphinx_ext import language, outdated
from factbook.sphinx_ext.ledger import opened
from factbook.sphinx_ext.ledger.used import UsedIn

#: By what a column is sorted, if not by its text.
_SORTED = {**dict.fromkeys(("value", "interval", "claim", "range", "verdict"), "number"), "used": "links"}
#: Attributes of the nodes that are HTML already.
_HTML = frozenset({"head", "order"})


def setup(app: Sphinx) -> None:
    app.add_directive("ledger", LedgerDirective)
    for node in (Part, Row, Name, Cell):
        app.add_node(node, html=(_open, _close))
    app.connect("doctree-resolved", _lighten)


class _Tagged(nodes.Element):
    """An element written as the HTML ``opening`` and ``closing``, the first with the node's attributes filled in."""

    opening: ClassVar[str]
    closing: ClassVar[str]


class Part(nodes.General, _Tagged):
    """One part of the ledger. ``head`` is the HTML of the cells of its head."""

    opening = (
        '<div class="ledger" data-part="{part}"><table class="table" aria-label="{name}">'
        "<thead><tr>{head}</tr></thead><tbody>"
    )
    closing = "</tbody></table></div>\n"


class Row(nodes.Part, _Tagged):
    """One number or relation."""

    opening = '<tr data-unit="{unit}" data-kind="{kind}">'
    closing = "</tr>\n"


class Name(nodes.Part, _Tagged, nodes.TextElement):
    """The cell that heads a row and holds its anchor."""

    opening = '<th scope="row" id="{number}">'
    closing = "</th>"


class Cell(nodes.Part, _Tagged, nodes.TextElement):
    """A cell under the heading ``label``; ``order`` is where it comes when sorted, if not by what it says."""

    opening = '<td data-label="{label}"{order}>'
    closing = "</td>"


def _open(translator: HTML5Translator, node: _Tagged) -> None:
    safe = {name: value if name in _HTML else escape(str(value)) for name, value in node.attributes.items()}
    translator.body.append(node.opening.format(**safe))


def _close(translator: HTML5Translator, node: _Tagged) -> None:
    translator.body.append(node.closing)


def _lighten(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Leaves the full sources to the page of sources: hundreds of rows cite a few of them."""
    for part in doctree.findall(Part):
        for link in part.findall(nodes.reference):
            link.attributes.pop("reftitle", None)


class LedgerDirective(SphinxDirective):
    """A part of the ledger as a table whose rows can be linked to by the ids of their numbers."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        outdated.depend_on_everything(self.env)
        part = self.arguments[0]
        book = opened.book(self.env.app)
        headings = ledger.headings(part, book.language)
        head = "".join(
            f'<th scope="col" data-sort="{_SORTED.get(key, "text")}">{escape(text)}</th>'
            for key, text in headings.items()
        )
        rows = [self._row(line, list(headings.values())) for line in ledger.lines(part, book.sayer)]
        name = language.words(self.env.app)(f"ledger.part.{part}")
        return [Part("", *rows, part=part, name=name, head=head)]

    def _row(self, line: ledger.Line, labels: list[str]) -> Row:
        note = f'<span class="ledger-note">{line.note}</span>' if line.note else ""
        code = f"<code>{escape(line.id)}</code>"
        cells: list[nodes.Node] = [Name("", "", *self._parse(f"{line.name} {note}{code}"), number=line.id)]
        for label, text in zip(labels[1:-1], line.cells, strict=True):
            cells.append(Cell("", "", *self._parse(text), label=label, order=""))
        if line.tightness is not None:
            cells[-1]["order"] = f' data-order="{line.tightness:.6f}"'  # type: ignore[index]
        cells.append(Cell("", "", UsedIn(number=line.id), label=labels[-1], order=""))
        return Row("", *cells, unit=line.unit, kind=line.kind)

    def _parse(self, text: str) -> list[nodes.Node]:
        """The inline nodes of a text in MyST. Its links to the ledger lead to a place on this page."""
        here = text.replace(f'href="{self.env.docname}.html#', 'href="#')
        holder = nodes.Element()
        self.state.nested_parse(StringList([here], self.env.docname), self.content_offset, holder)
        return [node for paragraph in holder.children for node in paragraph.children]
