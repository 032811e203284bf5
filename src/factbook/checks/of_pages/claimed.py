"""Every claim of ``claims.csv`` is made on a page of every language, by its own words."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checks.pages import Site
from factbook.facts.claims import TABLE
from factbook.problems import Problem


def check(site: Site) -> Iterator[Problem]:
    package = site.layout.package
    if TABLE not in package.files:
        return
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
