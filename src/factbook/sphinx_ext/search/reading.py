"""A page as search reads it: its sections, each with its own sentences and the numbers that it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from docutils import nodes

from factbook.search import index
from factbook.search.index import Section
from factbook.sphinx_ext import uses
from factbook.sphinx_ext.ledger.tables import Row

#: What a reader of the page does not read as its text: citations, where a number is used, the code of a cell, what
#: follows from a supposition.
_UNREAD = frozenset({"bibtex-citation", "used", "cell_input"})
_UNREAD_HTML = (
    "//script|//style|//svg|//noscript|//button|//select|//form|//*[@hidden]|//*[@aria-hidden='true']|//*[@role='note']"
    "|//*[@class='what-if']|//*[@class='chart-files']"
)
#: Elements of HTML that hold a line of their own.
_LINES = "//tr|//p|//li|//figcaption|//dt|//dd"
_BETWEEN_CELLS = " · "
#: A card that holds one of the page's key figures, and what is in it.
_KEY_FIGURE, _CARD = "key-figure", "sd-card-body"


def sections(doctree: nodes.document) -> list[Section]:
    """Every section of a page that has an address, in order."""
    return [
        Section(
            section["ids"][0],
            _line(section[0]),
            tuple(_line(above[0]) for above in _above(section)),
            tuple(dict.fromkeys(said for block in _blocks(section) for said in index.sentences(block))),
            tuple(dict.fromkeys(_numbers(section))),
            tuple(_cells(card[0]) for card in _key_figures(section)),
        )
        for section in doctree.findall(nodes.section)
        if section["ids"]
    ]


def _above(section: nodes.section) -> list[nodes.section]:
    """The sections around this one, the outermost first."""
    found: list[nodes.section] = []
    parent = section.parent
    while parent is not None:
        if isinstance(parent, nodes.section):
            found.insert(0, parent)
        parent = parent.parent
    return found


def _blocks(node: nodes.Element) -> Iterator[str]:
    """The paragraphs, rows and captions of a section, without those of the sections in it."""
    for child in node.children:
        if isinstance(child, nodes.section | nodes.title | nodes.comment | nodes.label) or not _is_read(child):
            continue
        if isinstance(child, nodes.row | Row) or _CARD in _classes(child):
            yield _cells(child)
        elif isinstance(child, nodes.raw):
            yield from _html_lines(child)
        elif isinstance(child, nodes.TextElement) or any(isinstance(part, nodes.Text) for part in child.children):
            yield _line(child)
        elif isinstance(child, nodes.Element):
            yield from _blocks(child)


def _key_figures(section: nodes.section) -> Iterator[nodes.Element]:
    for child in section.children:
        if not isinstance(child, nodes.section):
            yield from (node for node in child.findall(nodes.Element) if _KEY_FIGURE in _classes(node))


def _classes(node: nodes.Node) -> list[str]:
    return list(node.get("classes", ())) if isinstance(node, nodes.Element) else []


def _is_read(node: nodes.Node) -> bool:
    return not _UNREAD.intersection(_classes(node))


def _cells(row: nodes.Node) -> str:
    """What stands side by side or in one card, as one line."""
    return _BETWEEN_CELLS.join(filter(None, (_line(cell) for cell in row.children)))


def _line(node: nodes.Node) -> str:
    """The words of an inline element or a cell, on one line."""
    return _fold("".join(_words(node)))


def _words(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Text):
        yield node.astext()
    elif isinstance(node, nodes.raw):
        yield _text_of(node)
    elif isinstance(node, nodes.Element) and _is_read(node):
        for child in node.children:
            yield from _words(child)
        if isinstance(node, nodes.paragraph):
            yield " "


def _text_of(raw: nodes.raw) -> str:
    if "html" not in raw.get("format", ""):
        return ""
    return re.sub(r"<[^>]*>", "", raw.astext()) if "<svg" not in raw.astext() else ""


def _html_lines(raw: nodes.raw) -> Iterator[str]:
    """The rows and paragraphs of a table or figure that is HTML already."""
    if "html" not in raw.get("format", "") or "<" not in raw.astext():
        return
    root = lxml.html.fragment_fromstring(raw.astext(), create_parent="div")
    for unread in root.xpath(_UNREAD_HTML):
        unread.drop_tree()
    for unread in root.find_class("bibtex-citation"):
        unread.drop_tree()
    lines = root.xpath(f".{_LINES.replace('|', '|.')}")
    for line in lines or [root]:
        if not any(other is not line for other in line.iterancestors() if other in lines):
            cells = line.xpath("./th|./td")
            texts = [_fold(cell.text_content()) for cell in cells] if len(cells) else [_fold(line.text_content())]
            yield _BETWEEN_CELLS.join(filter(None, texts))


def _numbers(section: nodes.section) -> Iterator[str]:
    """The ids of the numbers that a section says; a line of the ledger is no saying."""
    for child in section.children:
        if not isinstance(child, nodes.section):
            for raw in child.findall(nodes.raw):
                if not any(isinstance(above, Row) for above in _parents(raw)):
                    yield from uses.numbers_in(raw.astext())


def _parents(node: nodes.Node) -> Iterator[nodes.Node]:
    while (node := node.parent) is not None:
        yield node


def _fold(text: str) -> str:
    """A text on one line, without the gap that a citation leaves before the end of its sentence."""
    return re.sub(r" (?=[.,;]( |$))", "", " ".join(text.split()))
