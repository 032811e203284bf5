"""The ledger page is of the data as it is now: a row for every number and relation, with what each is computed from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factbook.checks.pages import Page, Site
from factbook.facts import state
from factbook.phrasing.saying import LEDGER
from factbook.problems import Problem

_BUILD = "build the site again from the data"


def check(site: Site) -> Iterator[Problem]:
    data = state.read(site.layout.package)
    known = data.facts
    wanted = {name: {name} for name in known.facts}
    wanted |= {one.id: {one.id, *one.operands} for one in known.derived.values()}
    wanted |= {name: {one.claim.id, *one.relation.operands} for name, one in data.judgements.items()}
    for pages in site.pages.values():
        if LEDGER in pages:
            yield from _check(pages[LEDGER], wanted)


def _check(page: Page, wanted: Mapping[str, set[str]]) -> Iterator[Problem]:
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


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "no number"
