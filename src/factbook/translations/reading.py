"""A chapter's MyST text as sections, blocks and marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from markdown_it.tree import SyntaxTreeNode

from factbook.problems import Problem, ProblemError
from factbook.translations import myst
from factbook.translations.code import normalised
from factbook.translations.marks import TYPED, said_by, typed_numbers
from factbook.translations.model import Block, Chapter, Label, Mark, Role, Section

#: Hexadecimal digits of a digest that are kept: enough that no edit of one section is overlooked.
DIGEST_LENGTH = 16
#: Directives whose text is not MyST.
_VERBATIM = frozenset({"code", "code-block", "literalinclude", "math", "mermaid", "raw"})
#: Directives whose argument is text for readers; that of any other is the same in every language.
_TITLED = frozenset(
    {"admonition", "card", "dropdown", "grid-item-card", "rubric", "sidebar", "tab-item", "table", "topic"}
)
#: Options that hold text for readers, by the last part of their key.
_TEXTS = frozenset({"alt", "caption", "title"})
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
#: Nodes that no reader sees.
_NOT_READ = frozenset({"front_matter", "myst_line_comment", "myst_block_break"})


@dataclass(frozen=True, slots=True)
class _Part:
    """The nodes of one section, with its label, the line of that and the level of its heading."""

    label: str
    line: int
    level: str
    nodes: list[SyntaxTreeNode]


@dataclass(frozen=True, slots=True)
class _Found:
    """What has been read of a section: its blocks and marks, and the text that its digest is taken of."""

    marks: list[Mark] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    written: list[Role | myst.Directive] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def within(self) -> _Found:
        """For a block of its own: marks and blocks apart, all else together."""
        return _Found(labels=self.labels, written=self.written, text=self.text)

    def close(self, shape: str, line: int, inner: _Found, code: str = "") -> None:
        """Adds a block that holds what ``inner`` has found."""
        self.blocks.append(Block(shape, line, tuple(inner.marks), tuple(inner.blocks), code))


@lru_cache(maxsize=4096)
def read(text: str, name: str, shown: str) -> Chapter:
    """The chapter ``name``, whose file is ``shown``. Raises :class:`ProblemError` where it cannot be read.

    A text is read once, however often it is asked for.
    """
    labels: list[Label] = []
    written: list[Role | myst.Directive] = []
    try:
        sections = tuple(_section(part, labels, written) for part in _parts(myst.tree(text).children, name))
    except myst.UnreadableOptionsError as error:
        problem = Problem("parity.options", shown, str(error), "YAML between two lines of ---", "", error.line)
        raise ProblemError([problem]) from None
    return Chapter(shown, tuple(sorted(labels, key=lambda label: label.line)), sections, tuple(written))


def _parts(nodes: list[SyntaxTreeNode], name: str) -> list[_Part]:
    """The nodes of each labelled heading. What stands before the first of them belongs to it."""
    parts = [_Part(name, 1, "1", [])]
    labelled = False
    targets: list[SyntaxTreeNode] = []
    for node in nodes:
        if node.type == "myst_target":
            targets.append(node)
            continue
        if node.type == "heading" and targets:
            before = [] if labelled else parts.pop().nodes
            # The first label of a heading is its address.
            parts.append(_Part(targets[0].content, _line(targets[0], 0), node.tag[1:], before))
            labelled = True
        parts[-1].nodes.extend([*targets, node])
        targets = []
    parts[-1].nodes.extend(targets)
    return parts


def _section(part: _Part, labels: list[Label], written: list[Role | myst.Directive]) -> Section:
    found = _Found(labels=labels, written=written)
    _blocks(part.nodes, 0, found)
    block = Block(f"heading of level {part.level}", part.line, tuple(found.marks), tuple(found.blocks))
    digest = sha256("\n".join([block.shape, *found.text]).encode()).hexdigest()
    return Section(part.label, block, digest[:DIGEST_LENGTH])


def _blocks(nodes: Iterable[SyntaxTreeNode], offset: int, found: _Found) -> None:
    """What the nodes hold. ``offset`` is the line of the chapter before the text that they were parsed from."""
    for node in nodes:
        if myst.is_directive(node):
            _directive(myst.directive(node, _line(node, offset)), found)
        elif node.type in ("fence", "code_block"):
            _listing(node.info.strip(), node.content, _line(node, offset), found)
        elif node.type == "myst_target":
            found.labels.append(Label(node.content, _line(node, offset)))
            found.text.append(f"({node.content})=")
        elif node.type == "inline":
            _inline(node, _line(node, offset), found)
        elif node.type == "html_block":
            _html(node, _line(node, offset), found)
        elif node.type in _BLOCKS:
            _enclosed(node, offset, found)
        elif node.type not in _NOT_READ:
            _blocks(node.children, offset, found)


def _enclosed(node: SyntaxTreeNode, offset: int, found: _Found) -> None:
    """A block of Markdown itself, as a block of its own."""
    shape, line = _BLOCKS[node.type](node), _line(node, offset)
    found.text.append(shape)
    inner = found.within()
    if node.type == "table":
        for number, row in enumerate((row for part in node.children for row in part.children), 1):
            for column, cell in enumerate(row.children, 1):
                held = found.within()
                _blocks(cell.children, offset, held)
                inner.close(f"row {number}, column {column}", _line(row, offset), held)
    elif node.type in ("bullet_list", "ordered_list"):
        for number, item in enumerate(node.children, 1):
            held = found.within()
            _blocks(item.children, offset, held)
            inner.close(f"item {number}", _line(item, offset), held)
    else:
        _blocks(node.children, offset, inner)
    found.close(shape, line, inner)


def _directive(written: myst.Directive, found: _Found) -> None:
    found.written.append(written)
    inner = found.within()
    fixed = [option for option in written.options if option.key.rpartition(".")[2] not in _TEXTS]
    titled = written.name in _TITLED
    shape = f"{{{written.name}}}" + (f" {written.argument}" if written.argument and not titled else "")
    if fixed:
        shape += f" ({'; '.join(f'{option.key}: {option.value}' for option in fixed)})"
    found.text.append(shape)
    found.labels.extend(Label(o.value, o.line) for o in fixed if o.key.rpartition(".")[2] == "name")
    if titled:
        _text(written.argument, written.line, inner)
    for option in written.options:
        if option not in fixed:
            _text(option.value, option.line, inner)
    code = ""
    if written.name == "code-cell":
        code, captions = normalised(written.body)
        for caption in captions:
            _text(caption.text, written.body_line + caption.line - 1, inner)
        found.text.append(written.body.rstrip())
    elif written.name in _VERBATIM:
        _listing(written.argument, written.body, written.body_line - 1, inner)
    else:
        _text(written.body, written.body_line, inner)
    found.close(shape, written.line, inner, code)


def _text(text: str, line: int, found: _Found) -> None:
    """MyST text within a directive, which begins in ``line``."""
    _blocks(myst.tree(text).children, line - 1, found)


def _listing(language: str, content: str, line: int, found: _Found) -> None:
    """Code that is shown and not run: in words of each language, but with the same lines and numbers."""
    lines = content.rstrip().splitlines()
    inner = found.within()
    inner.marks.extend(
        Mark(TYPED, number, at) for at, text in enumerate(lines, line + 1) for number in typed_numbers(text)
    )
    found.text.append("\n".join(text.rstrip() for text in lines))
    found.close(f"{language or 'code'} listing of {_count(len(lines), 'line')}", line, inner)


def _html(node: SyntaxTreeNode, line: int, found: _Found) -> None:
    """Raw HTML, unless it is a comment, which no reader sees."""
    if shown := _COMMENT.sub("", node.content).strip():
        found.text.append(shown)
        found.close("HTML", line, found.within())


def _inline(node: SyntaxTreeNode, line: int, found: _Found) -> None:
    found.text.append(" ".join(node.content.split()))
    for part in node.walk():
        if part.type in ("softbreak", "hardbreak"):
            line += 1
        found.marks.extend(Mark(kind, text, line) for kind, text in said_by(part))
        if part.type == "myst_role":
            found.written.append(Role(part.meta["name"], part.content, line))
        elif part.type == "link":
            found.written.append(Role("link", str(part.attrs["href"]), line))


def _line(node: SyntaxTreeNode, offset: int) -> int:
    return offset + (node.map[0] if node.map else 0) + 1


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _table(node: SyntaxTreeNode) -> str:
    rows = [row for part in node.children for row in part.children]
    return f"table of {_count(len(rows[0].children), 'column')} and {_count(len(rows), 'row')}"


#: Blocks of Markdown itself that are compared as blocks, and their shape in words.
_BLOCKS: dict[str, Callable[[SyntaxTreeNode], str]] = {
    "table": _table,
    "bullet_list": lambda node: f"list of {_count(len(node.children), 'item')}",
    "ordered_list": lambda node: f"list of {_count(len(node.children), 'item')} from {node.attrs.get('start', 1)}",
    "dl": lambda node: f"definition list of {_count(sum(child.type == 'dt' for child in node.children), 'term')}",
    "blockquote": lambda _: "quotation",
}
