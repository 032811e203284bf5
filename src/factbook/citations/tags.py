"""What a page says of itself in its head, for reference managers and whoever shows a link to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factbook.citations.identity import Identity
from factbook.citations.model import Kind, Work
from factbook.citations.works import TITLE_PAGE
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES

#: Whoever reads none of the book's languages is given this one.
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Tag:
    """A ``meta`` element; ``attribute`` is ``name``, or ``property`` for Open Graph. Not escaped."""

    attribute: str
    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """The address of a page in a language, or for whoever reads none of them (``x-default``)."""

    language: str
    address: str


def of(work: Work) -> tuple[Tag, ...]:
    """The tags of a page that is the whole book, a chapter of it or its data."""
    pairs = [("name", *pair) for pair in (*_highwire(work), *_dublin_core(work))]
    pairs += [("property", *pair) for pair in _open_graph(work)]
    if work.abstract:
        pairs.insert(0, ("name", "description", work.abstract))
    return tuple(Tag(attribute, name, content) for attribute, name, content in pairs if content)


def picture(address: str, width: int, height: int, alt: str) -> tuple[Tag, ...]:
    """The tags of the picture that stands for a page, a PNG of so many pixels. It is shown large."""
    structured = {"": address, ":type": "image/png", ":width": str(width), ":height": str(height), ":alt": alt}
    found = [Tag("property", f"og:image{part}", content) for part, content in structured.items()]
    return (*found, Tag("name", "twitter:card", "summary_large_image"))


def alternates(identity: Identity, page: str) -> tuple[Alternate, ...]:
    """The page in every language. The page that offers the languages is for those who read none of them."""
    addresses = [Alternate(code, identity.address(f"{code}/{page}.html")) for code in LANGUAGES]
    anyone = identity.address("" if page == TITLE_PAGE else f"{FALLBACK}/{page}.html")
    return (*addresses, Alternate("x-default", anyone))


def _highwire(work: Work) -> Iterator[tuple[str, str]]:
    """Highwire Press tags, as Zotero and Google Scholar read them.

    Zotero takes the type from the container: a book's title makes a book section, a reporting institution a report, and
    neither a journal article.
    """
    yield "citation_title", work.title
    for author in work.authors:
        yield "citation_author", author.whole
    if work.kind is Kind.CHAPTER:
        yield "citation_book_title", work.container
    else:
        yield "citation_technical_report_institution", work.publisher
    yield "citation_publisher", work.publisher
    yield "citation_publication_date", work.issued.written("/") if work.issued else ""
    yield "citation_language", work.language
    yield "citation_edition", work.edition or work.version
    yield "citation_fulltext_html_url", work.address
    yield "citation_keywords", "; ".join(work.keywords)
    yield "citation_abstract", work.abstract


def _dublin_core(work: Work) -> Iterator[tuple[str, str]]:
    """https://www.dublincore.org/specifications/dublin-core/dcmi-terms/"""
    yield "DC.title", work.title
    for author in work.authors:
        yield "DC.creator", author.whole
    yield "DC.publisher", work.publisher
    yield "DC.date", work.issued.iso if work.issued else ""
    yield "DC.language", work.language
    yield "DC.type", "Text"
    yield "DC.format", "text/html"
    yield "DC.identifier", work.address
    yield "DC.rights", work.licence
    yield "DC.description", work.abstract
    yield "DCTERMS.isPartOf", work.container
    yield "DCTERMS.hasVersion", work.edition or work.version


def _open_graph(work: Work) -> Iterator[tuple[str, str]]:
    """https://ogp.me"""
    say = catalogue.of(work.language)
    yield "og:type", "website" if work.kind is Kind.BOOK else "article"
    yield "og:title", work.title
    yield "og:url", work.address
    yield "og:site_name", say("site.name")
    yield "og:description", work.abstract
    yield "og:locale", say("citing.locale")
    for code in LANGUAGES:
        if code != work.language:
            yield "og:locale:alternate", catalogue.of(code)("citing.locale")
