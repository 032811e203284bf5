"""Every claim of ``claims.csv`` is made on a page of every language, and wherever it is made, its words are true."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checks.pages import Page, Site, text_of
from factbook.facts import claims, state
from factbook.facts.claims import TABLE, WrongClaimError
from factbook.facts.state import State
from factbook.problems import Problem


def check(site: Site) -> Iterator[Problem]:
    package = site.layout.package
    if TABLE not in package.files:
        return
    data = state.read(package)
    for page in site:
        yield from _untrue(page, data)
    for language, pages in site.pages.items():
        made = {name for page in pages.values() for name in page.root.xpath("//@data-claim")}
        for row in package.rows(TABLE):
            if row["id"] not in made:
                yield from row.problem(
                    "data.unclaimed",
                    "id",
                    f"no page in «{language}» makes the claim «{row['id']}»",
                    "every claim made in every language",
                    'write {eval}`claim("id", "words")` in a chapter of each language, or delete the row',
                ).problems


def _untrue(page: Page, data: State) -> Iterator[Problem]:
    """Words of claims as they stand on a page, which were held to the data in the chapter before it was built."""
    for element in page.root.xpath("//*[@data-claim]"):
        name, words = element.get("data-claim"), text_of(element)
        if name not in data.claims:
            yield page.problem(
                "page.claim", f"«{words}» claims «{name}», which is not in claims.csv", "a claim of it", "", element
            )
            continue
        try:
            found = claims.result(data.claims[name], data.facts, data.judgements)
            claims.hold(data.claims[name], words, page.language, found)
        except WrongClaimError as error:
            yield page.problem(
                "page.claim", f"claim «{name}»: {error.found}", error.expected, "build the site again", element
            )
