"""What a document prints beside an address of a book, held to what the book says there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from factbook import languages
from factbook.checker.quotes import beside, ranges, subjects
from factbook.checker.quotes.beside import ADDRESS, CALENDAR
from factbook.checker.quotes.model import PARAGRAPH, Quote
from factbook.checker.quotes.published import Book, Published
from factbook.checker.sentences.layout import language_of, sentences
from factbook.languages import comparing
from factbook.languages.language import Found

_IN_BRACKETS = re.compile(r"\([^()]*\)")
_PERCENT, _POINTS = "percent", "pp"


class Outcome(StrEnum):
    """What became of a quoted number."""

    SAME = "same"
    CHANGED = "changed"
    MISQUOTED = "misquoted"
    GONE = "gone"
    UNKNOWN = "unknown"
    NO_EDITION = "no-edition"
    NO_NUMBER = "no-number"
    TWO_NUMBERS = "two-numbers"
    PLACE_ONLY = "place-only"
    NO_ADDRESS = "no-address"

    @property
    def holds(self) -> bool:
        """Whether nothing is to be mended: what was not compared is not wrong."""
        return self in (Outcome.SAME, Outcome.PLACE_ONLY, Outcome.NO_ADDRESS)


class Slip(StrEnum):
    """What of a misquoted number is wrong."""

    DIGITS = "digits"
    UNIT = "unit"
    YEAR = "year"
    ROUNDING = "rounding"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Judged:
    """A quote and what became of it: the figure ``printed``, what the book says ``now`` and said ``then``."""

    quote: Quote
    outcome: Outcome
    printed: str = ""
    slip: Slip | None = None
    now: Published | None = None
    then: Published | None = None
    #: The edition that ``then`` is of, and why the number has changed since, by language.
    edition: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)


def judge(quote: Quote, text: str, book: Book) -> Judged:
    """What became of a quote of ``book`` in the ``text`` of a document."""
    judged = _judged(quote, text, book)
    return replace(judged, reasons=book.reasons.get(judged.edition, {}).get(quote.number, {}))


def _judged(quote: Quote, text: str, book: Book) -> Judged:
    if not quote.address:
        return Judged(quote, Outcome.NO_ADDRESS, " ".join(text[quote.start : quote.end].split()).lstrip("@{, "))
    if not quote.number:
        return Judged(quote, Outcome.PLACE_ONLY if quote.language else Outcome.UNKNOWN)
    if quote.edition not in book.numbers:
        return Judged(quote, Outcome.NO_EDITION)
    now, cited = book.numbers[""].get(quote.number), book.numbers[quote.edition].get(quote.number)
    known = cited or now or next((found for _, found in _earlier(quote.number, book)), None)
    if known is None:
        return Judged(quote, Outcome.UNKNOWN)
    figures = beside.figures(quote, text, known, book)
    if not figures or not beside.is_one_number(figures):
        return Judged(quote, Outcome.TWO_NUMBERS if figures else Outcome.NO_NUMBER, now=now)
    judged = [_figure(quote, text, book, found, known) for found in figures]
    return next((one for one in judged if not one.outcome.holds), judged[0])


def _figure(quote: Quote, text: str, book: Book, found: Found, known: Published) -> Judged:
    """What became of one figure that stands for the number."""
    now, cited = book.numbers[""].get(quote.number), book.numbers[quote.edition].get(quote.number)
    if known.claim and found.amount.unit == _POINTS and known.unit == _PERCENT:
        return _distance(quote, found, known, book.numbers[quote.edition])
    sentence = _sentence(text, found)
    if cited and quote.edition:
        judged = _against_edition(quote, found, sentence, cited, now)
    else:
        judged = _against_today(quote, found, sentence, now, book)
    meant = judged.then or judged.now
    if (
        judged.outcome is Outcome.SAME
        and meant
        and subjects.is_of_another(sentence, meant, book.numbers[quote.edition])
    ):
        return replace(judged, outcome=Outcome.MISQUOTED, slip=Slip.SUBJECT)
    return judged


def _distance(quote: Quote, found: Found, known: Published, numbers: Mapping[str, Published]) -> Judged:
    """How far a printed percentage lies from the one that is computed."""
    claim = numbers.get(known.claim)
    far = abs(known.value - claim.value) if claim else None
    if far is None or not _rounds_to(far, found.amount.value, found.amount.ulp):
        return Judged(quote, Outcome.MISQUOTED, found.text, Slip.DIGITS, known)
    return Judged(quote, Outcome.SAME, found.text, None, known)


def _against_edition(quote: Quote, found: Found, sentence: str, then: Published, now: Published | None) -> Judged:
    if slip := _slip(found, sentence, then):
        return Judged(quote, Outcome.MISQUOTED, found.text, slip, now, then, quote.edition)
    if now is None:
        return Judged(quote, Outcome.GONE, found.text, None, now, then, quote.edition)
    outcome = Outcome.SAME if then.is_as(now) else Outcome.CHANGED
    return Judged(quote, outcome, found.text, None, now, then, quote.edition)


def _against_today(quote: Quote, found: Found, sentence: str, now: Published | None, book: Book) -> Judged:
    slip = _slip(found, sentence, now) if now else None
    if now and slip is None:
        return Judged(quote, Outcome.SAME, found.text, None, now)
    for edition, then in _earlier(quote.number, book):
        if _slip(found, sentence, then) is None:
            outcome = Outcome.CHANGED if now else Outcome.GONE
            return Judged(quote, outcome, found.text, None, now, then, edition)
    return Judged(quote, Outcome.MISQUOTED if now else Outcome.GONE, found.text, slip, now)


def _earlier(number: str, book: Book) -> list[tuple[str, Published]]:
    return [(name, book.numbers[name][number]) for name in book.editions() if number in book.numbers[name]]


def _slip(found: Found, sentence: str, known: Published) -> Slip | None:
    """What is wrong in a printed figure, if anything is. Coarser rounding than the book's is right."""
    said = [one.amount for one in known.amounts]
    alike = [amount for amount in said if amount.unit == found.amount.unit]
    if not _is_an_end(found, sentence, known):
        if not any(_rounds_to(amount.value, found.amount.value, found.amount.ulp) for amount in alike):
            same_digits = found.amount.value in {amount.value for amount in said}
            return Slip.UNIT if same_digits or not alike else Slip.DIGITS
        if found.amount.ulp and all(found.amount.ulp < amount.ulp for amount in alike):
            return Slip.ROUNDING
    years = _years(sentence)
    if known.years and years and known.years.isdisjoint(years):
        return Slip.YEAR
    return None


