"""MyST as the book's configuration has it: text to a tree of tokens, and a directive's options apart from its body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import yaml
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

#: Those of ``_config.yml``.
EXTENSIONS = frozenset({"attrs_inline", "colon_fence", "deflist", "substitution"})
_COLON_OPTION = re.compile(r"\s*:(?P<key>[\w-]+):(?:\s+(?P<value>.*))?$")


class UnreadableOptionsError(ValueError):
    """Raised where a directive's options are not YAML: the line of the chapter, and why."""

    def __init__(self, line: int, reason: str) -> None:
        self.line = line
        super().__init__(f"the options of a directive cannot be read: {reason}")


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a directive. ``key`` is dotted where options are nested; ``line`` is where its value begins."""

    key: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive taken apart; ``line`` and ``body_line`` count in the chapter."""

    name: str
    argument: str
    options: tuple[Option, ...]
    body: str
    line: int
    body_line: int


@cache
def _parser() -> MarkdownIt:
    return create_md_parser(MdParserConfig(enable_extensions=set(EXTENSIONS)), RendererHTML)


# The checks of the languages, of names and of what may be written read the same chapters one after another.
@lru_cache(maxsize=2048)
def tree(text: str) -> SyntaxTreeNode:
    """The tokens of MyST text; whoever reads them changes nothing."""
    return SyntaxTreeNode(_parser().parse(text))


def is_directive(node: SyntaxTreeNode) -> bool:
    """Whether a node is a fenced directive, and not plain code."""
    return node.type in ("fence", "colon_fence") and node.info.startswith("{")


def directive(node: SyntaxTreeNode, line: int) -> Directive:
    """The directive of a fence that stands in ``line``. Raises :class:`UnreadableOptionsError`."""
    name, _, argument = node.info[1:].partition("}")
    lines = node.content.splitlines()
    if lines and lines[0].strip() == "---":
        end = next((number for number, text in enumerate(lines[1:], 1) if text.strip() == "---"), len(lines))
        options = tuple(_yaml_options("\n".join(lines[1:end]), line + 2))
        start = end + 1
    else:
        start = next((count for count, text in enumerate(lines) if not text.lstrip().startswith(":")), len(lines))
        options = tuple(_colon_options(lines[:start], line + 1))
    return Directive(name, argument.strip(), options, "\n".join(lines[start:]), line, line + 1 + start)


def _colon_options(lines: list[str], line: int) -> Iterator[Option]:
    for number, text in enumerate(lines, line):
        if found := _COLON_OPTION.match(text):
            yield Option(found["key"], (found["value"] or "").strip(), number)


def _yaml_options(text: str, line: int) -> Iterator[Option]:
    try:
        yield from _flat(yaml.compose(text), "", line)
    except yaml.MarkedYAMLError as error:
        below = error.problem_mark.line if error.problem_mark else 0
        raise UnreadableOptionsError(line + below, error.problem or "they are not YAML") from None


def _flat(node: yaml.Node | None, key: str, line: int) -> Iterator[Option]:
    """The values below a YAML node, whose document begins in ``line``."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _flat(value, f"{key}.{name.value}" if key else name.value, line)
    elif isinstance(node, yaml.SequenceNode):
        values = (item.value if isinstance(item, yaml.ScalarNode) else yaml.serialize(item) for item in node.value)
        yield Option(key, ", ".join(values), line + node.start_mark.line)
    elif isinstance(node, yaml.ScalarNode):
        below = 1 if node.style in ("|", ">") else 0
        yield Option(key, node.value, line + node.start_mark.line + below)
