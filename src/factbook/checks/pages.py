"""The built pages as a stranger reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import lxml.html
from lxml.html import HtmlElement

from factbook.checks.memory import Memory, digest
from factbook.checks.policy import MADE_PAGES
from factbook.data.layout import Layout
from factbook.data.package import DESCRIPTOR
from factbook.editions import changes, records
from factbook.problems import Problem

T = TypeVar("T")


@dataclass(frozen=True)
class Page:
    """One built page. ``name`` is its document's name, shared by all languages."""

    path: Path
    language: str
    name: str
    shown: str

    @cached_property
    def _bytes(self) -> bytes:
        return self.path.read_bytes()

    @cached_property
    def digest(self) -> str:
        return sha256(self._bytes).hexdigest()

    @cached_property
    def root(self) -> HtmlElement:
        return parsed(self._bytes)

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
        return Problem(code, self.shown, f"{found}{where}", expected, advice)


@dataclass(frozen=True)
class Site:
    """The pages of every language, by language and name, and the book that they were made from."""

    layout: Layout
    pages: Mapping[str, Mapping[str, Page]]
    folders: Mapping[str, Path]
    memory: Memory = field(default_factory=Memory)

    def __iter__(self) -> Iterator[Page]:
        for of_language in self.pages.values():
            yield from of_language.values()

    def on_each_page(self, what: str, look: Callable[[Page], Iterable[T]]) -> Iterator[T]:
        """What ``look`` finds, page by page. It must rest on the page and on what :attr:`_data` is of alone.

        On a page that is what it was, over the same data, what was found is remembered under the name ``what``.
        """
        for page in self:
            yield from self.on_page(what, page, look)

    def on_page(self, what: str, page: Page, look: Callable[[Page], Iterable[T]]) -> list[T]:
        """What ``look`` finds on one page."""
        return self.memory.of(f"{what} {page.shown}", self._rests_on(page), lambda: list(look(page)))

    def remembers(self, what: str, page: Page) -> bool:
        """Whether it is known what is found on a page under the name ``what``."""
        return self.memory.has(f"{what} {page.shown}", self._rests_on(page))

    def _rests_on(self, page: Page) -> str:
        return f"{page.digest} {self._data}"

    @cached_property
    def machine_pages(self) -> tuple[Page, ...]:
        """The pages that hold no text of the book."""
        return tuple(page for page in _in(self.folders, self.layout) if page.name in MADE_PAGES)

    @cached_property
    def _data(self) -> str:
        package, book = self.layout.package, (self.layout.bibliography, self.layout.config, self.layout.toc)
        editions = (self.layout.editions / name for name in (records.RECORD, changes.REASONS))
        own = (path for path in sorted(self.layout.report.rglob("*")) if path.suffix in (".py", ".toml"))
        return digest((package.folder / DESCRIPTOR, *package.files.values(), *book, *editions, *own))


def parsed(html: bytes) -> HtmlElement:
    """A page as browsers read it, whatever its head says of its encoding."""
    return lxml.html.fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8"))


def nearest_heading(element: HtmlElement) -> str:
    """The heading of the section that an element stands in."""
    for section in element.iterancestors("section"):
        for heading in section.xpath("(.|./div[@class='heading'])/*[self::h1 or self::h2 or self::h3 or self::h4]"):
            return " ".join("".join(heading.xpath("./text()")).split())
    return "?"


def text_of(element: HtmlElement) -> str:
    """The words of an element, blanks folded."""
    return re.sub(r"\s+", " ", element.text_content()).strip()


def read(layout: Layout, folders: Mapping[str, Path], memory: Memory | None = None) -> Site:
    """The pages in the folder of each language."""
    pages: dict[str, dict[str, Page]] = {language: {} for language in folders}
    for page in _in(folders, layout):
        if page.name not in MADE_PAGES:
            pages[page.language][page.name] = page
    return Site(layout, pages, folders, memory or Memory())


def _in(folders: Mapping[str, Path], layout: Layout) -> Iterator[Page]:
    for language, folder in folders.items():
        for path in sorted(folder.glob("*.html")):
            yield Page(path, language, path.stem, layout.shown(path))
