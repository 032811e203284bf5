"""Every marked number on a page is the fact that it names: its value, and what its text says when read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from lxml.html import HtmlElement

from factbook import facts, relations, wording
from factbook.facts import Facts
from factbook.package import Package
from factbook.problems import Problem
from factbook.relations import Judgement
from factbook.saying import DIFFERENCE, DISTANCES, value_of
from factbook.site.pages import Page, Site, text_of
from factbook.units import Unit


@dataclass(frozen=True, slots=True)
class Expected:
    """What a number on a page must be."""

    value: Decimal
    unit: Unit


def check(site: Site) -> Iterator[Problem]:
    yield from on_pages(site.layout.package, site)


def on_pages(package: Package, pages: Iterable[Page]) -> Iterator[Problem]:
    """Every marked number on ``pages`` that is not the number of the package which it names."""
    known = facts.load(package)
    judgements = {one.id: relations.judge(one, known) for one in relations.load(package)}
    for page in pages:
        for element in page.root.xpath("//data"):
            yield from _check(page, element, known, judgements)


def _check(page: Page, element: HtmlElement, known: Facts, judgements: dict[str, Judgement]) -> Iterator[Problem]:
    expected = _expected(element, known, judgements)
    named = element.get("data-fact") or element.get("data-relation") or "?"
    text = text_of(element)
    if expected is None:
        yield page.problem(
            "number", f"«{text}» names no number of the book: «{named}»", "the id of a fact", "", element
        )
        return
    if element.get("value") != value_of(expected.value):
        yield page.problem(
            "number",
            f"«{text}» carries {element.get('value')} as «{named}»",
            f"{value_of(expected.value)}",
            "build the site again from the data as it is now",
            element,
        )
    try:
        read = wording.of(page.language).read(text, unit=expected.unit.key, noun=expected.unit.noun)
    except ValueError as error:
        yield page.problem("number", f"«{text}» cannot be read: {error}", f"{named}, {expected.unit.key}", "", element)
        return
    if abs(read.value - expected.value) > read.ulp / 2:
        yield page.problem(
            "number",
            f"«{text}» reads as {read.value:f}",
            f"{value_of(expected.value)} ({named}), within its digits",
            "",
            element,
        )


def _expected(element: HtmlElement, known: Facts, judgements: dict[str, Judgement]) -> Expected | None:
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
            unit = known.units[DIFFERENCE.get(unit.key, unit.key)]
        return Expected(values[part], unit) if part in values else None
    return None
