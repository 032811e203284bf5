"""Where a document cites a book: links, addresses that stand in its text, keys of BibTeX, and its title alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factbook.checker.quotes.model import PARAGRAPH, Link, Quote
from factbook.checker.quotes.published import Book

#: The page on which every number of a book has a row.
_ROWS = "numbers"
#: What follows the book's own address in that of a place of it.
_PLACE = re.compile(
    r"(?:editions/(?P<edition>20\d\d-Q[1-4])/)?(?P<language>[a-z]{2})/(?P<page>[\w-]+)\.html(?:#(?P<label>[\w-]+))?"
)
#: The files of figures and of the data: whoever copies a figure has links to them, and cites no number.
_FILES = re.compile(r"(?:editions/20\d\d-Q[1-4]/)?(?:[a-z]{2}/)?(?:_figures|data)/[\w./-]+")
#: Marks of a sentence, which end no address of a book.
_MARKS = ".,;:!?"
#: An address in running text ends before a blank, a bracket, or a mark that ends the sentence.
_IN_TEXT = re.compile(r"https?://[^\s<>()\[\]{}\"“”‘’「」『』]+?(?=[.,;:!?]?(?:[\s<>()\[\]{}\"“”‘’「」『』가-힣]|$))")


def find(text: str, links: Iterable[Link], book: Book) -> list[Quote]:
    """Every place of a document that cites ``book``, in order; a link counts once.

    The title counts where no address stands in its paragraph.
    """
    linked = list(_of_links(links, book.addresses))
    apart = [one for one in _in(text, book.addresses) if not any(_meet(one, other) for other in linked)]
    addressed = [*linked, *apart]
    named = [one for one in (*_by_key(text, book), *_by_title(text, book)) if not _has_address(one, addressed, text)]
    return sorted([*addressed, *named], key=lambda quote: quote.start)


def _by_key(text: str, book: Book) -> Iterator[Quote]:
    """Keys of BibTeX, as Markdown and LaTeX cite them: ``[@key]``, ``\\cite{key}``."""
    if book.key:
        for match in re.finditer(
            rf"(?:@|[{{,]\s*){re.escape(book.key)}-(?P<language>[a-z]{{2}})(?P<place>[\w-]*)", text
        ):
            yield Quote(match.start(), match.end(), "", "", "", match["language"], is_link=False)


def _by_title(text: str, book: Book) -> Iterator[Quote]:
    for language, title in book.titles.items():
        for match in re.finditer(r"\s+".join(map(re.escape, title.split())), text):
            yield Quote(match.start(), match.end(), "", "", "", language, is_link=False)


def _has_address(named: Quote, addressed: Iterable[Quote], text: str) -> bool:
    """Whether an address of the book stands in the paragraph of a citation."""
    end = text.find(PARAGRAPH, named.end)
    paragraph = range(text.rfind(PARAGRAPH, 0, named.start) + 1, (end if end >= 0 else len(text)) + 1)
    return any(one.start in paragraph for one in addressed)


def _of_links(links: Iterable[Link], addresses: tuple[str, ...]) -> Iterator[Quote]:
    for link in links:
        if quote := _quote(link.start, link.end, link.address, addresses, is_link=True):
            yield quote


def _in(text: str, addresses: tuple[str, ...]) -> Iterator[Quote]:
    for match in _IN_TEXT.finditer(text):
        if quote := _quote(match.start(), match.end(), match[0], addresses, is_link=False):
            yield quote


def _quote(start: int, end: int, cited: str, addresses: tuple[str, ...], *, is_link: bool) -> Quote | None:
    cited = cited.rstrip(_MARKS)
    address = next((one for one in addresses if cited.startswith(one)), None)
    if address is None or _FILES.fullmatch(cited.removeprefix(address)):
        return None
    place = _PLACE.fullmatch(cited.removeprefix(address))
    if place is None:
        return Quote(start, end, cited, "", "", "", is_link)
    number = place["label"] or "" if place["page"] == _ROWS else ""
    return Quote(start, end, cited, number, place["edition"] or "", place["language"], is_link)


def _meet(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end
