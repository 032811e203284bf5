"""Citations on the site: what each page says of itself, and the files from which readers cite.

A page's head has tags for reference managers (``citation-head.html``). Beside the pages lie ``citations.*`` for every
place of the book, ``sources.*`` for every source, and two scripts with every form of each for the page to offer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.config import Config

from factbook.citations import bibliography, formatted, forms, identity, jsonld, numbers, tags, works
from factbook.citations.formatted import Style
from factbook.citations.identity import Identity
from factbook.citations.model import Kind, Work
from factbook.citations.numbers import Citer, NumberCitation
from factbook.data import sources
from factbook.facts.producers import producers
from factbook.interface.catalogue import LANGUAGES
from factbook.phrasing.saying import LEDGER
from factbook.provenance import publication
from factbook.sphinx_ext import editions, kept, language, places
from factbook.sphinx_ext.ledger import opened

#: The scripts with every form of every place, and of every number and source.
PLACES_SCRIPT = "citations.js"
NUMBERS_SCRIPT = "citations-numbers.js"
_STORE = "citations.json"


@dataclass(frozen=True)
class _Cited:
    """All that the book cites: its places by label, its sources by key, its numbers."""

    places: Mapping[str, Work]
    sources: Mapping[str, Work]
    numbers: tuple[NumberCitation, ...]

    @cached_property
    def version(self) -> str:
        """Changes with what the scripts say: pages ask for them by it, so that no old ones are shown."""
        return sha256(f"{formatted.fingerprint()}{self!r}".encode()).hexdigest()[:8]


def setup(app: Sphinx) -> None:
    app.connect("config-inited", _know)
    app.connect("html-page-context", _describe)
    app.connect("build-finished", _write)


def _know(app: Sphinx, config: Config) -> None:
    """Each language has its own part of the address, from which Sphinx makes canonicals."""
    config.html_baseurl = identity_of(app).address(f"{language.of(app)}/")


@kept.once
def identity_of(app: Sphinx) -> Identity:
    """Who publishes the book, where and in which version."""
    return identity.read(editions.book(app).root, app.config.factbook_edition)


def _describe(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Gives the templates the page's tags, twins and graph."""
    context["citation_files"] = {"places": PLACES_SCRIPT, "numbers": NUMBERS_SCRIPT, "version": _cited(app).version}
    context["citation_styles"] = list(Style)
    if pagename not in app.env.found_docs:
        context["citation"] = None
        return
    known, here = identity_of(app), language.of(app)
    on_page = places.on(app, pagename)
    whole = works.book(known, here)
    page = works.place(known, here, on_page[0]) if on_page else whole
    # A page that stands as it was frozen is quoted from its edition, which stays.
    is_frozen = bool(on_page) and all(place.label in editions.still_frozen(app) for place in on_page)
    passage = _cited(app).places[on_page[0].label] if is_frozen else page
    figures = [works.place(known, here, place) for place in on_page if place.kind is Kind.FIGURE]
    data = None
    if pagename == LEDGER:
        book = opened.book(app)
        data = jsonld.dataset(works.data(known, here), known, publication.published(book.package, known), book.facts)
    context["citation"] = {
        "tags": tags.of(page),
        "source": numbers.place(passage).text,
        "address": passage.address,
        "base": known.base,
        "placed": known.is_placed,
        "alternates": tags.alternates(known, pagename),
        "graph": Markup(jsonld.script(jsonld.page(whole, page, figures, data))),
    }


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html":
        return
    cited = _cited(app)
    written = forms.files("citations", cited.places.values()) | forms.files("sources", cited.sources.values())
    with forms.stored(Path(app.doctreedir, _STORE)) as form:
        written[PLACES_SCRIPT] = _places_script(identity_of(app), cited.places, form)
        written[NUMBERS_SCRIPT] = _numbers_script(cited, form)
    for name, text in written.items():
        Path(app.outdir, name).write_text(text, "utf-8", newline="")


@kept.once
def citers(app: Sphinx) -> Mapping[str, Citer]:
    """What cites the numbers of the book, in each language."""
    book = opened.book(app)
    listed = sources.read(editions.book(app).bibliography, "book/references.bib")
    made_by = producers(book.package, book.facts)
    return {
        code: Citer(replace(book.sayer, language=code), bibliography.works(listed, code), made_by) for code in LANGUAGES
    }


@kept.once
def _cited(app: Sphinx) -> _Cited:
    """Asked once all pages are read, since only then every place is known."""
    known, here = identity_of(app), language.of(app)
    found = (place for docname in places.pages(app) for place in places.on(app, docname))
    citer = citers(app)[here]
    frozen, newest = editions.still_frozen(app), editions.latest(app)
    in_edition = replace(known, edition=newest.name) if newest else known
    return _Cited(
        {p.label: works.place(in_edition if p.label in frozen else known, here, p) for p in found},
        citer.sources,
        tuple(citer.all()),
    )


def _places_script(known: Identity, cited: Mapping[str, Work], form: forms.Former) -> str:
    by_label = {
        label: {"kind": work.kind.value, "title": work.title, "place": numbers.place(work).html} | form(work)
        for label, work in cited.items()
    }
    return forms.script("citations", {"base": known.base, "placed": known.is_placed, "places": by_label})


def _numbers_script(cited: _Cited, form: forms.Former) -> str:
    return forms.script(
        "numberCitations",
        {
            "numbers": {
                one.number: {"said": one.said.html, "sentence": one.sentence.html, "sources": one.sources}
                for one in cited.numbers
            },
            "sources": {key: form(work) for key, work in cited.sources.items()},
        },
    )
