"""No page asks another site for anything: a reader on a closed network sees all of it, and nobody sees the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from factbook.checks.pages import Page, Site
from factbook.problems import Problem

#: What a browser fetches by itself, as opposed to a link that a reader follows.
_FETCHED = (
    "//script/@src | //img/@src | //iframe/@src | //source/@src | //video/@src | //audio/@src | //embed/@src"
    " | //object/@data | //input/@src | //track/@src | //link[not(@rel='alternate' or @rel='canonical')]/@href"
    " | //video/@poster | //image/@href | //use/@href | //@srcset"
)
_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_CSS_ELSEWHERE = re.compile(r"""(?:url\(\s*['"]?|@import\s+['"])((?:https?:)?//[^'")]+)""", re.IGNORECASE)


def check(site: Site) -> Iterator[Problem]:
    yield from site.on_each_page("privacy", _on)
    for folder in site.folders.values():
        for sheet in sorted(folder.rglob("*.css")):
            for address in _CSS_ELSEWHERE.findall(sheet.read_text("utf-8", errors="replace")):
                shown = site.layout.shown(sheet)
                yield Problem(
                    "page.privacy", shown, f"it fetches {address}", "files of the site only", "serve it locally"
                )


def _on(page: Page) -> Iterator[Problem]:
    for address in page.root.xpath(_FETCHED):
        if any(_ELSEWHERE.match(candidate.strip()) for candidate in address.split(",")):
            yield _problem(page, address, address.getparent())
    for style in page.root.xpath("//style | //*[@style]"):
        for address in _CSS_ELSEWHERE.findall((style.text or "") + style.get("style", "")):
            yield _problem(page, address, style)


def _problem(page: Page, address: str, at: HtmlElement) -> Problem:
    return page.problem("page.privacy", f"it fetches {address}", "files of the site only", "serve it locally", at)
