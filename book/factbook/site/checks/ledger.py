"""The ledger page is of the data as it is now: a row for every number and relation, with what each is computed from."""

from __future__ import annotations

from collections.abc import Iterator

from factbook import facts, relations
from factbook.problems import Problem
from factbook.saying import LEDGER
from factbook.site.pages import Page, Site


def check(site: Site) -> Iterator[Problem]:
    package = site.layout.package
    known = facts.load(package)
    computed = {one.id: one.operands for one in known.derived.values()}
    computed |= {one.id: (one.claim, *one.operands) for one in relations.load(package)}
    wanted = {**dict.fromkeys(known.facts, ()), **computed}
    for pages in site.pages.values():
        if LEDGER in pages:
            yield from _check(pages[LEDGER], wanted)


def _check(page: Page, wanted: dict[str, tuple[str, ...]]) -> Iterator[Problem]:
    rows = {anchor: row for row in page.article.iter("tr") for anchor in row.xpath(".//@id | ./@id")}
    for name, operands in wanted.items():
        if name not in rows:
            yield page.problem("ledger", f"«{name}» has no row", "a row for every number and relation", _BUILD)
            continue
        shown = iter(rows[name].xpath(".//@data-fact"))
        missing = next((one for one in operands if not one.isdigit() and one not in shown), None)
        if missing is not None:
            expected = f"{', '.join(operands)}, in that order"
            yield page.problem("ledger", f"the row of «{name}» does not show {missing}", expected, _BUILD, rows[name])


_BUILD = "build the site again from the data as it is now"
