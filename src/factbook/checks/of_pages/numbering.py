"""The numbers of figures and tables, counted anew in the order of the book, and each reference to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement
from sphinx_external_toc.parsing import MalformedError, parse_toc_yaml
from yaml import YAMLError

from factbook.checks.pages import Page, Site, text_of
from factbook.data.layout import Layout
from factbook.problems import Problem

_CAPTION = './/*[contains(concat(" ", @class, " "), " caption-number ")]'
_REFERENCE = './/*[contains(concat(" ", @class, " "), " std-numref ")]'
#: What a caption stands in, and so what it numbers.
_NUMBERED = frozenset({"figure", "table"})
_WRITTEN = re.compile(r"\D*[^\W\d]\D*?(?P<number>\d+)")
_ADVICE = "numbers are the build’s: number nothing by hand, refer with {numref}`label`"


def check(site: Site) -> Iterator[Problem]:
    """Sphinx numbers figures and tables through the whole book; sections of this book have no numbers."""
    order = _order(site.layout)
    for pages in site.pages.values():
        names = sorted(pages, key=lambda name: order.get(name, len(order)))
        captions: dict[tuple[str, str], str] = {}
        yield from _captions([pages[name] for name in names], captions)
        for page in pages.values():
            yield from _references(page, captions)


def _order(layout: Layout) -> Mapping[str, int]:
    try:
        return {name: place for place, name in enumerate(parse_toc_yaml(layout.toc))}
    except (MalformedError, OSError, YAMLError):
        return {}


def _captions(pages: list[Page], captions: dict[tuple[str, str], str]) -> Iterator[Problem]:
    """Notes in ``captions`` what each figure and table is called, by page and label."""
    counts = Counter[str]()
    for page in pages:
        for element in page.article.xpath(_CAPTION):
            numbered = next((above for above in element.iterancestors() if above.tag in _NUMBERED), None)
            if numbered is None:
                yield page.problem(
                    "page.numbering", f"«{text_of(element)}» numbers nothing", _expected(0), _ADVICE, element
                )
                continue
            counts[numbered.tag] += 1
            captions[page.name, numbered.get("id", "")] = text_of(element)
            yield from _number(page, element, counts[numbered.tag])


def _number(page: Page, element: HtmlElement, right: int) -> Iterator[Problem]:
    written = _WRITTEN.fullmatch(text_of(element))
    if written is None or written["number"] != str(right):
        yield page.problem("page.numbering", f"a caption says «{text_of(element)}»", _expected(right), _ADVICE, element)


def _expected(right: int) -> str:
    return f"the number {right}, its place in the order of the book" if right else "the number of a figure or table"


def _references(page: Page, captions: Mapping[tuple[str, str], str]) -> Iterator[Problem]:
    for element in page.article.xpath(_REFERENCE):
        link = next((above for above in element.iterancestors("a")), None)
        file, _, label = (link.get("href", "") if link is not None else "").partition("#")
        name = file.rpartition("/")[2].removesuffix(".html") or page.name
        right = captions.get((name, label))
        if text_of(element) != right:
            found = f"a reference to «{label}» says «{text_of(element)}»"
            expected = f"what its caption says: «{right}»" if right else "a figure or table of the book"
            yield page.problem("page.numbering", found, expected, _ADVICE, element)
