"""Markdown and MyST: prose stays on its line; code, addresses, comments and roles are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from factbook.checker.documents.model import Block, Place, Unit
from factbook.checker.documents.readers.plain import decoded
from factbook.checker.quotes.model import Link

_FENCE = re.compile(r"[ \t>]*(?P<mark>`{3,}|~{3,}|:{3,})[ \t]*(?P<info>[^`\n]*)$")
_OPTION = re.compile(r"[ \t>]*:[\w-]+:")
#: Directives whose body is prose; every other fence is code.
_PROSE = re.compile(
    r"\{(?:note|admonition|tip|warning|important|seealso|caution|hint|attention|danger|error|margin|sidebar|epigraph"
    r"|figure|dropdown|card|grid|grid-item|tab-set|tab-item|table|list-table|div|topic|glossary|proof[\w:]*)\}"
)
_ROLE = re.compile(r"\{[\w:+-]{1,40}\}`[^`\n]*`")
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"\]\((?P<address>[^()\s]{0,2000})(?:[ ]\"[^\"\n]{0,200}\")?\)")
#: A particle may touch an address that stands in no brackets.
_ADDRESS = re.compile(r"<(?P<within>https?://[^\s<>]+)>|(?P<address>https?://[^\s<>()가-힣]+)")
#: Stand around the address of a link until the text is as it will be; no text has them (noncharacters of Unicode).
_BEGIN, _END = "\ufdd0", "\ufdd1"
#: The words of a link in its brackets, just before its address, and how many characters they may have.
_WORDS_BEFORE, _LONGEST = re.compile(r"\[[^\[\]\n]*\]$"), 400
_MARKED = re.compile(f"{_BEGIN}(?P<address>[^{_END}]*){_END}")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>")
_EMPHASIS = re.compile(r"\*\*|(?<=\S)\*|\*(?=\S)|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,40}\]")


def read(path: Path, data: bytes) -> Iterator[Block]:
    """The prose of the text as one block that counts its lines, with its links."""
    text, links = _linked("\n".join(_lines(decoded(path, data).split("\n"))))
    yield Block(text, Place(Unit.LINE, 1), links=links)


def prose(text: str) -> str:
    """``text`` with as many lines, and nothing on them but prose."""
    return _linked("\n".join(_lines(text.split("\n"))))[0]


def _lines(lines: list[str]) -> Iterator[str]:
    front, fences, in_comment = _front_matter(lines), _Fences(), False
    for number, line in enumerate(lines):
        if number < front:
            yield ""
            continue
        if not fences.in_code:
            line, in_comment = _without_comment(line, in_comment)
        if fences.takes(line) or fences.in_code or _OPTION.match(line):
            yield ""
        else:
            yield _inline(line)


class _Fences:
    """The fences open at a line, the innermost last, each with whether it holds code."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []

    @property
    def in_code(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def takes(self, line: str) -> bool:
        """Opens or closes a fence where the line is one, and says whether it was."""
        fence = _FENCE.match(line)
        if fence is None:
            return False
        mark, info = fence["mark"], fence["info"].strip()
        if self._open and not info and mark.startswith(self._open[-1][0]):
            self._open.pop()
        elif not self.in_code:
            self._open.append((mark, not mark.startswith(":") and not _PROSE.match(info)))
        return True


def _front_matter(lines: list[str]) -> int:
    """How many lines the YAML at the top takes."""
    if lines[0].rstrip() != "---":
        return 0
    return next((number + 1 for number, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)


def _inline(line: str) -> str:
    for pattern, replacement in (
        (_ROLE, " "),
        (_CODE, " "),
        (_FOOTNOTE, ""),
        (_LINK, _marked),
        (_ADDRESS, lambda found: " " + _marked(found).removeprefix("]")),
        (_TAG, ""),
        (_ESCAPE, r"\1"),
        (_EMPHASIS, ""),
    ):
        line = pattern.sub(replacement, line)
    return line


def _marked(found: re.Match[str]) -> str:
    """The end of a link's words, or nothing, with the address in letters that no other pattern takes for its own."""
    return f"]{_BEGIN}{(found[found.lastgroup or 0]).encode().hex()}{_END}"


def _linked(text: str) -> tuple[str, tuple[Link, ...]]:
    """The text without marks, and the links that they stood for, each over the words in brackets before it."""
    parts, links, length, position = [], list[Link](), 0, 0
    for mark in _MARKED.finditer(text):
        parts.append(text[position : mark.start()])
        length += mark.start() - position
        position = mark.end()
        words = _WORDS_BEFORE.search(parts[-1][-_LONGEST:])
        start = length - len(words[0]) if words else length
        links.append(Link(start, length, bytes.fromhex(mark["address"]).decode()))
    return "".join([*parts, text[position:]]), tuple(links)


def _without_comment(line: str, inside: bool) -> tuple[str, bool]:
    """The line without what stands in ``<!-- -->``, and whether a comment goes on."""
    kept, position = [], 0
    while True:
        mark = "-->" if inside else "<!--"
        found = line.find(mark, position)
        if not inside:
            kept.append(line[position : found if found >= 0 else len(line)])
        if found < 0:
            return "".join(kept), inside
        position, inside = found + len(mark), not inside
