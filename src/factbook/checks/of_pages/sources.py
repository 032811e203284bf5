"""What a page says of a source, in the list, in the margin or in a link, has no figure that its record has not.

The year, the volume and the address of a source are no facts of the book, but a reader looks them up all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from lxml.html import HtmlElement
from pybtex.database import BibliographyData

from factbook.checks.pages import Page, Site, text_of
from factbook.data import sources
from factbook.problems import Problem

_ANCHOR = "source-"
#: A figure with the letters that it stands among: an edition, a page, the name of a commit.
_FIGURE = re.compile(r"\w*\d\w*")


def check(site: Site) -> Iterator[Problem]:
    layout = site.layout
    file = layout.shown(layout.bibliography)
    figures = _figures(sources.read(layout.bibliography, file))
    for page in site:
        for key, text, element in _told(page):
            wrong = [figure for figure in _FIGURE.findall(text) if figure not in figures.get(key, frozenset())]
            if wrong:
                said = f"of the source «{key}» it says «{wrong[0]}», in «{text}»"
                yield page.problem(
                    "page.source", said, "figures of its record", f"build the site again from {file}", element
                )


def _figures(bibliography: BibliographyData) -> Mapping[str, frozenset[str]]:
    """The figures of each source's record, by its key."""
    return {
        key: frozenset(
            figure for text in entry.fields.values() for figure in _FIGURE.findall(f"{text} {unquote(text)}")
        )
        for key, entry in bibliography.entries.items()
    }


def _told(page: Page) -> Iterator[tuple[str, str, HtmlElement]]:
    """The key of each source that is told of, what is told, and where."""
    for element in page.article.xpath(f'.//div[@class="citation"][starts-with(@id, "{_ANCHOR}")]'):
        yield element.get("id").removeprefix(_ANCHOR), text_of(element.find("p")), element
    for element in page.article.xpath('.//div[contains(@class, "source-note")]/p'):
        yield element.get("data-source", ""), text_of(element), element
    for element in page.article.xpath(f'.//a[contains(@href, "#{_ANCHOR}")][@title]'):
        yield element.get("href").partition(f"#{_ANCHOR}")[2], element.get("title"), element
