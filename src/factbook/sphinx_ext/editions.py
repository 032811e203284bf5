"""Which edition a page belongs to, or which it has moved on from; what still stands as it was frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from factbook.citations.model import Kind
from factbook.citations.works import Place
from factbook.data import layout as layouts
from factbook.data.layout import Layout
from factbook.editions import archives, changes, publishing, records, sections
from factbook.editions.records import Edition
from factbook.editions.sections import Moved
from factbook.facts import state
from factbook.facts.state import State
from factbook.interface.catalogue import Catalogue
from factbook.notebook import reads
from factbook.notebook.reads import TABLE, Read
from factbook.phrasing.saying import LEDGER
from factbook.sphinx_ext import kept, language, outdated, places, uses

#: The page that lists what has changed: it differs in every edition.
PAGE = "changes"
#: The pages that are made of every table, and of what is said of its columns.
_OF_ALL_TABLES = frozenset({LEDGER, "codebook"})


def setup(app: Sphinx) -> None:
    app.add_config_value("factbook_edition", "", "html")
    app.connect("env-get-outdated", _outdated)
    app.connect("html-page-context", _describe)


def book(app: Sphinx) -> Layout:
    """The book that is being built."""
    return layouts.find(Path(app.srcdir))


@kept.once
def latest(app: Sphinx) -> Edition | None:
    """The newest edition, where there is one; while an edition is being frozen, the one before it."""
    return records.latest(book(app))


def address(app: Sphinx, file: str) -> str:
    """What lies below the folder of the editions, as a page of the book or of another edition leads to it."""
    return f"../../{file}" if app.config.factbook_edition else f"../{publishing.FOLDER}/{file}"


def _outdated(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """The page of changes, where an edition has come or a reason has been given since it was read."""
    files = (book(app).editions / name for name in (records.RECORD, changes.REASONS))
    now = sha256(b"".join(file.read_bytes() for file in files if file.exists())).hexdigest()
    was = kept.replaced(env, "factbook_editions", now)
    return [PAGE] if now != was and PAGE in env.found_docs else []


@kept.once
def moved(app: Sphinx) -> Mapping[str, Moved]:
    """The sections that do not stand in the newest edition as they stand now. Asked once all pages are read."""
    edition = latest(app)
    return _moved(app, edition) if edition else {}


def _moved(app: Sphinx, edition: Edition) -> dict[str, Moved]:
    here = book(app)
    before, after = sections.of(here, edition), sections.now(here)
    with changes.data_of(here, edition) as package:
        differing = _Differing(app.env, state.read(package), state.read(here.package))
        return {
            place.label: why
            for page in places.pages(app)
            if page != PAGE
            for place in filter(_heads, places.on(app, page))
            if (why := sections.moved(place.label, before, after, differing.sections(page), differing.tables(page)))
        }


@dataclass(frozen=True)
class _Differing:
    """What pages would read in the data of an edition that is not what they read now."""

    env: BuildEnvironment
    before: State
    now: State

    def sections(self, page: str) -> frozenset[str]:
        """The sections of a page that say something that has changed."""
        changed = {read.name for read in outdated.differing(self.env, page, self.before)}
        return frozenset(use.anchor for use in uses.of(self.env).get(page, ()) if use.number in changed)

    def tables(self, page: str) -> bool:
        """Whether a page rests on a table that has changed; numbers and relations are marked where they are said."""
        if page in _OF_ALL_TABLES:
            listed = [Read(TABLE, table) for table in self.now.package.files]
            same = all(reads.digest(read, self.before) == reads.digest(read, self.now) for read in listed)
            return not same or any(_schema(self.before, read.name) != _schema(self.now, read.name) for read in listed)
        return any(read.kind == TABLE for read in outdated.differing(self.env, page, self.before))


def _schema(data: State, table: str) -> object:
    """What the data package says of a table's columns."""
    return next((one["schema"] for one in data.package.descriptor["resources"] if one["name"] == table), None)


def still_frozen(app: Sphinx) -> frozenset[str]:
    """The places that stand in the newest edition as they stand now, with all that they show of the data."""
    if latest(app) is None or app.config.factbook_edition:
        return frozenset()
    same: set[str] = set()
    for page in places.pages(app):
        if page != PAGE:
            same |= _as_frozen(places.on(app, page), moved(app))
    return frozenset(same)


def _as_frozen(on_page: list[Place], gone: Mapping[str, Moved]) -> set[str]:
    """The places of a page that stand as frozen. A figure or table stands in one of its sections, any of them."""
    heads = {place.label for place in on_page if _heads(place)}
    return heads - gone.keys() if heads & gone.keys() else {place.label for place in on_page}


def _heads(place: Place) -> bool:
    return place.kind is not Kind.FIGURE


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
        # A page that is newer than the edition has no address there, and the page of changes is another in each.
        known = f"{here}/{page}" in _frozen(app) and pagename != PAGE
        target = address(app, f"{newest.name}/{here}/{page if known else f'{app.config.root_doc}.html'}")
        context["newest"] = {"name": name_of(newest.name, words), "address": target}


@kept.once
def _frozen(app: Sphinx) -> frozenset[str]:
    """The files of the newest edition."""
    edition = latest(app)
    return archives.names(book(app).editions / edition.file) if edition else frozenset()


def fingerprint(app: Sphinx) -> str:
    """Changes with all that the pages say of editions."""
    return repr((latest(app), sorted(moved(app).items())))
