"""An address once published never disappears: each page and label of every edition stands in the present book too."""

from __future__ import annotations

from collections.abc import Iterator

import lxml.html

from factbook.editions import archives, records
from factbook.problems import Problem
from factbook.site.pages import Site

#: What can be cited by its address: sections, figures, tables, and the rows of the ledger.
_CITED = "//section/@id | //figure/@id | //table/@id | //tr/th/@id"


def check(site: Site) -> Iterator[Problem]:
    for edition in records.read(site.layout):
        for address, content in archives.pages(site.layout.editions / edition.file).items():
            language, _, file = address.partition("/")
            page = site.pages.get(language, {}).get(file.removesuffix(".html"))
            if page is None and not (site.folders[language] / file).exists():
                yield _gone(address, edition.name, "restore the chapter, or leave a page there that says where to go")
            elif page is not None:
                for label in sorted(set(lxml.html.fromstring(content).xpath(_CITED)) - page.anchors):
                    advice = "keep the old label beside the new one; keep the id of a number that is cited"
                    yield _gone(f"{address}#{label}", edition.name, advice)


def _gone(address: str, edition: str, advice: str) -> Problem:
    return Problem(
        "edition.address", address, f"it stood in the {edition} edition and stands no more", "every address", advice
    )
