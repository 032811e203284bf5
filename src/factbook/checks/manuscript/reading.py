"""A chapter's MyST source as a flat list of parts, each with its line and section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from factbook.translations import myst
from factbook.translations.code import normalised

#: Stands in a text for what a role writes there.
FILLED = "\ufffc"
CODE_CELL = "code-cell"
#: Directives whose argument is the number of columns on screens of each width.
_LAID_OUT = frozenset({"grid"})
#: Options that hold text for readers, by the last part of their key.
_TEXTS = frozenset({"alt", "caption", "title"})
#: Roles whose content may begin with a text for readers: ``{ref}`text <target>```.
_TITLED = re.compile(r"(?P<title>.*?)\s*<(?P<target>[^<>]+)>\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part stands: its line in the chapter, and the label of its section (the chapter's name before any)."""

    line: int
    section: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node of Markdown with its attributes; ``content`` is its source, or the language of a listing."""

    place: Place
    type: str
    attributes: tuple[str, ...]
    content: str


@dataclass(frozen=True, slots=True)
class Text:
    """Running text as readers see it, broken as its source is: :data:`FILLED` in the place of each role and code."""

    place: Place
    text: str

    def line_of(self, position: int) -> int:
        """Return the line in which the character at ``position`` stands."""
        return self.place.line + self.text.count("\n", 0, position)


@dataclass(frozen=True, slots=True)
class Code:
    """A code span or a line of a listing, in the place of its text."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Role:
    """A role; ``title`` is the text for readers, where its content has one beside the target."""

    place: Place
    name: str
    title: str
    target: str


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive, whose text is read as parts of their own."""

    place: Place
    written: myst.Directive


@dataclass(frozen=True, slots=True)
class Items:
    """The markers of an ordered list, as written."""

    place: Place
    markers: tuple[str, ...]


Part = Node | Text | Code | Role | Directive | Items


def parts(text: str, name: str) -> Iterator[Part]:
    """Every part of the chapter ``name``, in order. Raises
    :class:`factbook.translations.myst.UnreadableOptionsError`."""
    nodes = myst.tree(text).children
    section, targets = name, list[str]()
    for node in nodes:
        if node.type == "myst_target":
            targets.append(node.content)
        elif node.type == "heading" and targets:
            # The first label of a heading is its address.
            section = targets[0]
        if node.type != "myst_target":
            targets = []
        yield from _block(node, 0, section)


def of_text(text: str, place: Place) -> Iterator[Part]:
    """The parts of a text that stands in something else: a directive, an option, the string of a caption."""
    for node in myst.tree(text).children:
        yield from _block(node, place.line - 1, place.section)


def _block(node: SyntaxTreeNode, offset: int, section: str) -> Iterator[Part]:
    place = Place(_line(node, offset), section)
    if myst.is_directive(node):
        yield from _directive(myst.directive(node, place.line), place)
        return
    yield Node(place, node.type, tuple(node.attrs), _source(node))
    if node.type in ("fence", "code_block"):
        lines = node.content.splitlines()
        first = place.line + (node.type == "fence")
        yield from (Code(Place(line, section), text) for line, text in enumerate(lines, first))
    elif node.type == "inline":
        yield from _inline(node, place)
    else:
        if node.type == "ordered_list":
            yield Items(place, tuple(item.info for item in node.children))
        for child in node.children:
            yield from _block(child, offset, section)


def _directive(written: myst.Directive, place: Place) -> Iterator[Part]:
    yield Directive(place, written)
    for option in written.options:
        if option.key.rpartition(".")[2] in _TEXTS:
            yield from of_text(option.value, Place(option.line, place.section))
    if written.name == CODE_CELL:
        for caption in normalised(written.body)[1]:
            yield from of_text(caption.text, Place(written.body_line + caption.line - 1, place.section))
        return
    if written.name not in _LAID_OUT:
        yield from of_text(written.argument, place)
    yield from of_text(written.body, Place(written.body_line, place.section))


def _inline(node: SyntaxTreeNode, place: Place) -> Iterator[Part]:
    """The roles, code spans and other nodes of running text, then the text as one."""
    text = ""
    for part in list(node.walk())[1:]:
        here = Place(place.line + text.count("\n"), place.section)
        if part.type == "text":
            text += part.content
            continue
        yield Node(here, part.type, tuple(part.attrs), _source(part))
        if part.type in ("softbreak", "hardbreak"):
            text += "\n"
        elif part.type == "code_inline":
            yield Code(here, part.content)
            text += FILLED
        elif part.type == "myst_role":
            titled = _TITLED.fullmatch(part.content)
            title, target = (titled["title"], titled["target"]) if titled else ("", part.content.strip())
            yield Role(here, part.meta["name"], title, target)
            text += (title or FILLED) + "\n" * (part.content.count("\n") - title.count("\n"))
    yield Text(place, text)


def _line(node: SyntaxTreeNode, offset: int) -> int:
    return offset + (node.map[0] if node.map else 0) + 1


def _source(node: SyntaxTreeNode) -> str:
    if node.type == "fence":
        return node.info.strip()
    return "" if node.is_nested else node.content
