"""The built pages as a stranger reads them, and every check that they must pass before they are published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

from factbook.layout import Layout
from factbook.problems import Problem

#: Pages that Sphinx makes of itself and that hold no text of the book.
_MACHINE_PAGES = frozenset({"genindex", "search"})


@dataclass(frozen=True)
class Page:
    """One built page. ``name`` is its document's name, shared by all languages."""

    path: Path
    language: str
    name: str
    shown: str

    @cached_property
    def root(self) -> HtmlElement:
        return lxml.html.fromstring(self.path.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8"))

    @cached_property
    def article(self) -> HtmlElement:
        """What the author wrote, without the theme around it."""
        found = self.root.xpath('//article[contains(@class, "bd-article")]')
        return found[0] if found else self.root

    @cached_property
    def anchors(self) -> frozenset[str]:
        return frozenset(self.root.xpath("//@id"))

    def problem(self, code: str, found: str, expected: str, advice: str = "", at: HtmlElement | None = None) -> Problem:
        """A problem on this page, near the element ``at``."""
        where = "" if at is None else f" (in «{nearest_heading(at)}»)"
        return Problem(f"page.{code}", self.shown, f"{found}{where}", expected, advice)


@dataclass(frozen=True)
class Site:
    """The pages of every language, by language and name, and the book that they were made from."""

    layout: Layout
    pages: Mapping[str, Mapping[str, Page]]
    folders: Mapping[str, Path]

    def __iter__(self) -> Iterator[Page]:
        for of_language in self.pages.values():
            yield from of_language.values()


def nearest_heading(element: HtmlElement) -> str:
    """The heading of the section that an element stands in."""
    for section in element.iterancestors("section"):
        for heading in section.xpath("./h1|./h2|./h3|./h4"):
            return " ".join("".join(heading.xpath("./text()")).split())
    return "?"


def text_of(element: HtmlElement) -> str:
    """The words of an element, blanks folded."""
    return re.sub(r"\s+", " ", element.text_content()).strip()


def read(layout: Layout, folders: Mapping[str, Path]) -> Site:
    """The pages in the folder of each language."""
    pages = {
        language: {
            path.stem: Page(path, language, path.stem, layout.shown(path))
            for path in sorted(folder.glob("*.html"))
            if path.stem not in _MACHINE_PAGES
        }
        for language, folder in folders.items()
    }
    return Site(layout, pages, folders)


def check(layout: Layout, folders: Mapping[str, Path], tell: Callable[[str], None]) -> list[Problem]:
    """Every problem of the built pages; tells how many numbers they hold and what accounts for them."""
    from factbook.site import coverage
    from factbook.site.checks import CHECKS

    site = read(layout, folders)
    problems = [problem for run in CHECKS for problem in run(site)]
    tell(coverage.summary(coverage.numbers(site)))
    return problems
