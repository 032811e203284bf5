"""Citations on the site: what each page says of itself, and the files from which readers cite.

A page's head has tags for reference managers (``citation-head.html``). Beside the pages lie ``citations.*`` for every
place of the book, ``sources.*`` for every source, and two scripts with every form of each for the page to offer.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.config import Config

from factbook import layout, sources
from factbook.catalogue import LANGUAGES
from factbook.citing import bibliography, forms, identity, jsonld, numbers, tags, works
from factbook.citing.identity import Identity
from factbook.citing.model import Kind, Work
from factbook.citing.works import Place
from factbook.extension import editions, language, places
from factbook.extension.ledger import opened
from factbook.saying import LEDGER

#: The scripts with every form of every place, and of every number and source.
PLACES_SCRIPT = "citations.js"
NUMBERS_SCRIPT = "citations-numbers.js"
_STORE = "citations.json"


def setup(app: Sphinx) -> None:
    app.connect("config-inited", _know)
    app.connect("html-page-context", _describe)
    app.connect("build-finished", _write)


def _know(app: Sphinx, config: Config) -> None:
    """Reads the identity once; each language has its own part of the address, from which Sphinx makes canonicals."""
    known = identity.read(layout.find(Path(app.srcdir)).root, config.factbook_edition)
    app.factbook_identity = known  # type: ignore[attr-defined]
    config.html_baseurl = known.address(f"{language.of(app)}/")


def _identity(app: Sphinx) -> Identity:
    known: Identity = app.factbook_identity  # type: ignore[attr-defined]
    return known


def _describe(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Gives the templates the page's tags, twins and graph."""
    if pagename not in app.env.found_docs:
        context["citation"] = None
        return
    known, here = _identity(app), language.of(app)
    on_page = places.on(app, pagename)
    whole = works.book(known, here)
    page = works.place(known, here, on_page[0]) if on_page else whole
    figures = [works.place(known, here, place) for place in on_page if place.kind is Kind.FIGURE]
    data = None
    if pagename == LEDGER:
        book = opened.book(app)
        data = jsonld.dataset(works.data(known, here), known, book.package.descriptor, book.facts)
    context["citation"] = {
        "tags": tags.of(page),
        "alternates": tags.alternates(known, pagename),
        "graph": Markup(jsonld.script(jsonld.page(whole, page, figures, data))),
    }


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html":
        return
    known, here = _identity(app), language.of(app)
    found = [place for docname in places.pages(app) for place in places.on(app, docname)]
    frozen, newest = editions.still_frozen(app), editions.latest(app)
    in_edition = replace(known, edition=newest.name) if newest else known
    cited = [works.place(in_edition if place.label in frozen else known, here, place) for place in found]
    listed = bibliography.works(sources.read(_bibliography(app), "book/references.bib"), here)
    written = forms.files("citations", cited) | forms.files("sources", listed.values())
    with forms.stored(Path(app.doctreedir, _STORE)) as form:
        written[PLACES_SCRIPT] = _places_script(known, found, cited, form)
        written[NUMBERS_SCRIPT] = _numbers_script(app, listed, form)
    for name, text in written.items():
        Path(app.outdir, name).write_text(text, "utf-8", newline="")


def _bibliography(app: Sphinx) -> Path:
    return layout.find(Path(app.srcdir)).bibliography


def _places_script(known: Identity, found: list[Place], cited: list[Work], form: forms.Former) -> str:
    by_label = {
        place.label: {"kind": work.kind.value, "title": work.title, "place": numbers.place(work).html} | form(work)
        for place, work in zip(found, cited, strict=True)
    }
    return forms.script("citations", {"base": known.base, "placed": known.is_placed, "places": by_label})


def _numbers_script(app: Sphinx, listed: dict[str, Work], form: forms.Former) -> str:
    book = opened.book(app)
    citer = numbers.Citer(book.sayer, listed, numbers.producers(book.package, LANGUAGES))
    cited = [citer.cite(number) for number in book.facts.entries]
    return forms.script(
        "numberCitations",
        {
            "numbers": {one.number: {"sentence": one.sentence.html, "sources": one.sources} for one in cited},
            "sources": {key: form(work) for key, work in listed.items()},
        },
    )
