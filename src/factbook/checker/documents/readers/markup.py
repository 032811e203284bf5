"""HTML as a tree: elements closed where the standard says that they end, even where the end tag was left out.

The rules are those of the WHATWG HTML Standard, «Optional tags» and «The rules for parsing tokens in HTML content», as
far as they change which text stands in which block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_IN_HEAD = frozenset(["base", "link", "meta", "noscript", "script", "style", "template", "title"])
_CELLS = frozenset(("td", "th"))
_GROUPS = frozenset(("thead", "tbody", "tfoot"))
#: What a start tag ends if it is open, and what the search for it does not leave.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "option": (frozenset(("option",)), frozenset(("select",))),
    "td": (_CELLS, frozenset(("table", "tr"))),
    "th": (_CELLS, frozenset(("table", "tr"))),
    "tr": (frozenset((*_CELLS, "tr", "caption", "colgroup")), frozenset(("table", *_GROUPS))),
    **dict.fromkeys(_GROUPS, (frozenset((*_CELLS, *_GROUPS, "tr", "caption", "colgroup")), frozenset(("table",)))),
}
_INLINE_LIMITS = frozenset((*_CELLS, "table", "caption", "button", "object"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = HEADINGS | frozenset(
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
        "footer",
        "form",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
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
_END_A_PARAGRAPH = BLOCKS - {"body", "caption", "summary", *_CELLS, *_GROUPS, "tr"}


@dataclass(slots=True, eq=False)
class Node:
    """An element at its line; ``children`` are nodes and text."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Node | str] = field(default_factory=list)

    def iter(self, *tags: str) -> Iterator[Node]:
        """This element and those in it with one of ``tags`` (any, where none is named), in document order."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            if not tags or node.tag in tags:
                yield node
            waiting.extend(one for one in reversed(node.children) if isinstance(one, Node))


def parse(source: str) -> Node:
    """The root of a page."""
    builder = _Builder()
    builder.feed(source)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {}, 1)
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("html", "body") and any(node.tag == tag for node in self._open):
            return
        if self._open[-1].tag == "head" and tag not in _IN_HEAD:
            self._open.pop()
        if tag in _END_A_PARAGRAPH:
            self._end(frozenset(("p",)), _INLINE_LIMITS)
        if tag in _ENDS:
            self._end(*_ENDS[tag])
        node = Node(tag, {name: value or "" for name, value in attrs}, self.getpos()[0])
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        depth = len(self._open)
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and len(self._open) > depth - 1 and self._open[-1].tag == tag:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        limits = frozenset(("table",)) if tag in _CELLS | _GROUPS | {"tr", "caption"} else _INLINE_LIMITS - {tag}
        for index in range(len(self._open) - 1, 0, -1):
            found = self._open[index].tag
            if found == tag:
                del self._open[index:]
                return
            if (found in limits and tag not in ("table", "body", "html")) or (tag not in BLOCKS and found in BLOCKS):
                return

    def handle_data(self, data: str) -> None:
        if self._open[-1].tag == "head" and not data.isspace():
            self._open.pop()
        self._open[-1].children.append(data)

    def _end(self, tags: frozenset[str], limits: frozenset[str]) -> None:
        """Close the outermost open element of ``tags`` within the innermost of ``limits``, and all in it."""
        outermost = 0
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag in limits and self._open[index].tag not in tags:
                break
            if self._open[index].tag in tags:
                outermost = index
                if len(tags) == 1:
                    break
        if outermost:
            del self._open[outermost:]
