"""The feed of changes of a language: its editions, the numbers that have changed since the newest, its chapters.

A frozen edition has none, since nothing in it changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from factbook.citations import atom, works
from factbook.citations.atom import Entry
from factbook.editions import changes, publishing, records
from factbook.editions.changes import Change
from factbook.editions.records import Edition
from factbook.phrasing import tables
from factbook.sphinx_ext import citing, dates, editions, language, places
from factbook.sphinx_ext.ledger import opened, used


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", _describe)
    app.connect("build-finished", _write)


def has_one(app: Sphinx) -> bool:
    """Whether this build of the book has a feed."""
    return not app.config.factbook_edition


def _describe(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Gives the template the feed that every page leads to."""
    context["feed"] = {"file": atom.FILE, "type": atom.MEDIA_TYPE} if has_one(app) else None


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html" and has_one(app):
        text = atom.feed(citing.identity_of(app), language.of(app), _page(app), _entries(app))
        Path(app.outdir, atom.FILE).write_text(text, "utf-8", newline="\n")


def _page(app: Sphinx) -> str:
    """The page that tells of changes; a book without one is followed from its first page."""
    return editions.PAGE if editions.PAGE in app.env.found_docs else app.config.root_doc


def _entries(app: Sphinx) -> Iterator[Entry]:
    yield from _editions(app)
    yield from _numbers(app)
    for page in places.pages(app):
        if moment := dates.of_book(app).chapter(language.of(app), page):
            work = works.place(citing.identity_of(app), language.of(app), places.on(app, page)[0])
            yield Entry(work.address, work.title, moment, work.abstract)


def _editions(app: Sphinx) -> Iterator[Entry]:
    words, base = language.words(app), citing.identity_of(app).base
    for edition in records.read(editions.book(app)):
        page = f"{language.of(app)}/{app.config.root_doc}.html"
        title = words("feed.edition", edition=editions.name_of(edition.name, words))
        moment = atom.midnight(date.fromisoformat(edition.frozen))
        yield Entry(f"{base}{publishing.FOLDER}/{edition.name}/{page}", title, moment, words("feed.frozen"))


def _numbers(app: Sphinx) -> Iterator[Entry]:
    """The data, with every printed number that has changed since the newest edition and why."""
    moment, edition, words = dates.of_book(app).data, editions.latest(app), language.words(app)
    if moment is None:
        return
    moved: list[Change] = []
    if edition:
        here = editions.book(app)
        before = changes.facts_of(here, edition)
        moved = [*changes.between(before, opened.book(app).facts, changes.reasons(here, edition))]
    address = citing.identity_of(app).address(f"{language.of(app)}/{_page(app)}.html#changes-numbers")
    told = " ".join(_told(app, change, edition) for change in moved if edition and changes.printed(change))
    yield Entry(address, words("feed.data"), moment, told)


def _told(app: Sphinx, change: Change, edition: Edition) -> str:
    words, sayer = language.words(app), opened.book(app).sayer
    entry = change.after or change.before
    assert entry is not None
    day = changes.since(editions.book(app), edition, change)
    base = citing.identity_of(app)
    stands = [
        base.address(f"{language.of(app)}/{use.docname}.html#{use.anchor}")
        for use in used.elsewhere(app).get(change.id, [])
        if use.docname != _page(app)
    ]
    told = words(
        "feed.number",
        label=entry.label[sayer.language],
        was=sayer.written(change.before) if change.before else words("editions.new"),
        now=sayer.written(change.after) if change.after else words("editions.gone"),
        why=change.reason.get(sayer.language, ""),
        since=words("feed.since", day=tables.date(day.isoformat(), sayer.language).text) if day else "",
        used=words("feed.used", addresses=", ".join(stands)) if stands else "",
    )
    return " ".join(told.split())
