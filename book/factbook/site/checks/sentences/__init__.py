"""What sentences say of their numbers: of when they are, which is the larger, which source says them.

The sentences of a page are read once for all; each rule is a module.
"""

from __future__ import annotations

from collections.abc import Iterator

from factbook import state
from factbook.facts import Facts
from factbook.problems import Problem
from factbook.site.checks.sentences import citations, directions, times
from factbook.site.pages import Page, Site
from factbook.site.statements import statements
from factbook.wording.comparing import OF


def check(site: Site) -> Iterator[Problem]:
    known = state.read(site.layout.package).facts
    yield from site.on_each_page("sentences", lambda page: _on(page, known))


def _on(page: Page, known: Facts) -> Iterator[Problem]:
    words = OF[page.language]
    for said in statements(page):
        for code, found in (
            ("time", times.wrong(said, known, page.language, words)),
            ("direction", directions.wrong(said, known, words)),
            ("citation", citations.wrong(said, known)),
        ):
            for what, expected, advice in found:
                yield page.problem(code, f"«{said.text}»: {what}", expected, advice, said.element)
