"""A figure as it stands on a built page: picture, table, caption."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
from lxml.html import HtmlElement

from factbook.interface import catalogue

#: Where the files stand, beside the pages of their language.
FOLDER = "_figures"
KINDS = ("csv", "svg", "png")
#: The picture as it was written: a parser of HTML would change the case of its names.
_PICTURE = re.compile(r'class="chart-view[^>]*>(<svg.*?</svg>)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a figure's table. ``number`` is the id of the fact or relation that it gives, ``part`` what of it."""

    text: str
    number: str = ""
    part: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure on a page. ``address`` is where it stands, from the folder of its language."""

    name: str
    language: str
    address: str
    title: str
    source: str
    alt: str
    picture: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def file_of(name: str, language: str, kind: str) -> str:
    """A file of the figure ``name``, from the folder of its language; its own name says both."""
    return f"{FOLDER}/{name}-{language}.{kind}"


def book_of(figure: Shown) -> str:
    """The name of the book, and where in it the figure stands."""
    words = catalogue.of(figure.language)
    return words("figure.book", book=words("site.name"), address=figure.address)


def origin_of(figure: Shown) -> str:
    """Which figure it is, what it is made from, and where it stands."""
    return " ".join(filter(None, (figure.title, figure.source, book_of(figure))))


def shown(html: str, page: str, language: str) -> Iterator[Shown]:
    """Every figure of the page ``page``, of which the HTML is given."""
    charts = lxml.html.fromstring(html).xpath("//*[@data-chart]")
    for chart, picture in zip(charts, _PICTURE.findall(html), strict=True):
        figure = next(chart.iterancestors("figure"), chart)
        yield Shown(
            name=chart.get("data-chart"),
            language=language,
            address=f"{page}.html#{figure.get('id', '')}",
            title=_words(figure, "caption-number", "caption-text"),
            source=_words(figure, "legend"),
            alt=chart.xpath("string(.//*[@role='img']/@aria-label)"),
            picture=picture,
            headings=tuple(map(_text, chart.xpath(".//thead//th"))),
            rows=tuple(tuple(map(_cell, row.xpath("./td"))) for row in chart.xpath(".//tbody/tr")),
        )


def _words(figure: HtmlElement, *classes: str) -> str:
    """What the parts of the caption that have those classes say."""
    parts = (part for name in classes for part in figure.xpath(f'./figcaption//*[@class="{name}"]'))
    return " ".join(filter(None, map(_text, parts)))


def _text(element: HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def _cell(cell: HtmlElement) -> Cell:
    """A cell gives its only number, where it opens with it; a date alone is given as machines read it."""
    text = _text(cell)
    if dates := [date for date in cell.xpath("./time") if _text(date) == text]:
        return Cell(dates[0].get("datetime"))
    numbers = cell.xpath(".//data")
    if len(numbers) != 1 or not text.startswith(_text(numbers[0])):
        return Cell(text)
    number = numbers[0]
    named, part = number.get("data-fact") or number.get("data-relation"), number.get("data-part", "")
    # The ends of an interval stand beside its number already.
    return Cell(text) if part in ("low", "high") else Cell(text, named, part, number.get("value"))
