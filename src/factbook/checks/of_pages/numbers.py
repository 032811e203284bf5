"""Every marked number on a page is the fact that it names: its value, what its text says when read back, and what it
carries to follow the reader's rate. What a frozen edition said is held to that edition (:mod:`.editions`).

A number marked with ``data-if`` is held to what the fact would be under that supposition, computed anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from lxml.html import HtmlElement

from factbook import languages
from factbook.checks.pages import Page, Site, text_of
from factbook.data.package import Package
from factbook.data.units import Unit
from factbook.facts import Entry, Facts, conversions, relations, state
from factbook.facts.relations import Judgement
from factbook.notebook import what_if
from factbook.phrasing import repeating
from factbook.phrasing.saying import AT_REPORT_RATE, DISTANCES, rate_attributes, unit_of_distance, value_of
from factbook.problems import Problem, ProblemError

#: What only a won amount that follows the reader's rate carries.
_RATE_ATTRIBUTES = ("data-usd", "data-ulp", "data-qualifier", "data-rate")


@dataclass(frozen=True, slots=True)
class Expected:
    """What a number on a page must be."""

    value: Decimal
    unit: Unit


def check(site: Site) -> Iterator[Problem]:
    yield from site.on_each_page("numbers", against(site.layout.package))
    yield from site.on_each_page("unseen", _unseen)


def _unseen(page: Page) -> Iterator[Problem]:
    """Words that are not shown since they stand beside the number already: units and nouns, no figure."""
    for span in page.root.xpath(f'//span[@class="{repeating.CLASS}"]'):
        if any(map(str.isdigit, text_of(span))) or span.getparent().tag != "data":
            found, expected = (
                f"«{text_of(span)}» is not shown",
                "every figure shown, and words left out of numbers only",
            )
            yield page.problem("page.unseen", found, expected, "mend factbook/phrasing/repeating.py", span)


def against(package: Package) -> Callable[[Page], Iterator[Problem]]:
    """What finds, on a page, every marked number that is not the number of the package which it names."""
    data = state.read(package)
    printed, recorded = data.facts, [one.relation for one in data.judgements.values()]
    dollars = conversions.dollars_behind(printed)

    @cache
    def under(mark: str | None) -> tuple[Facts, Mapping[str, Judgement]]:
        """The book as it is, or as it would be under what ``data-if`` supposes."""
        known = printed if mark is None else what_if.suppose(printed, what_if.read_mark(mark, printed))
        return known, relations.judgements(recorded, known)

    def on(page: Page) -> Iterator[Problem]:
        for element in page.root.xpath("//data[not(@data-was)]"):
            try:
                known, judgements = under(element.get("data-if"))
            except (ValueError, ProblemError) as error:
                yield page.problem(
                    "page.number", f"data-if: {error}", "a fact and the value supposed for it", "", element
                )
                continue
            yield from _check(page, element, known, judgements)
            yield from _check_rate(page, element, known, dollars)

    return on


def _check(page: Page, element: HtmlElement, known: Facts, judgements: Mapping[str, Judgement]) -> Iterator[Problem]:
    expected = _expected(element, known, judgements)
    named = element.get("data-fact") or element.get("data-relation") or "?"
    text = text_of(element)
    if expected is None:
        yield page.problem(
            "page.number", f"«{text}» names no number of the book: «{named}»", "the id of a fact", "", element
        )
        return
    yield from held(page, element, expected, named)


def held(page: Page, element: HtmlElement, expected: Expected, named: str) -> Iterator[Problem]:
    """Where a marked number, ``named`` so, does not carry what it must, or does not say it."""
    text = text_of(element)
    if element.get("value") != value_of(expected.value):
        yield page.problem(
            "page.number",
            f"«{text}» carries {element.get('value')} as «{named}»",
            f"{value_of(expected.value)}",
            "build the site again from the data as it is now",
            element,
        )
    try:
        read = languages.of(page.language).read(text, unit=expected.unit.key, noun=expected.unit.noun)
    except ValueError as error:
        yield page.problem(
            "page.number", f"«{text}» cannot be read: {error}", f"{named}, {expected.unit.key}", "", element
        )
        return
    if abs(read.value - expected.value) > read.ulp / 2:
        yield page.problem(
            "page.number",
            f"«{text}» reads as {read.value:f}",
            f"{value_of(expected.value)} ({named}), within its digits",
            "",
            element,
        )


def _check_rate(page: Page, element: HtmlElement, known: Facts, dollars: Mapping[str, Entry]) -> Iterator[Problem]:
    """A won amount that follows the reader's rate carries its own dollars and last digit, and no other number any."""
    name = element.get("data-fact", "")
    follows = name in dollars and not {"data-part", "data-if"} & set(element.attrib)
    expected = rate_attributes(known[name], dollars[name]) if follows else {}
    carried = {key: element.get(key) for key in _RATE_ATTRIBUTES if key in element.attrib}
    stays = carried.pop("data-rate", AT_REPORT_RATE if follows else None)
    if carried != expected or stays != (AT_REPORT_RATE if follows else None):
        yield page.problem(
            "page.rate",
            f"«{text_of(element)}» carries {_listed(element.attrib)} to follow the reader’s rate",
            f"{_listed(expected)}, as factbook/facts/conversions.py has it",
            "build the site again from the data as it is now",
            element,
        )


def _listed(attributes: Mapping[str, str]) -> str:
    listed = ", ".join(f"{key}={attributes[key]}" for key in _RATE_ATTRIBUTES if key in attributes)
    return listed or "nothing"


def _expected(element: HtmlElement, known: Facts, judgements: Mapping[str, Judgement]) -> Expected | None:
    part = element.get("data-part", "")
    fact_id, relation_id = element.get("data-fact"), element.get("data-relation")
    if fact_id in known.entries:
        entry = known[fact_id]
        values = {"": entry.value, "low": entry.interval.low, "high": entry.interval.high}
        return Expected(values[part], entry.unit) if part in values else None
    if relation_id in judgements:
        judgement = judgements[relation_id]
        unit = judgement.claim.unit
        values = {
            "recomputed": judgement.value,
            "low": judgement.allowed.low,
            "high": judgement.allowed.high,
            "misfit": abs(judgement.misfit),
            "margin": abs(judgement.margin),
        }
        if part in DISTANCES:
            unit = unit_of_distance(unit, known.units)
        return Expected(values[part], unit) if part in values else None
    return None
