"""Read one built page as a document to take away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

import lxml.html
from lxml.html import HtmlElement

from factbook.export.blocks import blocks
from factbook.export.inlines import Place
from factbook.export.model import Document, Heading, Reference, text_of

#: The picture as it was written: a parser of HTML changes the case of its names.
_PICTURE = re.compile(r'(class="chart-view[^>]*)>(<svg.*?</svg>)', re.DOTALL)
#: Lines around the text that hold for a printed page, too: the exchange rate, the cut-off, the dates.
_NOTES = ("rate-printed", "page-cutoff", "page-dates")
_ADDRESS = re.compile(r"https?://\S+[^\s.,;)\]]")


class NotAPageError(ValueError):
    """Raised for HTML that has no article with a heading."""


def read(html: str, name: str, language: str, folder: str) -> Document:
    """The chapter ``name``, from the HTML of its page.

    ``folder`` is the permanent address of the language's pages and ends in a slash. Raises :class:`NotAPageError`.
    """
    place = Place(f"{folder}{name}.html", folder)
    root = lxml.html.document_fromstring(_PICTURE.sub(_apart, html))
    articles = root.xpath('//article[contains(@class, "bd-article")]')
    if not articles:
        raise NotAPageError("no article")
    found = tuple(blocks(articles[0], place))
    titles = [block for block in found if isinstance(block, Heading) and block.level == 1]
    if not titles:
        raise NotAPageError("no heading of the first level")
    return Document(
        language=language,
        name=name,
        title=text_of(titles[0].runs),
        address=place.address,
        blocks=found,
        references=tuple(_references(articles[0], place)),
        notes=tuple(_notes(root)),
    )


def _apart(found: re.Match[str]) -> str:
    """Keeps a picture as the value of an attribute, where its letters stay as they are."""
    return f'{found[1]} data-svg="{escape(found[2])}">'


def _references(article: HtmlElement, place: Place) -> Iterator[Reference]:
    """The sources that the page cites, once each, by the words of the list; none that the page lists itself."""
    seen: set[str] = set()
    for link in article.xpath('.//*[contains(@class, "bibtex-citation")]//a[@title]'):
        anchor = place.target(link.get("href"))
        text = link.get("title")
        if anchor and anchor not in seen and not link.get("href").startswith("#"):
            seen.add(anchor)
            address = _ADDRESS.search(text)
            yield Reference(anchor, text, address[0] if address else "")


def _notes(root: HtmlElement) -> Iterator[str]:
    for name in _NOTES:
        for element in root.xpath(f'//*[contains(concat(" ", @class, " "), " {name} ")]'):
            parts = element.xpath("./span") if name == "page-dates" else [element]
            yield from (re.sub(r"\s+", " ", part.text_content()).strip() for part in parts)