def _is_an_end(found: Found, sentence: str, known: Published) -> bool:
    """Whether a figure is an end of the range that a number may be in, and the sentence says both or calls it one."""
    if known.low is None or known.high is None or known.low == known.high or found.amount.unit != known.unit:
        return False
    figures = [one.amount for one in ranges.figures(sentence) if one.amount.unit == known.unit]
    is_low, is_high = (_rounds_to(end, found.amount.value, found.amount.ulp) for end in (known.low, known.high))
    if all(any(_rounds_to(end, one.value, one.ulp) for one in figures) for end in (known.low, known.high)):
        return is_low or is_high
    words = comparing.OF[language_of(sentence)]
    return bool((is_low and words.lowest.search(sentence)) or (is_high and words.highest.search(sentence)))


def _rounds_to(exact: Decimal, printed: Decimal, ulp: Decimal) -> bool:
    return abs(exact - printed) <= ulp / 2


def _sentence(text: str, found: Found) -> str:
    """The sentence of a figure, without what is in brackets or follows an address."""
    begin = text.rfind(PARAGRAPH, 0, found.start) + 1
    paragraph = text[begin : found.end] + text[found.end :].partition(PARAGRAPH)[0]
    place = found.start - begin
    said = next((one for one in sentences(paragraph) if one.start <= place < one.end), None)
    start, words = (said.start, said.text) if said else (0, paragraph)
    ends = (words.find(mark, found.end - begin - start) for mark in ADDRESS)
    words = words[: min((end for end in ends if end >= 0), default=len(words))]
    # What is left of a bracket that does not close is a source, too.
    return _IN_BRACKETS.sub(" ", words).partition("(")[0]


def _years(sentence: str) -> frozenset[int]:
    """The years that a sentence names."""
    return frozenset(int(str(one.amount.value)[:4]) for one in languages.scan(sentence) if one.amount.unit in CALENDAR)
