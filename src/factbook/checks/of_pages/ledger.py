"""The ledger page is of the data as it is now: a row for every number and relation, with what each is computed from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from factbook.checks.pages import Page, Site, text_of
from factbook.facts import Entry, Fact, state
from factbook.facts.relations import Judgement
from factbook.facts.state import State
from factbook.interface import catalogue
from factbook.interface.catalogue import Catalogue
from factbook.phrasing.saying import LEDGER
from factbook.problems import Problem
from factbook.quantities.intervals import Interval

#: A cell, whether it is right, and what it must be.
Cell = tuple[HtmlElement, bool, str]
_BUILD = "build the site again from the data"


def check(site: Site) -> Iterator[Problem]:
    data = state.read(site.layout.package)
    known = data.facts
    wanted = {name: {name} for name in known.facts}
    wanted |= {one.id: {one.id, *one.operands} for one in known.derived.values()}
    wanted |= {name: {one.claim.id, *one.relation.operands} for name, one in data.judgements.items()}
    for pages in site.pages.values():
        if LEDGER in pages:
            yield from _check(pages[LEDGER], wanted, data)


def _check(page: Page, wanted: Mapping[str, set[str]], data: State) -> Iterator[Problem]:
    rows = {anchor: row for row in page.article.iter("tr") for anchor in row.xpath("./descendant-or-self::*/@id")}
    for name, numbers in wanted.items():
        if name not in rows:
            yield page.problem("page.ledger", f"«{name}» has no row", "a row for every number and relation", _BUILD)
            continue
        shown = set(rows[name].xpath(".//@data-fact"))
        expected = {number for number in numbers if not number.isdigit()}
        if shown != expected:
            found = f"the row of «{name}» shows {_listed(shown)}"
            yield page.problem("page.ledger", found, f"{_listed(expected)}, as the data has it now", _BUILD, rows[name])
        else:
            yield from _cells(page, name, rows[name], data)


def _cells(page: Page, name: str, row: HtmlElement, data: State) -> Iterator[Problem]:
    """Each cell of a row is of its own column: the number, its range, its origin, its verdict."""
    words, cells = catalogue.of(page.language), row.xpath("./td")
    judgement = data.judgements.get(name)
    due = _of_relation(judgement, cells, words) if judgement else _of_number(data.facts.entries[name], cells, words)
    for cell, is_right, expected in due:
        if not is_right:
            found = f"«{text_of(cell)}» in the row of «{name}»"
            yield page.problem("page.ledger", found, expected, "mend what writes the ledger", cell)


def _of_relation(judgement: Judgement, cells: list[HtmlElement], words: Catalogue) -> Iterator[Cell]:
    """Each cell of a relation, whether it is right, and what it must be."""
    claim, _, interval, verdict = cells[:4]
    yield claim, _marks(claim) == [(judgement.claim.id, "")], judgement.claim.id
    marks = _marks(interval)
    yield interval, marks == _ends(judgement.relation.id, judgement.allowed, marks), "its range"
    holds = words("verdict.holds" if judgement.holds else "verdict.fails")
    yield verdict, "".join(verdict.xpath("./strong//text()")) == holds, holds


def _of_number(entry: Entry, cells: list[HtmlElement], words: Catalogue) -> Iterator[Cell]:
    """Each cell of a number, whether it is right, and what it must be."""
    number, interval, origin = cells[:3]
    yield number, _marks(number) == [(entry.id, "")], entry.id
    if text_of(interval) == words("ledger.exact"):
        yield interval, entry.interval.low == entry.interval.high == entry.amount.value, "its range"
    else:
        marks, is_point = _marks(interval), entry.interval.low == entry.interval.high
        yield interval, marks == ([(entry.id, "")] if is_point else _ends(entry.id, entry.interval, marks)), "its range"
    if isinstance(entry, Fact):
        yield (
            origin,
            f"{entry.as_printed}’, {entry.locator}" in text_of(origin),
            f"‘{entry.as_printed}’, {entry.locator}",
        )
        yield origin, f"#source-{entry.source}" in "".join(origin.xpath(".//a/@href")), f"the source {entry.source}"


def _marks(cell: HtmlElement) -> list[tuple[str, str]]:
    return [(one.get("data-fact") or one.get("data-relation"), one.get("data-part", "")) for one in cell.iter("data")]


def _ends(name: str, interval: Interval, found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The ends that a range says: the closed one where it is open, one where both are said alike."""
    parts = [part for part, end in (("low", interval.low), ("high", interval.high)) if end.is_finite()]
    return [(name, part) for part in (parts[:1] if len(found) == 1 else parts)]


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "no number"
