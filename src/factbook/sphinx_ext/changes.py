"""The page of editions: every edition with its data and checksum, and what has changed since the newest.

Numbers are told as the page is read; which sections have moved, once all pages are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from factbook.citations import atom
from factbook.citations.works import Place
from factbook.editions import changes, records
from factbook.editions.changes import Change
from factbook.editions.records import Edition
from factbook.editions.sections import Moved
from factbook.facts import Entry
from factbook.interface.catalogue import Catalogue
from factbook.phrasing import tables
from factbook.phrasing.said import plain
from factbook.phrasing.saying import LEDGER, Sayer, value_of
from factbook.sphinx_ext import editions, feed, language, outdated, places
from factbook.sphinx_ext.ledger import opened, used
from factbook.sphinx_ext.uses import Use

#: The cell of where a number is used, until all pages have been read.
_USED = '<td data-used="{}"></td>'
_USED_CELL = re.compile(_USED.format('(?P<number>[^"]+)'))


def setup(app: Sphinx) -> None:
    app.add_directive("edition-numbers", NumbersDirective)
    app.add_directive("edition-sections", SectionsDirective)
    app.add_directive("edition-list", ListDirective)
    app.add_node(Sections)
    app.connect("doctree-resolved", _fill)


class Sections(nodes.General, nodes.Element):
    """The place of the sections that no longer stand as frozen."""


class NumbersDirective(SphinxDirective):
    """The numbers that have changed since the newest edition, each with its reason."""

    def run(self) -> list[nodes.Node]:
        outdated.depend_on_everything(self.env)
        app, words = self.env.app, language.words(self.env.app)
        edition = editions.latest(app)
        if edition is None:
            return [nodes.paragraph("", words("editions.none"))]
        here = editions.book(app)
        before = changes.facts_of(here, edition)
        moved = changes.between(before, opened.book(app).facts, changes.reasons(here, edition))
        name = editions.name_of(edition.name, words)
        if not moved:
            return [nodes.paragraph("", words("editions.unchanged", edition=name))]
        sayer = opened.book(app).sayer
        days = {change.id: changes.since(here, edition, change) for change in moved}
        rows = (list(_cells(change, edition, days[change.id], words, sayer)) for change in moved)
        caption = words("editions.changed", edition=name)
        return [_table("numbers", caption, ("number", "was", "now", "why", "since", "used"), rows, words)]


class SectionsDirective(SphinxDirective):
    """The sections that have changed since the newest edition."""

    def run(self) -> list[nodes.Node]:
        return [Sections()]


class ListDirective(SphinxDirective):
    """Every edition, newest first."""

    def run(self) -> list[nodes.Node]:
        app, words = self.env.app, language.words(self.env.app)
        known = records.read(editions.book(app))
        if not known:
            return [nodes.paragraph("", words("editions.none-listed")), *_follow(app, words)]
        rows = ([*_edition(app, edition, words)] for edition in reversed(known))
        columns = ("edition", "frozen", "data", "archive")
        return [_table("list", words("editions.listed"), columns, rows, words), *_follow(app, words)]


def _follow(app: Sphinx, words: Catalogue) -> Iterator[nodes.Node]:
    """The feed of changes, as a link that a reader can copy."""
    if feed.has_one(app):
        link = f'<a href="{atom.FILE}" type="{atom.MEDIA_TYPE}">{words("feed.name")}</a>'
        yield nodes.raw("", f'<p class="feed">{words("feed.follow")} {link}</p>', format="html")


def _table(
    name: str, caption: str, columns: Iterable[str], rows: Iterable[Iterable[str]], words: Catalogue
) -> nodes.Node:
    head = "".join(f'<th scope="col">{words(f"editions.column.{key}")}</th>' for key in columns)
    body = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    html = f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    table = f'<table class="table editions-{name}">{html}</table>'
    return nodes.raw("", f'<div class="pst-scrollable-table-container">{table}</div>', format="html")


def _cells(change: Change, edition: Edition, day: date | None, words: Catalogue, sayer: Sayer) -> Iterator[str]:
    entry = change.after or change.before
    assert entry is not None
    label = plain(entry.label[sayer.language]).html
    linked = _link(f"{LEDGER}.html#{change.id}", label) if change.after else label
    yield f'<th scope="row">{linked}</th>'
    yield f"<td>{_was(change.before, edition, sayer) if change.before else words('editions.new')}</td>"
    yield f"<td>{sayer.say(change.id, alone=True).html if change.after else words('editions.gone')}</td>"
    why = change.reason.get(sayer.language) or words("editions.follows")
    yield f"<td>{escape(why, quote=False)}</td>"
    yield f"<td>{tables.date(day.isoformat(), sayer.language).html if day else ''}</td>"
    yield _USED.format(change.id)


def _was(entry: Entry, edition: Edition, sayer: Sayer) -> str:
    """What an edition says: no number of the book as it is, and marked as one of the edition."""
    said = escape(sayer.written(entry), quote=False)
    mark = f'value="{value_of(entry.value)}" data-was="{entry.id}" data-edition="{edition.name}"'
    return f'<data class="was" {mark}>{said}</data>'


def _edition(app: Sphinx, edition: Edition, words: Catalogue) -> Iterator[str]:
    pages = editions.address(app, f"{edition.name}/{language.of(app)}/{app.config.root_doc}.html")
    data = editions.address(app, f"{edition.name}/data/datapackage.json")
    archive = editions.address(app, edition.file)
    yield f'<th scope="row">{_link(pages, escape(editions.name_of(edition.name, words)))}</th>'
    yield f'<td><time datetime="{edition.frozen}">{edition.frozen}</time></td>'
    yield f"<td>{_link(data, 'datapackage.json')}</td>"
    checksum = f'<p class="checksum">SHA-256: <code>{edition.sha256}</code></p>'
    yield f'<td><p><a href="{archive}" download>{edition.file}</a></p>{checksum}</td>'


def _fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for node in list(doctree.findall(Sections)):
        node.replace_self(_sections(app))
    told = [node for node in doctree.findall(nodes.raw) if _USED_CELL.search(node.astext())]
    known = used.elsewhere(app) if told else {}

    def filled(cell: re.Match[str]) -> str:
        return f"<td>{_places(docname, known.get(cell['number'], []))}</td>"

    for raw in told:
        raw.replace_self(nodes.raw("", _USED_CELL.sub(filled, raw.astext()), format="html"))


def _places(docname: str, those: Iterable[Use]) -> str:
    """The sections of other pages that say a number, as links."""
    return ", ".join(
        _link(f"{use.docname}.html#{use.anchor}", escape(use.title, quote=False))
        for use in those
        if use.docname != docname
    )


def _sections(app: Sphinx) -> list[nodes.Node]:
    words, edition, moved = language.words(app), editions.latest(app), editions.moved(app)
    if edition is None:
        return [nodes.paragraph("", words("editions.none"))]
    name = editions.name_of(edition.name, words)
    if not moved:
        return [nodes.paragraph("", words("editions.sections-unchanged", edition=name))]
    rows = (
        list(_section(app, place, moved[place.label], edition, words))
        for page in places.pages(app)
        for place in _told(places.on(app, page), moved)
    )
    caption = words("editions.sections-changed", edition=name)
    return [_table("sections", caption, ("section", "moved", "frozen-section"), rows, words)]


def _told(on_page: Iterable[Place], moved: Mapping[str, Moved]) -> Iterator[Place]:
    """The places of a page to list: what holds for all of it is told once."""
    told = set[Moved]()
    for place in on_page:
        why = moved.get(place.label)
        if why and not (why is Moved.TABLES and why in told):
            yield place
            told.add(why)


def _section(app: Sphinx, place: Place, why: Moved, edition: Edition, words: Catalogue) -> Iterator[str]:
    whole = place.title == place.chapter
    title = place.title if whole else words("citing.section", chapter=place.chapter, section=place.title)
    file = f"{place.page}.html#{place.label}"
    yield f'<th scope="row">{_link(file, escape(title, quote=False))}</th>'
    yield f"<td>{words(f'editions.moved.{why}')}</td>"
    frozen = editions.address(app, f"{edition.name}/{language.of(app)}/{file}")
    yield f"<td>{words('editions.new') if why is Moved.NEW else _link(frozen, words('editions.as-frozen'))}</td>"


def _link(address: str, html: str) -> str:
    return f'<a href="{escape(address)}">{html}</a>'
