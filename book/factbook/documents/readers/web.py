"""Web pages as a stranger reads them: the article, without navigation, scripts and code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from factbook.documents.model import Block, Place, Unit
from factbook.documents.readers.plain import decoded

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "code",
        "pre",
        "kbd",
        "samp",
        "button",
        "select",
        "textarea",
        "svg",
        "math",
        "sup",
        "head",
        "footer",
    ]
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset|<\?xml[^>]{0,100}encoding", re.IGNORECASE)
_SKIPPED_CLASSES = frozenset(("headerlink", "toctree-wrapper", "visually-hidden", "sr-only"))


def read(path: Path, data: bytes) -> Iterator[Block]:
    """Each block of the article, at its line in the source."""
    if not _DECLARED.search(data[:4096]):
        decoded(path, data)
    root = html.document_fromstring(data, parser=html.HTMLParser(encoding=_encoding(data), huge_tree=True))
    for article in _articles(root):
        yield from _blocks(article)


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the bytes are, else whatever the page declares."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _articles(root: etree._Element) -> list[etree._Element]:
    for query in ("//article[not(ancestor::article)]", "//main | //*[@role='main']", "//body"):
        if found := root.xpath(query):
            return list(found)
    return [root]


def _blocks(article: etree._Element) -> Iterator[Block]:
    parts: list[str] = []
    line = article.sourceline or 1
    walk = etree.iterwalk(article, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        is_block = isinstance(element.tag, str) and element.tag in _BLOCKS
        if event == "start":
            if is_block:
                yield from _flushed(parts, line)
                line = element.sourceline or line
                parts = ["# "] if element.tag in _HEADINGS else []
            if _is_skipped(element):
                walk.skip_subtree()
            else:
                parts.append(element.text or "")
        elif event == "end" and is_block:
            yield from _flushed(parts, line)
            parts = []
        if event != "start" and element is not article:
            parts.append((" " if element.tag == "br" else "") + (element.tail or ""))
    yield from _flushed(parts, line)


def _flushed(parts: list[str], line: int) -> Iterator[Block]:
    text = " ".join("".join(parts).split())
    if text not in ("", "#"):
        yield Block(text, Place(Unit.LINE, line))


def _is_skipped(element: etree._Element) -> bool:
    return element.tag in _SKIPPED or not _SKIPPED_CLASSES.isdisjoint((element.get("class") or "").split())
