"""Web pages as a stranger reads them: the article, without navigation, scripts and code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree, html

from factbook.checker.documents.model import Block, InTable, Place, Unit
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
#: A table with more places than this is passed over: no one set it by hand.
_MOST_PLACES = 200_000
_SKIPPED_CLASSES = frozenset(("headerlink", "toctree-wrapper", "visually-hidden", "sr-only"))


def read(path: Path, data: bytes) -> Iterator[Block]:
    """Each block of the article, at its line in the source."""
    source, encoding = _source(path, data)
    root = html.document_fromstring(source, parser=html.HTMLParser(encoding=encoding, huge_tree=True))
    cells = _cells(root)
    for article in _articles(root):
        yield from _blocks(article, cells)


def _cells(root: etree._Element) -> dict[etree._Element, InTable]:
    """The place and the span of each cell of each table that holds no other table."""
    cells: dict[etree._Element, InTable] = {}
    tables = (table for table in root.iter("table") if next(table.iterdescendants("table"), None) is None)
    for number, table in enumerate(tables):
        taken: set[tuple[int, int]] = set()
        for row, line in enumerate(table.iter("tr")):
            column = 0
            for cell in line.iterchildren("td", "th"):
                while (row, column) in taken:
                    column += 1
                if len(taken) > _MOST_PLACES:
                    return cells
                rows, columns = (_span(cell.get(name)) for name in ("rowspan", "colspan"))
                taken |= {(row + down, column + along) for down in range(rows) for along in range(columns)}
                cells[cell] = InTable(number, row, column, rows, columns)
    return cells


def _span(text: str | None) -> int:
    """How many rows or columns a cell takes; at most a hundred, so that no page is without end."""
    return min(100, max(1, int(text))) if text is not None and text.isdecimal() and len(text) < 5 else 1


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


def _blocks(article: etree._Element, cells: Mapping[etree._Element, InTable]) -> Iterator[Block]:
    parts: list[str] = []
    line = article.sourceline or 1
    within: InTable | None = None
    walk = etree.iterwalk(article, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        is_block = isinstance(element.tag, str) and element.tag in _BLOCKS
        if event == "start":
            if is_block:
                yield from _flushed(parts, line, within)
                within = cells.get(element, within)
                line = element.sourceline or line
                parts = ["# "] if element.tag in _HEADINGS else []
            if _is_skipped(element):
                walk.skip_subtree()
            else:
                parts.append(element.text or "")
        elif event == "end" and is_block:
            yield from _flushed(parts, line, within)
            within = None if element in cells else within
            parts = []
        if event != "start" and element is not article:
            parts.append((" " if element.tag == "br" else "") + (element.tail or ""))
    yield from _flushed(parts, line, within)


def _flushed(parts: list[str], line: int, within: InTable | None) -> Iterator[Block]:
    text = " ".join("".join(parts).split())
    if text not in ("", "#"):
        yield Block(text, Place(Unit.LINE, line), within)


def _is_skipped(element: etree._Element) -> bool:
    return element.tag in _SKIPPED or not _SKIPPED_CLASSES.isdisjoint((element.get("class") or "").split())
