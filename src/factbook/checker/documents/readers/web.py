"""Web pages as a stranger reads them: the article, without navigation, scripts and code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from factbook.checker.documents.model import Block, Place, Unit
from factbook.checker.documents.readers.plain import decoded

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
_DECLARED = re.compile(
    rb"(?:<meta[^>]{0,200}charset|<\?xml[^>]{0,100}encoding)\s*=\s*[\"']?(?P<name>[\w-]+)", re.IGNORECASE
)
#: Names under which browsers read CP949 (WHATWG Encoding Standard, «euc-kr»), by which libxml2 reads less of it.
_KOREAN = frozenset({b"euc-kr", b"ks_c_5601-1987", b"ksc5601", b"ksc_5601", b"windows-949", b"cp949", b"x-windows-949"})
_SKIPPED_CLASSES = frozenset(("headerlink", "toctree-wrapper", "visually-hidden", "sr-only"))


def read(path: Path, data: bytes) -> Iterator[Block]:
    """Each block of the article, at its line in the source."""
    source, encoding = _source(path, data)
    root = html.document_fromstring(source, parser=html.HTMLParser(encoding=encoding, huge_tree=True))
    for article in _articles(root):
        yield from _blocks(article)


def _source(path: Path, data: bytes) -> tuple[bytes, str | None]:
    """Return the page in UTF-8 where its bytes tell their encoding, else as it is, to be read as it declares."""
    declared = _DECLARED.search(data[:4096])
    if declared is None or declared["name"].lower() in _KOREAN or _is_utf8(data):
        return decoded(path, data).encode(), "utf-8"
    return data, None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


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
