"""Which edition a page belongs to, or which it has moved on from: words for its foot, and the list of changes."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.docutils import SphinxDirective

from factbook import layout as layouts
from factbook.catalogue import Catalogue
from factbook.citing.model import Kind
from factbook.editions import changes, publishing, records, sections
from factbook.editions.changes import Change
from factbook.editions.records import Edition
from factbook.extension import language, outdated, places, uses
from factbook.extension.ledger import opened
from factbook.facts import Entry
from factbook.saying import LEDGER, Sayer, plain

#: The page that lists what has changed.
PAGE = "changes"


def setup(app: Sphinx) -> None:
    app.add_config_value("factbook_edition", "", "html")
    app.add_directive("edition-changes", ChangesDirective)
    app.connect("config-inited", _know)
    app.connect("html-page-context", _describe)


def _know(app: Sphinx, config: Config) -> None:
    app.factbook_latest = records.latest(layouts.find(Path(app.srcdir)))  # type: ignore[attr-defined]


def latest(app: Sphinx) -> Edition | None:
    """The newest edition, where there is one."""
    known: Edition | None = app.factbook_latest  # type: ignore[attr-defined]
    return known


def still_frozen(app: Sphinx) -> frozenset[str]:
    """The places that stand in the newest edition as they stand now: their words, and the numbers that they say."""
    edition = latest(app)
    if edition is None or app.config.factbook_edition:
        return frozenset()
    book = layouts.find(Path(app.srcdir))
    same = sections.unchanged(sections.of(book, edition), sections.now(book))
    moved = {change.id for change in _changes(app, edition)}
    said = uses.by_number(app.env)
    same -= {use.anchor for number in moved for use in said.get(number, ())}
    # A figure or table stands in one of the sections of its page.
    whole = {page for page in places.pages(app) if all(p.label in same for p in places.on(app, page) if _heads(p.kind))}
    inside = {p.label for page in whole for p in places.on(app, page) if not _heads(p.kind)}
    return same | inside


def _heads(kind: Kind) -> bool:
    return kind is not Kind.FIGURE


def _changes(app: Sphinx, edition: Edition) -> tuple[Change, ...]:
    book = layouts.find(Path(app.srcdir))
    before = changes.facts_of(book, edition)
    return changes.between(before, opened.book(app).facts, changes.reasons(book, edition))


def name_of(edition: str, words: Catalogue) -> str:
    """An edition in words: 2026 Q4."""
    found = records.NAME.fullmatch(edition)
    return words("citing.edition", **found.groupdict()) if found else edition


def _describe(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Gives the templates the edition that the page belongs to, and the newest one."""
    words, here = language.words(app), language.of(app)
    own, newest = app.config.factbook_edition, latest(app)
    page = f"{pagename if pagename in app.env.found_docs else app.config.root_doc}.html"
    context["edition"] = context["newest"] = None
    if own:
        context["edition"] = {
            "name": name_of(own, words),
            "id": own,
            "now": f"../../../{here}/{page}",
            "list": f"../../{publishing.LIST}",
            "here": f"{here}/{page}",
        }
    elif newest:
        # A page that is newer than the edition has no address there.
        known = pagename in app.env.found_docs and pagename != PAGE
        target = page if known else f"{app.config.root_doc}.html"
        folder = f"../{publishing.FOLDER}/{newest.name}/{here}/{target}"
        context["newest"] = {"name": name_of(newest.name, words), "address": folder}


class ChangesDirective(SphinxDirective):
    """What has changed since the newest edition, numbers first, each with its reason."""

    def run(self) -> list[nodes.Node]:
        outdated.depend_on_everything(self.env)
        app = self.env.app
        book = layouts.find(Path(app.srcdir))
        for path in (book.editions / records.RECORD, book.editions / changes.REASONS):
            self.env.note_dependency(str(path))
        words, edition = language.words(app), latest(app)
        if edition is None:
            return [nodes.paragraph("", words("editions.none"))]
        name, moved = name_of(edition.name, words), _changes(app, edition)
        if not moved:
            return [nodes.paragraph("", words("editions.unchanged", edition=name))]
        return [nodes.raw("", _table(moved, name, words, opened.book(app).sayer), format="html")]


def _table(moved: tuple[Change, ...], edition: str, words: Catalogue, sayer: Sayer) -> str:
    head = "".join(f'<th scope="col">{words(f"editions.column.{key}")}</th>' for key in ("number", "was", "now", "why"))
    rows = "".join(f"<tr>{''.join(_cells(change, words, sayer))}</tr>" for change in moved)
    caption = f"<caption>{escape(words('editions.changed', edition=edition))}</caption>"
    return f'<table class="table editions">{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _cells(change: Change, words: Catalogue, sayer: Sayer) -> Iterator[str]:
    entry = change.after or change.before
    assert entry is not None
    label = plain(entry.label[sayer.language]).html
    linked = f'<a href="{LEDGER}.html#{change.id}">{label}</a>' if change.after else label
    yield f'<th scope="row">{linked}</th>'
    yield f'<td class="was">{_was(change.before, sayer) if change.before else words("editions.new")}</td>'
    yield f"<td>{sayer.say(change.id, alone=True).html if change.after else words('editions.gone')}</td>"
    why = change.reason.get(sayer.language) or words("editions.follows")
    yield f"<td>{escape(why, quote=False)}</td>"


def _was(entry: Entry, sayer: Sayer) -> str:
    """What an edition says: no number of the book as it is, so not marked as one."""
    return escape(sayer.written(entry), quote=False)
