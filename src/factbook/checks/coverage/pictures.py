"""Texts of a page that are no content of an element: attributes, and the strings of the live charts.

No mark can stand in such a text. The texts of the drawn picture (SVG) are content, and read with the article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from factbook.checks.coverage.passages import Passage, of_label

#: Attributes that a reader sees or hears.
_ATTRIBUTES = ("alt", "aria-label", "aria-description", "title", "placeholder")
_HEAD = frozenset({"title", "description", "image:alt"})
#: Parts of a chart's specification that are a program, a pattern or an address, and not a text.
_PROGRAM = frozenset({"calculate", "filter", "expr", "labelExpr", "format", "test", "$schema"})
_LITERAL = re.compile(r"'([^'\\]*)'|\"([^\"\\]*)\"")
#: Strings that nobody reads: colours and the keys of rows; in a program, how figures are to be written.
_UNREAD = re.compile(r"#[0-9A-Fa-f]{3,8}|[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+")
_PATTERN = re.compile(r"[,.~0-9]*[a-z%]?")


def head(page: HtmlElement) -> Iterator[Passage]:
    """The title, the description and the words of the picture by which other places show the page."""
    for title in page.xpath("/html/head/title"):
        yield of_label(title.text or "", title)
    for meta in page.xpath("/html/head/meta[@content]"):
        if (meta.get("name") or meta.get("property") or "").removeprefix("og:") in _HEAD:
            yield of_label(meta.get("content"), meta)


def labels(article: HtmlElement) -> Iterator[Passage]:
    """The attributes that say something."""
    for element in article.iter():
        if isinstance(element.tag, str):
            for name in _ATTRIBUTES:
                if text := element.get(name):
                    yield of_label(text, element)


def charts(article: HtmlElement) -> Iterator[Passage]:
    """The texts of each live chart's specification."""
    for script in article.iter("script"):
        if "chart-spec" in (script.get("class") or "").split():
            for text in _strings(json.loads(script.text or "{}"), ""):
                yield of_label(text, script)


def _strings(part: object, key: str) -> Iterator[str]:
    """The strings that are read by somebody, in a part of a specification that stands under ``key``."""
    if isinstance(part, dict):
        for name, value in part.items():
            yield from _strings(value, name)
    elif isinstance(part, list):
        for value in part:
            yield from _strings(value, key)
    elif isinstance(part, str):
        yield from (text for text in (_literals(part) if key in _PROGRAM else [part]) if not _UNREAD.fullmatch(text))


def _literals(program: str) -> list[str]:
    """The texts that a program may show."""
    texts = [single or double for single, double in _LITERAL.findall(program)]
    return [text for text in texts if not _PATTERN.fullmatch(text)]
