"""A number is hedged as its fact is: «about», «at least» and «at most» stand where they belong, nowhere else.

The words stand here a second time, so that a slip in :mod:`factbook.languages` is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from factbook.checks.pages import Page, Site, text_of
from factbook.facts import state
from factbook.facts.state import State
from factbook.problems import Problem
from factbook.quantities.amounts import Qualifier
from factbook.quantities.intervals import Interval

#: How each language writes a number with each hedge; a number that has none is written as no other line.
WORDS: Mapping[str, Mapping[Qualifier, re.Pattern[str]]] = {
    "en": {
        Qualifier.ABOUT: re.compile(r"about \S.*"),
        Qualifier.AT_LEAST: re.compile(r"at least \S.*"),
        Qualifier.AT_MOST: re.compile(r"at most \S.*"),
    },
    "ko": {
        Qualifier.ABOUT: re.compile(r"약 \S.*"),
        Qualifier.AT_LEAST: re.compile(r".*\S 이상"),
        Qualifier.AT_MOST: re.compile(r".*\S 이하"),
    },
}


def check(site: Site) -> Iterator[Problem]:
    data = state.read(site.layout.package)
    yield from site.on_each_page("hedges", lambda page: _on(page, data))


def _on(page: Page, data: State) -> Iterator[Problem]:
    for element in page.root.xpath("//data[not(@data-was) and not(@data-if)]"):
        if wrong := misread(element, page.language, data):
            advice = "mend the words of hedges in factbook/languages, or the qualifier in data/facts.csv"
            yield page.problem("page.hedge", f"«{text_of(element)}» is said {wrong[0]}", wrong[1], advice, element)


def misread(element: HtmlElement, language: str, data: State) -> tuple[str, str] | None:
    """How a marked number is hedged and how it must be, in words; nothing where they agree."""
    due = _due(element, data)
    if due is None:
        return None
    text = text_of(element)
    found = next((hedge for hedge, words in WORDS[language].items() if words.fullmatch(text)), Qualifier.NONE)
    return None if found is due else (found or "without a hedge", due or "no hedge")


def _due(element: HtmlElement, data: State) -> Qualifier | None:
    """The hedge of a marked number: a fact's own; at the only end of an open range, that it is one."""
    part = element.get("data-part", "")
    entry = data.facts.entries.get(element.get("data-fact", ""))
    if entry is not None:
        return _of_end(part, entry.interval) if part else entry.amount.qualifier
    judgement = data.judgements.get(element.get("data-relation", ""))
    return _of_end(part, judgement.allowed) if judgement else None


def _of_end(part: str, interval: Interval) -> Qualifier:
    if part == "low" and not interval.high.is_finite():
        return Qualifier.AT_LEAST
    if part == "high" and not interval.low.is_finite():
        return Qualifier.AT_MOST
    return Qualifier.NONE
