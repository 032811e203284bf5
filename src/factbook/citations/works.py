"""The book, its places and its tables as works to cite."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factbook.citations.as_of import as_of
from factbook.citations.identity import LICENCE_ADDRESS, Identity
from factbook.citations.model import Institution, Kind, Work
from factbook.interface import catalogue


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the book with an address: ``page`` is the name of its file, ``label`` the place there.

    ``title`` is its heading or caption, ``chapter`` the heading of its page; ``designation`` is «Figure 3» for a
    figure.
    """

    page: str
    label: str
    kind: Kind
    title: str
    chapter: str
    designation: str = ""


#: The page that is the book's own.
TITLE_PAGE = "index"


def book(identity: Identity, language: str) -> Work:
    """The whole book in one language."""
    say = catalogue.of(language)
    edition = identity.edition_in(language)
    return Work(
        key=f"{identity.name}-{language}",
        kind=Kind.BOOK,
        title=say("site.name"),
        language=language,
        authors=(Institution(say("citing.author")),),
        edition=edition,
        version="" if edition else identity.version,
        publisher=say("citing.author"),
        issued=identity.issued,
        address=identity.address(f"{language}/{TITLE_PAGE}.html"),
        licence=LICENCE_ADDRESS,
        abstract=say("site.describe"),
        keywords=identity.keywords,
        note=as_of(identity.cutoff, language),
        cutoff=identity.cutoff,
    )


def place(identity: Identity, language: str, of: Place) -> Work:
    """A chapter, section or figure of the book."""
    whole = book(identity, language)
    if of.kind is Kind.BOOK:
        return whole
    title = of.title
    if of.kind is Kind.SECTION:
        title = catalogue.of(language)("citing.section", chapter=of.chapter, section=of.title)
    return replace(
        whole,
        key=f"{whole.key}-{of.label}",
        kind=of.kind,
        title=title,
        container=whole.title,
        address=identity.address(f"{language}/{of.page}.html" + ("" if of.kind is Kind.CHAPTER else f"#{of.label}")),
        genre=of.designation,
        # A chapter of which the catalogue says nothing has a citation without an abstract.
        abstract=catalogue.of(language).strings.get(f"page.{of.page}", "") if of.kind is Kind.CHAPTER else "",
        keywords=(),
    )


def data(identity: Identity, language: str) -> Work:
    """The data package behind the book."""
    whole = book(identity, language)
    return replace(
        whole,
        key=f"{whole.key}-data",
        kind=Kind.DATASET,
        title=catalogue.of(language)("citing.data"),
        address=identity.address("data/datapackage.json"),
        abstract="",
    )
