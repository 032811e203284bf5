"""What running text says that no language may change: numbers, citations, references, and figures typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from factbook.interface.catalogue import LANGUAGES
from factbook.translations.code import normalised_call

TYPED = "typed number"
#: Roles whose content is a target, or a title and a target in pointed brackets.
_REFERENCES = frozenset({"any", "doc", "download", "eq", "numref", "ref", "term"})
_TARGET = re.compile(r".*<(?P<target>[^<>]+)>\s*", re.DOTALL)
_NUMBER = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)*")
#: Typed numbers shorter than this may be words in the other language: 3월 and March, 코로나19, 제1장.
_LONG = 3
_LANGUAGE = re.compile(rf"(?<=[./_=-])(?:{'|'.join(LANGUAGES)})(?=$|[./?#&_-])")


def typed_numbers(text: str) -> list[str]:
    """The numbers typed into text or code, as they stand."""
    return _NUMBER.findall(text)


def said_by(part: SyntaxTreeNode) -> Iterator[tuple[str, str]]:
    """What a piece of running text says that no language may change: kind and text."""
    if part.type == "myst_role":
        yield from _role(part.meta["name"], part.content)
    elif part.type == "link":
        yield "link", _LANGUAGE.sub("LANGUAGE", str(part.attrs["href"]))
    elif part.type == "image":
        yield "image", str(part.attrs["src"])
    elif part.type == "footnote_ref":
        yield "footnote", str(part.meta["label"])
    elif part.type == "substitution_inline":
        yield "substitution", part.content
    elif part.type == "code_inline":
        yield from ((TYPED, number) for number in typed_numbers(part.content))
    elif part.type == "text":
        yield from ((TYPED, number) for number in typed_numbers(part.content) if len(number) >= _LONG)


def _role(name: str, content: str) -> Iterator[tuple[str, str]]:
    if name == "eval":
        yield "number", normalised_call(content)
    elif name.partition(":")[0] == "cite":
        yield from (("citation", key.strip()) for key in content.split(","))
    elif name in _REFERENCES:
        yield "cross-reference", target_of(content)


def target_of(content: str) -> str:
    """What a cross-reference leads to, without a title of its own."""
    titled = _TARGET.fullmatch(content)
    return titled["target"] if titled else content.strip()
