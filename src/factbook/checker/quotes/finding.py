"""Where a document cites a book: links, and addresses that stand in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factbook.checker.quotes.model import Link, Quote

#: The page on which every number of a book has a row.
_ROWS = "numbers"
#: What follows the book's own address in that of a place of it.
_PLACE = re.compile(
    r"(?:editions/(?P<edition>20\d\d-Q[1-4])/)?(?P<language>[a-z]{2})/(?P<page>[\w-]+)\.html(?:#(?P<label>[\w-]+))?"
)
#: Marks of a sentence, which end no address of a book.
_MARKS = ".,;:!?"
#: An address in running text ends before a blank, a bracket, or a mark that ends the sentence.
_IN_TEXT = re.compile(r"https?://[^\s<>()\[\]{}\"“”‘’「」『』]+?(?=[.,;:!?]?(?:[\s<>()\[\]{}\"“”‘’「」『』가-힣]|$))")


def find(text: str, links: Iterable[Link], address: str) -> list[Quote]:
    """Every place of a document that cites the book at ``address``, in order; a link counts once."""
    linked = list(_of_links(links, address))
    apart = [one for one in _in(text, address) if not any(_meet(one, other) for other in linked)]
    return sorted([*linked, *apart], key=lambda quote: quote.start)


def _of_links(links: Iterable[Link], address: str) -> Iterator[Quote]:
    for link in links:
        if quote := _quote(link.start, link.end, link.address, address, is_link=True):
            yield quote


def _in(text: str, address: str) -> Iterator[Quote]:
    for match in _IN_TEXT.finditer(text):
        if quote := _quote(match.start(), match.end(), match[0], address, is_link=False):
            yield quote


def _quote(start: int, end: int, cited: str, address: str, *, is_link: bool) -> Quote | None:
    cited = cited.rstrip(_MARKS)
    if not cited.startswith(address):
        return None
    place = _PLACE.fullmatch(cited.removeprefix(address))
    if place is None:
        return Quote(start, end, cited, "", "", "", is_link)
    number = place["label"] or "" if place["page"] == _ROWS else ""
    return Quote(start, end, cited, number, place["edition"] or "", place["language"], is_link)


def _meet(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end
