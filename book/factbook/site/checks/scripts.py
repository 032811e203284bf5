"""Running text is in the script of its language: a Korean name on an English page is romanised, or marked as Korean.

Where a page prints what a source prints (the list of sources, notes on them, the ledger, code), it keeps its script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from factbook.problems import Problem
from factbook.site.pages import Page, Site

#: Letters that readers of other languages need not know, by the language that is written in them.
_LETTERS: Mapping[str, re.Pattern[str]] = {"ko": re.compile(r"[가-힣]+")}
#: Classes of parts that print what sources print, and elements that no reader reads.
_AS_PRINTED = frozenset({"source-note", "citation", "ledger", "what-if", "highlight", "editions"})
_UNREAD = frozenset({"code", "pre", "script", "style", "svg", "template"})


def check(site: Site) -> Iterator[Problem]:
    yield from site.on_each_page("scripts", _on)


def _on(page: Page) -> Iterator[Problem]:
    for language, letters in _LETTERS.items():
        if language == page.language:
            continue
        for element, text in _texts(page.article):
            if (found := letters.search(text)) and not _is_admitted(element, language):
                yield page.problem(
                    "script",
                    f"«{found[0]}» stands in the text, in «{' '.join(text.split())[:60]}»",
                    "names as the language of the page writes them",
                    f'romanise the name (a source has author_{page.language}), or mark a title with lang="{language}"',
                    element,
                )


def _texts(article: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    for element in article.iter():
        if isinstance(element.tag, str):
            yield element, element.text or ""
            for child in element:
                yield element, child.tail or ""


def _is_admitted(element: HtmlElement, language: str) -> bool:
    return any(
        one.get("lang") == language
        or one.tag in _UNREAD
        or not _AS_PRINTED.isdisjoint((one.get("class") or "").split())
        for one in (element, *element.iterancestors("*"))
        if one.tag != "html"
    )
