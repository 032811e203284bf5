"""Every link within the site leads to a page and a place on it that exist."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from factbook.problems import Problem
from factbook.site.pages import Page, Site

_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
#: What is published beside the folders of the languages, and is not there yet when their pages are checked.
_BESIDE = frozenset({"index.html", "data", "_static", "editions"})


def check(site: Site) -> Iterator[Problem]:
    yield from on_pages(site, site)


def on_pages(site: Site, pages: Iterable[Page]) -> Iterator[Problem]:
    """Every link on ``pages`` that leads to no page or no place of the site."""
    by_path = {page.path: page for page in site}
    for page in pages:
        for anchor in page.root.xpath("//a[@href]"):
            href = anchor.get("href")
            if _SCHEME.match(href):
                continue
            missing = _missing(page, href, by_path)
            if missing:
                advice = "mend the link, or the label it names"
                yield page.problem(
                    "link", f"the link {href} leads nowhere: {missing}", "a page and label that exist", advice, anchor
                )


def _missing(page: Page, href: str, by_path: dict[Path, Page]) -> str:
    """What a link lacks, or nothing."""
    parts = urlsplit(href)
    target = Path(os.path.normpath(page.path.parent / unquote(parts.path))) if parts.path else page.path
    there = by_path.get(target)
    languages = page.path.parents[1]
    if there is None and target.is_relative_to(languages) and target.relative_to(languages).parts[0] in _BESIDE:
        return ""
    if there is None and not target.exists():
        return f"there is no {parts.path}"
    anchor = unquote(parts.fragment)
    if anchor and there is not None and anchor not in there.anchors:
        return f"{there.shown} has no place «{anchor}»"
    return ""
