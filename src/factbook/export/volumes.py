"""Put chapters under a cover: one of them, or the whole book."""

from __future__ import annotations

from collections.abc import Sequence

from factbook.citations.identity import LICENCE, LICENCE_ADDRESS, Identity
from factbook.export.model import Cover, Document, Figure, Volume
from factbook.interface import catalogue
from factbook.phrasing import tables

#: The name of the file that holds all chapters.
BOOK = "book"


def chapter(document: Document, identity: Identity) -> Volume:
    """Return one chapter as a file of its own."""
    return Volume(document.language, _cover(document, document.title, identity), (document,))


def book(documents: Sequence[Document], identity: Identity) -> Volume:
    """Return all chapters as one file; ``documents`` begin with the title page."""
    first = documents[0]
    title = catalogue.of(first.language)("site.name")
    return Volume(first.language, _cover(first, title, identity), tuple(documents))


def data_caption(figure: Figure, language: str) -> str:
    """Return the caption of a figure's data table."""
    return catalogue.of(language)("export.data", figure=figure.label)


def _cover(document: Document, title: str, identity: Identity) -> Cover:
    words = catalogue.of(document.language)
    if edition := identity.edition_in(document.language):
        version = words("citing.edition-named", edition=edition)
    else:
        day = tables.date("-".join(f"{part:02}" for part in identity.issued.parts), document.language).text
        version = words("export.version", version=identity.version, day=day)
    licence = words("export.licence", licence=LICENCE, address=LICENCE_ADDRESS)
    lines = (version, *document.notes, words("export.numbers"), licence)
    return Cover(title, words("site.name"), words("citing.author"), lines, document.address)
