"""The directive ``{codebook} PART``: what can be downloaded, the tables, or the columns of each table in its section.

The sections are made as the page is read, so that they have addresses; what they hold is filled in once all pages are
read, from the schema and the rows as they are then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from factbook.data import package
from factbook.data.package import DESCRIPTOR, key_in
from factbook.provenance import codebook, publication
from factbook.provenance.codebook import Table, html
from factbook.sphinx_ext import citing, language, outdated
from factbook.sphinx_ext import publication as published
from factbook.sphinx_ext.ledger import opened
from factbook.sphinx_ext.publication import FOLDER

DOWNLOADS, TABLES, COLUMNS = "downloads", "tables", "columns"


def setup(app: Sphinx) -> None:
    app.add_directive("codebook", CodebookDirective)
    app.add_node(Place)
    app.connect("doctree-resolved", _fill)


class Place(nodes.General, nodes.Element):
    """Where a ``part`` of the codebook comes, of the table ``table`` if it is of one."""


class CodebookDirective(SphinxDirective):
    """A part of the codebook."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        outdated.depend_on_everything(self.env)
        part = directives.choice(self.arguments[0], (DOWNLOADS, TABLES, COLUMNS))
        if part != COLUMNS:
            return [Place(part=part)]
        known = publication.resources(package.find(Path(self.env.srcdir)))
        title = key_in(language.of(self.env.app), "title")
        return [self._section(item["name"], item[title]) for item in known]

    def _section(self, name: str, title: str) -> nodes.section:
        label = codebook.label(name)
        section = nodes.section("", nodes.title("", title), Place(part=COLUMNS, table=name), names=[label])
        self.state.document.note_explicit_target(section)
        return section


def _fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    places = list(doctree.findall(Place))
    if not places:
        return
    words = language.words(app)
    tables = _tables(app)
    addresses = {table.name: f"#{table.label}" for table in tables.values()}
    for place in places:
        if place["part"] == DOWNLOADS:
            made = html.downloads({key: FOLDER + file for key, file in _files(app).items()}, words)
        elif place["part"] == TABLES:
            made = html.overview(tables.values(), FOLDER, words)
        else:
            made = html.columns(tables[place["table"]], FOLDER, addresses, words)
        place.replace_self(nodes.raw("", made, format="html"))


def _files(app: Sphinx) -> Mapping[str, str]:
    package = opened.book(app).package
    return {"numbers": publication.NUMBERS["path"], "archive": publication.archive(package), "descriptor": DESCRIPTOR}


def _tables(app: Sphinx) -> Mapping[str, Table]:
    found = opened.book(app).package

    def rows(name: str) -> Iterable[Mapping[str, str]]:
        if name == publication.NUMBERS["name"]:
            return published.numbers(app).rows
        return (row.cells for row in found.rows(name))

    descriptor = publication.published(found, citing.identity_of(app))
    return {table.name: table for table in codebook.tables(descriptor, rows, language.of(app))}
