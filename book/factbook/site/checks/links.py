"""Every link within the site leads to a page and a place on it that exist."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
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
        target = Path(os.path.normpath(page.path.parent / unquote(parts.path))) if parts.path else page.path
        here = page.path.parents[1]
        # An edition lies two folders below the current book, beside the others; the book has the pages that it has.
        editions = here.parent if self.layout.edition else here / publishing.FOLDER
        if not target.is_relative_to(here) and target.is_relative_to(editions.parent):
            outside = target.relative_to(editions.parent)
            target = target if target.is_relative_to(editions) else here / outside
        there = self.pages.get(target)
        if there is None:
            known = self._is_beside(target, here) or self._is_frozen(target, editions) or target.exists()
            return "" if known else f"there is no {parts.path}"
        anchor = unquote(parts.fragment)
        return f"{there.shown} has no place «{anchor}»" if anchor and anchor not in there.anchors else ""

    def _is_beside(self, target: Path, here: Path) -> bool:
        return target.is_relative_to(here) and target.relative_to(here).parts[0] in _BESIDE

    def _is_frozen(self, target: Path, editions: Path) -> bool:
        return target.is_relative_to(editions) and target.relative_to(editions).as_posix() in self.frozen
