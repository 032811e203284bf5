"""What sentences say of their numbers: of when and of what they are, which is the larger, which source says them.

The sentences of a page are read once for all; each rule is a module.
"""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checks.manuscript import own
from factbook.checks.of_pages.sentences import citations, directions, hedging, intervals, subjects, times
from factbook.checks.pages import Page, Site
from factbook.checks.statements import statements
from factbook.facts import names, state
from factbook.facts.names import Names
from factbook.facts.state import State
from factbook.languages.comparing import OF
from factbook.problems import Problem


def check(site: Site) -> Iterator[Problem]:
    data = state.read(site.layout.package)
    named = names.load(site.layout.package)
    yield from site.on_each_page("sentences", lambda page: _on(page, data, named))


def _on(page: Page, data: State, named: Names) -> Iterator[Problem]:
    known = data.facts
    words = OF[page.language]
    for said in statements(page):
        for code, found in (
            ("page.time", times.wrong(said, known, page.language, words)),
            ("page.year", times.unbound(said, data, words) if page.name not in own.at_hand().about_the_book else ()),
            ("page.subject", subjects.wrong(said, data, page.language, named)),
            ("page.interval", intervals.wrong(said, words)),
            ("page.hedge-typed", hedging.wrong(said, page.language, words)),
            ("page.direction", directions.wrong(said, data, page.language, words)),
            ("page.citation", citations.wrong(said, known)),
        ):
            for what, expected, advice in found:
                yield page.problem(code, f"«{said.text}»: {what}", expected, advice, said.element)
