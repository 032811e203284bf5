"""The figure that a document prints beside an address of a book."""

from __future__ import annotations

import re
from dataclasses import replace

from factbook.checker.quotes import ranges
from factbook.checker.quotes.model import PARAGRAPH, Quote
from factbook.checker.quotes.published import Book, Published
from factbook.languages.language import Found

#: How far before an address the number may stand, in characters.
_REACH = 400
#: What an address begins with; what follows one is a source, or another sentence.
ADDRESS = ("http://", "https://")
#: What follows a number that stands first in its citation: what it is, behind a colon or a dash.
_HEADED = re.compile(r"(?:[ ]?[^\s:—.,()]{1,20}){0,3}(?:[ ]?\([^()]*\))?(?:, [^:—.]{0,60})?(?::| —)")
#: The title of a chapter or section in quotation marks, before that of the book.
_PLACE_BEFORE = re.compile(r"[“「‘][^”」’]*[”」’][,.]?\s*[『*]?$")
#: Units of the calendar: a year beside a number says what it is for.
CALENDAR = frozenset({"year", "month", "date"})


def figures(quote: Quote, text: str, known: Published, book: Book) -> list[Found]:
    """The figures of a link's words, or the last one before an address of the kind that the number is of.

    An amount that has its pair in brackets behind it comes with that.
    """
    start = max(text.rfind(PARAGRAPH, 0, quote.start), quote.start - _REACH, 0)
    says_more = quote.is_link and not text.startswith(ADDRESS, quote.start)
    own = _within(text, quote.start, quote.end) if says_more else []
    # The words of a link may cite: (Lee, 2022).
    if any(one.amount.unit not in CALENDAR or one.amount.unit in known.units for one in own):
        return [one for one in own if one.amount.unit in known.units] or own
    line = max(text.rfind("\n", 0, quote.start) + 1, start)
    return _before(quote, text, line, known, book) or _before(quote, text, start, known, book)


def _before(quote: Quote, text: str, start: int, known: Published, book: Book) -> list[Found]:
    """The number that a citation is of, between ``start`` and the address at its end."""
    said = _within(text, start, _cited(text, start, quote.start, book))
    before = [one for one in said if one.amount.unit in known.units and not _is_of_a_source(one, text)]
    if before and _HEADED.match(text, before[0].end) and not text[start : before[0].outer_start].strip():
        return before[:2] if _is_pair(before[:2], text) else before[:1]
    if _is_pair(before[-2:], text):
        return before[-2:]
    return (before or [one for one in said if one.amount.unit not in CALENDAR])[-1:]


def is_one_number(figures: list[Found]) -> bool:
    """Whether figures say one number: it alone, or in several currencies."""
    return len({one.amount.unit for one in figures}) == len(figures)


def _is_pair(figures: list[Found], text: str) -> bool:
    """Whether the second of two figures is the first in another currency, in brackets behind it."""
    return len(figures) == len({one.amount.unit for one in figures}) == 2 and text[
        figures[0].outer_end : figures[1].outer_start
    ].strip() in ("(", "（")


def _cited(text: str, start: int, end: int, book: Book) -> int:
    """Where the citation of the book begins that ends with an address: its title, or that of the place before it."""
    titles = (text.find(title, start, end) for title in book.titles.values())
    begin = min((one for one in titles if one >= 0), default=end)
    if begin == end:
        return end
    place = _PLACE_BEFORE.search(text, start, begin)
    return place.start() if place else begin


def _is_of_a_source(found: Found, text: str) -> bool:
    """Whether a year stands in brackets, as that of a source does: Lee and Kim (2022)."""
    return found.amount.unit in CALENDAR and text[: found.start].endswith(("(", "（"))


def _within(text: str, start: int, end: int) -> list[Found]:
    """The figures of a part of ``text``, read in their paragraph: the unit of a range may stand at its other end."""
    begin = text.rfind(PARAGRAPH, 0, start) + 1
    paragraph = text[begin:end] + text[end:].partition(PARAGRAPH)[0]
    moved = (_moved(one, begin) for one in ranges.figures(paragraph))
    return [one for one in moved if one.start < end and one.end > start]


def _moved(found: Found, by: int) -> Found:
    places = {name: getattr(found, name) + by for name in ("start", "end", "outer_start", "outer_end")}
    return replace(found, **places)
