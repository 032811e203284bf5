"""A sentence that says a number and cites sources cites one that the number comes from."""

from __future__ import annotations

from collections.abc import Iterator

from factbook import facts
from factbook.explanations.provenance import printed
from factbook.facts import Facts
from factbook.problems import Problem
from factbook.site.pages import Page, Site
from factbook.site.statements import statements


def check(site: Site) -> Iterator[Problem]:
    known = facts.load(site.layout.package)
    yield from site.on_each_page("citations", lambda page: on_page(page, known))


def on_page(page: Page, known: Facts) -> Iterator[Problem]:
    """What is wrong on one page."""
    for said in statements(page):
        cited = {one.source for one in said.citations}
        for name in dict.fromkeys(mark.fact for mark in said.marks if mark.fact and mark.fact in known.entries):
            own = {source for fact in printed([name], known) for source in fact.source.split()}
            if cited and own and own.isdisjoint(cited):
                yield page.problem(
                    "citation",
                    f"«{said.text}» cites {', '.join(sorted(cited))} for {name}",
                    f"{' or '.join(sorted(own))}, its source in data/facts.csv",
                    f"add {{cite:p}}`{min(own)}` behind the number, in every language",
                    said.element,
                )
