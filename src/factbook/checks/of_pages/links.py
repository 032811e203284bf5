"""Every link within the site leads to a page and a place on it that exist."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from factbook.checks.pages import Page, Site
from factbook.data.layout import Layout
from factbook.editions import archives, publishing, records
from factbook.problems import Problem

_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
#: How a link begins that leads to the page on which it stands.
_WITHIN = frozenset({"", "#", "?"})
#: What is published beside the folders of the languages, and is not there yet when their pages are checked.
_BESIDE = frozenset({"index.html", "data", "_static"})


def check(site: Site) -> Iterator[Problem]:
    yield from on_pages(site, site)


def on_pages(site: Site, pages: Iterable[Page]) -> Iterator[Problem]:
    """Every link on ``pages`` that leads to no page or no place of the site."""
    places = _Places(site.layout, {page.path: page for page in site})
    for page in pages:
        folder = page.path.parent
        for anchor in page.root.xpath("//a[@href]"):
            href = anchor.get("href")
            within = href[:1] in _WITHIN
            missing = _missing_on(page, href.partition("#")[2]) if within else places.missing(folder, href)
            if missing:
                advice = "mend the link, or the label it names"
                yield page.problem(
                    "page.link",
                    f"the link {href} leads nowhere: {missing}",
                    "a page and label that exist",
                    advice,
                    anchor,
                )


def _missing_on(page: Page, fragment: str) -> str:
    """What a page lacks that a link leads to, or nothing."""
    anchor = unquote(fragment)
    return f"{page.shown} has no place «{anchor}»" if anchor and anchor not in page.anchors else ""


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

    @cached_property
    def missing(self) -> Callable[[Path, str], str]:
        """What a link on a page in a folder lacks, or nothing; looked for once, however many pages have the link."""
        return cache(self._missing)

    def _missing(self, folder: Path, href: str) -> str:
        if _SCHEME.match(href):
            return ""
        parts = urlsplit(href)
        there = self._find(folder, unquote(parts.path))
        if there is None:
            return f"there is no {parts.path}"
        return _missing_on(self.pages[there], parts.fragment) if there in self.pages else ""

    def _find(self, folder: Path, path: str) -> Path | None:
        """The file that a link on a page in ``folder`` leads to, if there will be one."""
        target = Path(os.path.normpath(folder / path))
        site = folder.parent
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
