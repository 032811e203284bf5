"""What another tool wrote into a chapter, found and taken out.

Jupytext rewrites the header, the language of code cells and the captions of figures; jupyterlab-myst has the values of
a run stored as ``user_expressions``. A chapter without such marks is returned as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

import yaml

from factbook.notebook.round_trip import options
from factbook.notebook.round_trip.saving import VALUES
from factbook.notebook.round_trip.segments import Document, Segment, read, unix

#: Keys of a header that tell of the machine which wrote it.
_OF_THE_MACHINE = frozenset(
    {
        "jupytext.text_representation.format_version",
        "jupytext.text_representation.jupytext_version",
        "kernelspec.language",
    }
)
_MACHINE_NAME = re.compile(r"^(\s*display_name:\s*)Python 3 \(ipykernel\)(?=\s*$)")
#: All that a header written by Jupytext says to a chapter that runs nothing.
_OF_NOTEBOOKS = frozenset({"jupytext", "kernelspec"})
_IPYTHON = re.compile(r"(?<=\{code-cell\}) +ipython\d*(?=\s*$)")
_BREAK = re.compile(r"^\+\+\+[ \t]*(\{.*\})[ \t]*(?:\r\n|\r|\n|$)(?P<blank>(?:[ \t]*(?:\r\n|\r|\n))*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mark:
    """What ``tool`` wrote in a line of a chapter. ``value``: it is what a run computed, not another spelling."""

    line: int
    tool: str
    found: str
    value: bool = False


@dataclass(frozen=True, slots=True)
class Mended:
    """A chapter's text without the marks that it had."""

    text: str
    marks: tuple[Mark, ...]


@lru_cache(maxsize=256)
def mend(text: str) -> Mended:
    """The chapter ``text`` as it was before another tool wrote it, except for what was edited since."""
    document = read(text)
    found = _Found(document)
    header = found.header()
    segments = [found.segment(segment, number) for number, segment in enumerate(document.segments)]
    tail = found.between(document.tail, len(segments))
    if not found.marks:
        return Mended(text, ())
    mended = replace(document, header=header, segments=tuple(segments), tail=tail).text
    return Mended(mended if header else mended.lstrip("\r\n"), tuple(found.marks))


