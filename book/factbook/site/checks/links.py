"""Every link within the site leads to a page and a place on it that exist."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from factbook.editions import archives, publishing, records
from factbook.layout import Layout
from factbook.problems import Problem
from factbook.site.pages import Page, Site

_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
#: What is published beside the folders of the languages, and is not there yet when their pages are checked.
_BESIDE = frozenset({"index.html", "data", "_static"})


def check(site: Site) -> Iterator[Problem]:
    yield from on_pages(site, site)


def on_pages(site: Site, pages: Iterable[Page]) -> Iterator[Problem]:
    """Every link on ``pages`` that leads to no page or no place of the site."""
    places = _Places(site.layout, {page.path: page for page in site})
    for page in pages:
        for anchor in page.root.xpath("//a[@href]"):
            href = anchor.get("href")
            if _SCHEME.match(href):
                continue
            missing = places.missing(page, href)
            if missing:
                advice = "mend the link, or the label it names"
                yield page.problem(
                    "link", f"the link {href} leads nowhere: {missing}", "a page and label that exist", advice, anchor
                )


@dataclass(frozen=True)
class _Places:
    """All that a link can lead to: the pages that are checked, what is published beside them, the frozen editions."""

    layout: Layout
    pages: dict[Path, Page]

    @cached_property
    def frozen(self) -> frozenset[str]:
        """The files of the editions, by their addresses below the folder of the editions."""
        known = [(edition.name, self.layout.editions / edition.file) for edition in records.read(self.layout)]
        files = {f"{name}/{file}" for name, archive in known for file in archives.names(archive)}
        return frozenset(files | {archive.name for _, archive in known})

    def missing(self, page: Page, href: str) -> str:
        """What a link lacks, or nothing."""
        parts = urlsplit(href)
        there = self._file(page.path, unquote(parts.path))
        if there is None:
            return f"there is no {parts.path}"
        anchor, known = unquote(parts.fragment), self.pages.get(there)
        return f"{known.shown} has no place «{anchor}»" if known and anchor and anchor not in known.anchors else ""

    @cached_property
    def _file(self) -> Callable[[Path, str], Path | None]:
        """:meth:`_find`, which looks for a file once however many links lead to it."""
        return cache(self._find)

    def _find(self, here: Path, path: str) -> Path | None:
        """The file that a link on the page ``here`` leads to, if there will be one."""
        if not path:
            return here
        target = Path(os.path.normpath(here.parent / path))
        site = here.parents[1]
        # An edition lies two folders below the current book, beside the others; the book has the pages that it has.
        editions = site.parent if self.layout.edition else site / publishing.FOLDER
        if not target.is_relative_to(site) and target.is_relative_to(editions.parent):
            outside = target.relative_to(editions.parent)
            target = target if target.is_relative_to(editions) else site / outside
        known = target in self.pages or self._is_beside(target, site) or self._is_frozen(target, editions)
        return target if known or target.exists() else None

    def _is_beside(self, target: Path, here: Path) -> bool:
        return target.is_relative_to(here) and target.relative_to(here).parts[0] in _BESIDE

    def _is_frozen(self, target: Path, editions: Path) -> bool:
        return target.is_relative_to(editions) and target.relative_to(editions).as_posix() in self.frozen
