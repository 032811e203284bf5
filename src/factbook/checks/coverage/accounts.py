"""Accounts for every number of every page: which rule carries or excuses it, or that none does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from factbook.chapter import Book
from factbook.checks.coverage import codebook, ledger, passages, pictures, ranks, readings, rules
from factbook.checks.coverage.ledger import Quotes
from factbook.checks.coverage.passages import Passage
from factbook.checks.coverage.readings import Readings
from factbook.checks.coverage.rules import Rule, Span
from factbook.checks.manuscript import excuses, numerals
from factbook.checks.manuscript.excuses import Excuses
from factbook.checks.manuscript.numerals import Numeral
from factbook.checks.pages import Page, Site
from factbook.problems import Problem

#: Under what name the numbers of a page are remembered.
NAME = "coverage"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a ``section`` of a page, and the rule that accounts for it.

    Where none does, ``problem`` says so.
    """

    language: str
    page: str
    section: str
    numeral: Numeral
    rule: Rule | None
    problem: Problem | None

    @property
    def said_twice(self) -> str:
        """What the other language must say as well, where the rule rests on that: «year 2019»."""
        amount = self.numeral.amount
        return f"{self.rule.name} {amount.value}" if self.rule in rules.SAID_TWICE and self.rule and amount else ""


def numbers(site: Site) -> Iterator[Number]:
    """Every number of every page of ``site``, page by page."""
    quotes = cache(lambda language: _quotes(Book(language, site.layout.package)))
    words = excuses.of(site.layout)
    yield from site.on_each_page(NAME, lambda page: _Account(page, quotes(page.language), words).numbers())


def _quotes(book: Book) -> Quotes:
    return {**ledger.quotes(book), **codebook.quotes(book)}


@dataclass(frozen=True)
class _Account:
    """One page and what its numbers are held to."""

    page: Page
    quotes: Quotes
    excuses: Excuses

    def numbers(self) -> Iterator[Number]:
        for passage in self._passages():
            found = numerals.find(passage.text)
            if not found:
                continue
            spans = list(self._spans(passage))
            section = next((above.get("id", "") for above in passage.element.iterancestors("section")), "")
            for numeral in found:
                rule = self._rule(numeral, passage, spans)
                problem = None if rule else self._typed(numeral, passage)
                yield Number(self.page.language, self.page.name, section, numeral, rule, problem)

    def _typed(self, numeral: Numeral, passage: Passage) -> Problem:
        around = passage.text[max(0, numeral.start - 40) : numeral.end + 40].strip()
        return self.page.problem(
            "page.coverage",
            f"«{numeral.text}» is typed, in «{around}»",
            "a number that a fact carries, or that a rule of factbook/checks/coverage excuses",
            'say it with {eval}`say("…")`, write it in words, or declare the name it belongs to',
            passage.element,
        )

    def _passages(self) -> Iterator[Passage]:
        yield from pictures.head(self.page.root)
        for read in (passages.of, pictures.labels, pictures.charts):
            yield from read(self.page.article)

    def _rule(self, numeral: Numeral, passage: Passage, spans: list[Span]) -> Rule | None:
        facts = [span for span in spans if span.rule is rules.FACT and span.meets(numeral.start, numeral.end)]
        if facts:
            return rules.FACT if any(span.holds(numeral.start, numeral.end) for span in facts) else None
        for span in spans:
            if span.holds(*((numeral.start, numeral.end) if span.rule in rules.CARRIED else numeral.digits)):
                return span.rule if _keeps_its_date(span, numeral) else None
        if not passage.markable and self._readings.say(numeral, passage.text):
            return rules.READ_BACK
        if numeral.amount is None:
            return None
        before, after = passage.text[: numeral.start], passage.text[numeral.end :]
        excuse = self.excuses.calendar(numeral.amount.unit, before, numeral.text, after)
        return rules.OF_WORDS[excuse] if excuse else None

    def _spans(self, passage: Passage) -> Iterator[Span]:
        """The parts of a passage in which a rule accounts for every number, the surest first."""
        text, element = passage.text, passage.element
        words = [Span(start, end, rules.OF_WORDS[excuse]) for start, end, excuse in self.excuses.spans(text)]
        yield from (span for span in words if span.rule is rules.NAME)
        yield from passage.marks
        yield from ledger.quoted(text, element, self.quotes)
        if text.strip() in ranks.around(element):
            yield Span(0, len(text), rules.RANK)
        yield from (span for span in words if span.rule is rules.SECTION)

    @cached_property
    def _readings(self) -> Readings:
        return readings.within(self.page.article)


def _keeps_its_date(span: Span, numeral: Numeral) -> bool:
    """Whether a number in a ``<time>`` is the date that it carries; any number elsewhere does."""
    if span.rule is not rules.TIME or span.place is None:
        return True
    carried = span.place.get("datetime", "").replace("-", "")
    return numeral.amount is not None and f"{numeral.amount.value}" == carried
