"""What was published stands: the addresses of every edition in the present book, and what it tells of their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import lxml.html
from lxml.html import HtmlElement

from factbook.checks.of_pages.numbers import Expected, held
from factbook.checks.pages import Page, Site, text_of
from factbook.editions import archives, changes, records
from factbook.editions.records import Edition
from factbook.facts import Facts
from factbook.problems import Problem

#: What can be cited by its address: sections, figures, tables, and the rows of the ledger.
_CITED = "//section/@id | //figure/@id | //table/@id | //tr/th/@id"


def check(site: Site) -> Iterator[Problem]:
    """An address once published never disappears; what an edition is said to have said, it said."""
    told: set[str] = set()
    for edition in records.read(site.layout):
        for address, content in archives.pages(site.layout.editions / edition.file).items():
            for gone, advice in _gone(site, address, content):
                if gone not in told:
                    yield _problem(site, gone, edition, advice)
                told.add(gone)
    yield from _earlier(site)


def _gone(site: Site, address: str, content: bytes) -> Iterator[tuple[str, str]]:
    """The addresses of a page of an edition that the present book does not have, and what to do about each."""
    language, _, file = address.partition("/")
    page = site.pages.get(language, {}).get(file.removesuffix(".html"))
    if page is None:
        if not (site.folders[language] / file).exists():
            yield address, "restore the chapter, or leave a page there that says where to go"
        return
    for label in sorted(set(lxml.html.fromstring(content).xpath(_CITED)) - page.anchors):
        advice = f"put ({label})= back: an old label can stand above a new one; the id of a number cited stays"
        yield f"{address}#{label}", advice


def _problem(site: Site, address: str, edition: Edition, advice: str) -> Problem:
    language, _, place = address.partition("/")
    chapter = site.layout.chapters(language) / f"{place.partition('.html')[0]}.md"
    return Problem(
        "edition.address",
        site.layout.shown(chapter),
        f"the address {address} is gone, under which the {edition.name} edition is cited",
        "every address once published",
        advice,
    )


def _earlier(site: Site) -> Iterator[Problem]:
    """Numbers that are said to be those of an edition, and are not."""
    known = {edition.name: edition for edition in records.read(site.layout)}

    @cache
    def facts_of(edition: str) -> Facts:
        return changes.facts_of(site.layout, known[edition])

    for page in site:
        for element in page.root.xpath("//data[@data-was]"):
            name, edition = element.get("data-was"), element.get("data-edition")
            if edition not in known or name not in facts_of(edition).entries:
                yield _unknown(page, element)
            else:
                entry = facts_of(edition).entries[name]
                yield from held(page, element, Expected(entry.value, entry.unit), f"{name} in {edition}")


def _unknown(page: Page, element: HtmlElement) -> Problem:
    named = f"{element.get('data-was')} in {element.get('data-edition')}"
    return page.problem(
        "page.number", f"«{text_of(element)}» names no number of an edition: «{named}»", "one that is", ""
    )
