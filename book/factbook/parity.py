"""The languages beside each other: every chapter, heading label and figure in all of them, or the build fails.

Chapters are read as MyST reads them, so that a label in a code block is not taken for one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from factbook.catalogue import LANGUAGES
from factbook.layout import Layout
from factbook.package import decode
from factbook.problems import Problem, ProblemError

_FRONT_MATTER_LINES = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
#: A figure's or table's name, in a directive's options or a code cell's.
_NAME = re.compile(r"^\s*:?name:\s*(?P<name>[\w-]+)\s*$")
#: Directives whose text is not MyST.
_VERBATIM = frozenset({"code", "code-block", "code-cell", "literalinclude", "math", "mermaid", "raw"})


@dataclass(frozen=True, slots=True)
class Label:
    """Something of a chapter that can be referred to, and the line where it is named."""

    name: str
    line: int


def check(layout: Layout) -> list[Problem]:
    """Chapters and labels that stand in one language only."""
    found: list[Problem] = []
    names = {language: _chapters(layout.chapters(language)) for language in LANGUAGES}
    every = sorted(set().union(*names.values()))
    for name in every:
        here = [language for language in LANGUAGES if name in names[language]]
        missing = [language for language in LANGUAGES if language not in here]
        if missing:
            found += [_missing_chapter(layout, name, language) for language in missing]
            continue
        try:
            found += _compare(layout, name)
        except ProblemError as error:
            found += error.problems
    return found


def _chapters(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.md")}


def _missing_chapter(layout: Layout, name: str, language: str) -> Problem:
    path = layout.chapters(language) / f"{name}.md"
    return Problem(
        "parity.chapter",
        layout.shown(path),
        "the chapter does not stand in this language",
        "every chapter in every language, under the same file name",
        "write it, or take it out of the other languages and of _toc.yml",
    )


def _compare(layout: Layout, name: str) -> Iterator[Problem]:
    paths = {language: layout.chapters(language) / f"{name}.md" for language in LANGUAGES}
    labels = {language: labels_of(decode(path, layout.shown(path))) for language, path in paths.items()}
    for language, own in labels.items():
        shown = layout.shown(paths[language])
        for label in _twice(own):
            yield Problem("parity.twice", shown, f"the label «{label.name}» stands twice", "every label once", "", label.line)
        for other, theirs in labels.items():
            yield from _lacking(shown, own, layout.shown(paths[other]), theirs)


def _twice(labels: list[Label]) -> list[Label]:
    times = Counter(label.name for label in labels)
    return [label for label in labels if times[label.name] > 1]


def _lacking(shown: str, own: list[Label], other: str, theirs: list[Label]) -> Iterator[Problem]:
    known = {label.name for label in own}
    for label in theirs:
        if label.name not in known:
            yield Problem(
                "parity.label",
                shown,
                f"the label «{label.name}» is missing",
                f"every label of {other} (there in line {label.line})",
                "write the section or figure in this language too",
            )


def labels_of(text: str) -> list[Label]:
    """The labels of a chapter's headings, figures and tables, in the order of the text."""
    skipped = _FRONT_MATTER_LINES.match(text)
    offset = skipped.group().count("\n") if skipped else 0
    body = text[skipped.end() :] if skipped else text
    return sorted(_labels(body, offset), key=lambda label: label.line)


def _labels(text: str, offset: int) -> Iterator[Label]:
    parser = create_md_parser(MdParserConfig(enable_extensions={"colon_fence"}), RendererHTML)
    for token in parser.parse(text):
        line = offset + (token.map[0] if token.map else 0) + 1
        if token.type == "myst_target":
            yield Label(token.content, line)
        elif token.type in ("fence", "colon_fence") and token.info.startswith("{"):
            yield from _labels_of_directive(token, line)


def _labels_of_directive(token: Token, line: int) -> Iterator[Label]:
    """The name among a directive's options, and the labels in its text, unless that is code."""
    lines = token.content.splitlines()
    options = _options(lines)
    for position, written in enumerate(lines[:options], 1):
        if found := _NAME.match(written):
            yield Label(found["name"], line + position)
    if token.info[1:].partition("}")[0] not in _VERBATIM:
        yield from _labels("\n".join(lines[options:]), line + options)


def _options(lines: list[str]) -> int:
    """How many lines of a directive are its options: a block between two rules, or lines that begin with a colon."""
    if lines and lines[0].strip() == "---":
        return next((end for end, line in enumerate(lines[1:], 2) if line.strip() == "---"), len(lines))
    return next((count for count, line in enumerate(lines) if not line.lstrip().startswith(":")), len(lines))
