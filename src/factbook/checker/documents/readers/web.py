"""Web pages as a stranger reads them: the article, without navigation, scripts and code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from factbook.checker.documents.model import Block, Cause, InTable, Note, Notice, Place, Unit, UnreadableDocument
from factbook.checker.documents.readers import markup
from factbook.checker.documents.readers.collecting import Paragraph
from factbook.checker.documents.readers.markup import BLOCKS, HEADINGS, Node
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
        "title",
        "footer",
    ]
)
_SKIPPED_CLASSES = frozenset(("headerlink", "toctree-wrapper", "visually-hidden", "sr-only"))
_HIDDEN = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_DECLARED = re.compile(
    rb"(?:<meta[^>]{0,200}charset|<\?xml[^>]{0,100}encoding)\s*=\s*[\"']?(?P<name>[\w-]+)", re.IGNORECASE
)
#: Names under which browsers read CP949 (WHATWG Encoding Standard, «euc-kr»), by which Python reads less of it.
_KOREAN = frozenset({b"euc-kr", b"ks_c_5601-1987", b"ksc5601", b"ksc_5601", b"windows-949", b"cp949", b"x-windows-949"})
#: A table with more places than this is passed over: no one set it by hand.
_MOST_PLACES = 200_000


def read(path: Path, data: bytes) -> Iterator[Block | Note]:
    """Each block of the article, at its line in the source."""
    declared = _foreign(data)
    source = decoded(path, data) if declared is None else _as_declared(path, data, declared)
    if declared is not None:
        yield Note(Notice.ENCODING, declared)
    root = markup.parse(source)
    cells = _cells(root)
    articles = _articles(root)
    for article in articles:
        yield from _blocks(article, cells)
    hidden = sum(_is_hidden(node) for article in articles for node in article.iter())
    if hidden:
        yield Note(Notice.HIDDEN_TEXT, number=hidden)


def _foreign(data: bytes) -> str | None:
    """The encoding that the page declares, where its bytes do not tell one of those that text is read in."""
    declared = _DECLARED.search(data[:4096])
    if declared is None or declared["name"].lower() in _KOREAN or _is_utf8(data):
        return None
    return declared["name"].decode()


def _as_declared(path: Path, data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return decoded(path, data)
    if "\0" in text:
        raise UnreadableDocument(path, Cause.ENCODING, f"byte {data.find(0) + 1}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _cells(root: Node) -> dict[Node, InTable]:
    """The place and the span of each cell of each table that holds no other table."""
    cells: dict[Node, InTable] = {}
    tables = (table for table in root.iter("table") if sum(1 for _ in table.iter("table")) == 1)
    for number, table in enumerate(tables):
        taken: set[tuple[int, int]] = set()
        for row, line in enumerate(table.iter("tr")):
            column = 0
            for cell in line.children:
                if not isinstance(cell, Node) or cell.tag not in ("td", "th"):
                    continue
                while (row, column) in taken:
                    column += 1
                if len(taken) > _MOST_PLACES:
                    return cells
                rows, columns = (_span(cell.attributes.get(name)) for name in ("rowspan", "colspan"))
                taken |= {(row + down, column + along) for down in range(rows) for along in range(columns)}
                cells[cell] = InTable(number, row, column, rows, columns)
    return cells


def _span(text: str | None) -> int:
    """How many rows or columns a cell takes; at most a hundred, so that no page is without end."""
    return min(100, max(1, int(text))) if text is not None and text.isdecimal() and len(text) < 5 else 1


def _articles(root: Node) -> list[Node]:
    outermost = list(_outermost(root, "article"))
    mains = [node for node in root.iter() if node.tag == "main" or node.attributes.get("role") == "main"]
    return outermost or mains or list(_outermost(root, "body")) or [root]


def _outermost(root: Node, tag: str) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.tag == tag:
            yield node
        else:
            waiting.extend(one for one in reversed(node.children) if isinstance(one, Node))


def _blocks(article: Node, cells: Mapping[Node, InTable]) -> Iterator[Block]:
    run, heading, line, within = Paragraph(), False, article.line, None
    #: What is still to be read: an element or text, or an element that ends, with the cell around it.
    waiting: list[tuple[Node | str, bool, InTable | None]] = [(article, False, None)]
    while waiting:
        item, ends, around = waiting.pop()
        if isinstance(item, str):
            run.add(item)
        elif item.tag in BLOCKS or item is article:
            yield from _filled(run.block(Place(Unit.LINE, line), within, heading=heading))
            run, heading = Paragraph(), not ends and item.tag in HEADINGS
            if ends:
                within = around
            elif not _is_skipped(item) or item is article:
                waiting.append((item, True, within))
                within, line = cells.get(item, within), item.line
                waiting.extend((one, False, None) for one in reversed(item.children))
        elif ends:
            run.close_link()
        elif item.tag == "br":
            run.add(" ")
        elif not _is_skipped(item):
            if item.tag == "a":
                run.open_link(item.attributes.get("href", ""))
                waiting.append((item, True, None))
            waiting.extend((one, False, None) for one in reversed(item.children))
    yield from _filled(run.block(Place(Unit.LINE, line), within, heading=heading))


def _filled(block: Block) -> Iterator[Block]:
    if block.text:
        yield block


def _is_skipped(node: Node) -> bool:
    return node.tag in _SKIPPED or not _SKIPPED_CLASSES.isdisjoint(node.attributes.get("class", "").split())


def _is_hidden(node: Node) -> bool:
    hides = "hidden" in node.attributes or _HIDDEN.search(node.attributes.get("style", "")) is not None
    return hides and not _is_skipped(node) and any(not isinstance(one, str) or one.strip() for one in node.children)
