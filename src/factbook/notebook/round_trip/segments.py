"""A chapter's text cut into the cells of its notebook, every byte of it in one piece or another.

Cells begin and end where Jupytext has them, since its parser is asked. What lies around them (header, fences, options
as they are spelled, blank lines, ``+++``) is kept, so that the pieces joined are the text again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from factbook.notebook.round_trip import options

#: How the fence of a cell names its kind, as Jupytext writes it.
DIRECTIVES = {"code": "{code-cell}", "raw": "{raw-cell}"}
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as a notebook has it. ``kind`` is ``markdown``, ``code`` or ``raw``; ``\\n`` ends a line of ``source``."""

    kind: str
    source: str
    metadata: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Segment:
    """A cell with the text that it stands as. ``before`` is what separates it from the cell before.

    ``opening`` is the line of a fence and ``options`` the lines below it, both with the ends of their lines;
    ``closing`` has none. Markdown has neither.
    """

    cell: Cell
    before: str
    body: str
    opening: str = ""
    options: str = ""
    closing: str = ""

    @property
    def text(self) -> str:
        return self.opening + self.options + self.body + self.closing


@dataclass(frozen=True, slots=True)
class Document:
    """A chapter in pieces: front matter, cells, what follows the last of them."""

    header: str
    metadata: Mapping[str, Any]
    segments: tuple[Segment, ...]
    tail: str

    @property
    def text(self) -> str:
        pieces = (segment.before + segment.text for segment in self.segments)
        return "".join((self.header, *pieces, self.tail))

    @property
    def newline(self) -> str:
        """What ends the first line."""
        found = re.search(r"\r\n|\r|\n", self.text)
        return found[0] if found else "\n"


@cache
def _parser() -> MarkdownIt:
    """Blocks as Jupytext reads them (``jupytext.myst.get_parser``), without importing it, which takes a second."""
    known = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)
    return known.use(myst_block_plugin).use(myst_role_plugin).disable("inline", True)


def read(text: str) -> Document:
    """The pieces of a chapter. Options and metadata that cannot be read count as text."""
    lines = _LINE.findall(text)
    tokens = _parser().parse(text + "\n")
    cutter = _Cutter(lines)
    header, metadata = "", {}
    if tokens and tokens[0].type == "front_matter":
        cutter.line = _end(tokens[0])
        header = "".join(lines[: cutter.line])
        metadata = _mapping(yaml.safe_load, tokens[0].content)
    nesting = 0
    for token in tokens:
        nesting += token.nesting
        if nesting == 0:
            cutter.take(token)
    cutter.markdown(len(lines))
    return Document(header, metadata, tuple(cutter.segments), cutter.between)


@dataclass(slots=True)
class _Cutter:
    """Cuts ``lines`` at one top-level token after another; ``line`` is the first that is in no piece yet."""

    lines: list[str]
    line: int = 0
    between: str = ""
    metadata: dict[str, Any] = field(default_factory=dict)
    segments: list[Segment] = field(default_factory=list)

    def take(self, token: Token) -> None:
        kind = next((kind for kind, name in DIRECTIVES.items() if token.info.startswith(name)), "")
        if token.type == "fence" and kind:
            self.markdown(token.map[0] if token.map else 0)
            self._fence(token, kind)
            self.metadata = {}
        elif token.type == "myst_block_break":
            self.markdown(token.map[0] if token.map else 0)
            self.between += self._lines_to(_end(token))
            self.metadata = _mapping(json.loads, token.content)

    def markdown(self, end: int) -> None:
        """The text up to the line ``end``: a cell, unless it is blank."""
        text = self._lines_to(end)
        core = text.rstrip()
        body = core.lstrip("\r\n")
        if not body:
            self.between += text
            return
        cell = Cell("markdown", unix(body), self.metadata)
        self.segments.append(Segment(cell, self.between + core[: len(core) - len(body)], body))
        self.between = text[len(core) :]

    def _fence(self, token: Token, kind: str) -> None:
        opening, *inner = self.lines[self.line : _end(token)]
        self._lines_to(_end(token))
        closing = inner.pop() if inner and _closes(inner[-1], token.markup) else ""
        content = token.content.split("\n")[: len(inner)]
        count, metadata = options.split(content)
        bare = closing.rstrip("\r\n")
        self.segments.append(
            Segment(
                Cell(kind, "\n".join(content[count:]), metadata),
                self.between,
                "".join(inner[count:]),
                opening,
                "".join(inner[:count]),
                bare,
            )
        )
        self.between = closing[len(bare) :]

    def _lines_to(self, end: int) -> str:
        text = "".join(self.lines[self.line : end])
        self.line = max(self.line, end)
        return text


def unix(text: str) -> str:
    """``text`` with every line ended by ``\\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _end(token: Token) -> int:
    return token.map[1] if token.map else 0


def _closes(line: str, markup: str) -> bool:
    return re.fullmatch(rf" {{0,3}}{re.escape(markup[0])}{{{len(markup)},}}\s*", line) is not None


def _mapping(parse: Any, text: str) -> dict[str, Any]:
    """What ``parse`` reads, as JSON has it; nothing where that is no mapping."""
    try:
        read = parse(text)
    except (ValueError, yaml.YAMLError):
        return {}
    return options.as_json(read) if isinstance(read, dict) else {}