@dataclass(slots=True)
class _Found:
    """Goes through a document from its first line to its last. ``line`` is the one that it has come to."""

    document: Document
    line: int = 1
    marks: list[Mark] = field(default_factory=list)

    def header(self) -> str:
        """The header without what tells of a machine; none at all where nothing else is left and nothing is run."""
        header = self.document.header
        lines = header.splitlines(keepends=True)
        dropped = [key for key in _keys(header) if key.name in _OF_THE_MACHINE]
        for key in dropped:
            self._mark(key.start, "jupytext", f"the header says «{lines[key.start].strip()}»")
        gone = {number for key in dropped for number in range(key.start, key.end)}
        for number, line in enumerate(lines):
            if named := _MACHINE_NAME.match(line):
                self._mark(number, "jupytext", f"the header says «{line.strip()}»")
                lines[number] = f"{named[1]}Python 3{line[named.end() :]}"
        self.line += len(lines)
        runs = any(segment.cell.kind == "code" for segment in self.document.segments)
        if self.marks and not runs and set(self.document.metadata) <= _OF_NOTEBOOKS | _OF_THE_MACHINE:
            return ""
        return "".join(line for number, line in enumerate(lines) if number not in gone)

    def segment(self, segment: Segment, number: int) -> Segment:
        before = self.between(segment.before, number)
        opening, spelled = segment.opening, segment.options
        if _IPYTHON.search(opening):
            self._mark(0, "jupytext", f"a code cell begins «{opening.strip()}»")
            opening = _IPYTHON.sub(" python", opening)
        if spelled:
            self.line += 1
            spelled = self._options(spelled)
            self.line -= 1
        self.line += len(unix(segment.text).split("\n")) - 1
        return replace(segment, before=before, opening=opening, options=spelled)

    def between(self, before: str, number: int) -> str:
        """What stands before the cell ``number``, without stored values."""
        made, end = [], 0
        for found in _BREAK.finditer(before):
            noted = _read(found[1])
            if VALUES not in noted:
                continue
            at = before[: found.start()]
            self._mark(len(unix(at).split("\n")) - 1, "jupyterlab-myst", _values(noted.pop(VALUES)), value=True)
            made.append(before[end : found.start()])
            follows_text = number > 0 and self.document.segments[number - 1].cell.kind == "markdown"
            if noted or follows_text:
                rest = found[0][found.end(1) - found.start() :]
                made.append(f"+++ {json.dumps(noted, ensure_ascii=False) if noted else ''}".rstrip() + rest)
            end = found.end()
        self.line += len(unix(before).split("\n")) - 1
        return "".join((*made, before[end:]))

    def _options(self, spelled: str) -> str:
        """Options with texts of several lines as blocks, and without the blank line that Jupytext adds."""
        plain = unix(spelled)
        lines = plain.splitlines()
        if not lines[0].startswith("---"):
            return spelled if lines[-1].strip() else options.end_lines(plain.rstrip("\n") + "\n", self.document.newline)
        for key in reversed([key for key in _keys(plain) if _quoted(key)]):
            name = key.name.rpartition(".")[2]
            self._mark(key.start, "jupytext", f"the {name} is quoted over {key.end - key.start} lines")
            indent = lines[key.start][: -len(lines[key.start].lstrip())]
            block = options.spelled({name: key.value.value}).splitlines()
            lines[key.start : key.end] = [f"{indent}{line}".rstrip() for line in block]
        made = "\n".join(lines) + "\n"
        same = options.split(made.split("\n"))[1] == options.split(plain.split("\n"))[1]
        return options.end_lines(made, self.document.newline) if same else spelled

    def _mark(self, below: int, tool: str, found: str, *, value: bool = False) -> None:
        self.marks.append(Mark(self.line + below, tool, found, value))


@dataclass(frozen=True, slots=True)
class _Key:
    """A key of YAML, dotted where it is nested, with its value, its first line and the line after its last."""

    name: str
    value: yaml.Node
    start: int
    end: int


def _keys(text: str) -> Iterator[_Key]:
    """Every key of YAML between two lines of ``---``, the first of which is line 0."""
    lines = unix(text).splitlines()
    closing = next((number for number, line in enumerate(lines) if number and line.startswith("---")), len(lines))
    try:
        node = yaml.compose("\n".join(lines[1:closing]))
    except yaml.YAMLError:
        return
    yield from _below(node, "", closing)


def _below(node: yaml.Node | None, above: str, end: int) -> Iterator[_Key]:
    """The keys below ``node``, which ends before the line ``end``."""
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        return
    starts = [key.start_mark.line + 1 for key, _ in node.value]
    for (key, value), start, stop in zip(node.value, starts, [*starts[1:], end], strict=True):
        name = f"{above}.{key.value}" if above else str(key.value)
        yield _Key(name, value, start, stop)
        yield from _below(value, name, stop)


def _quoted(key: _Key) -> bool:
    """Whether the value is a text of several lines in quotes."""
    long = key.end - key.start > 1 or "\n" in str(key.value.value)
    return isinstance(key.value, yaml.ScalarNode) and key.value.style in ("'", '"') and long


def _read(text: str) -> dict[str, object]:
    try:
        read = json.loads(text)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _values(stored: object) -> str:
    """Stored values in words, the first of them with what it says."""
    known = [one for one in stored if isinstance(one, dict)] if isinstance(stored, list) else []
    if not known:
        return "values of a run are stored"
    first = known[0]
    data = (first.get("result") or {}).get("data") or {}
    count = f", and {len(known) - 1} more" if len(known) > 1 else ""
    return f"the value of a run is stored: {first.get('expression')} was «{data.get('text/plain', '')}»{count}"
