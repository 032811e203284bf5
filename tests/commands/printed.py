"""Every shell command that README, CONTRIBUTING, the chapters, the notebooks and the program print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from folders import ROOT

#: Blocks of commands by the language that a fence names.
SHELLS = {"sh", "bash", "shell", "console", "powershell"}
#: A code span that begins so, and goes on, is a command; the name of a program alone is not.
PROGRAM = re.compile(
    r"(?:\.venv[/\\](?:bin|Scripts)[/\\][\w.-]+|apt-get|cat|factbook|git|jupyter(?:-\w+)?|make|pip3?|pipx?|playwright"
    r"|pre-commit|py|pytest|python3?|source|uvx?)\s+\S.*"
)
_COMMENT = re.compile(r"(?:^|\s+)#\s.*$")
#: How a message of the program names the command that mends something.
_IN_MESSAGE = re.compile(r"\brun: (?P<command>[^\"{}]+)\"")
_PARSER = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True, slots=True)
class Printed:
    """One command; ``output`` is what the document shows that it writes, where it does."""

    text: str
    file: str
    line: int
    output: str | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"

    @property
    def for_windows(self) -> bool:
        """Whether it is a command of PowerShell."""
        return "\\" in self.text or self.text.startswith("py ")


def commands() -> tuple[Printed, ...]:
    """Return all of them, in the order in which they are printed."""
    found: list[Printed] = []
    for document in documents():
        # The header of a chapter is no Markdown, and takes as many lines.
        text = re.sub(
            r"\A---\n.*?\n---\n", lambda header: "\n" * header[0].count("\n"), document.read_text("utf-8"), flags=re.S
        )
        found += commands_in(text, document.relative_to(ROOT).as_posix())
    for module in sorted(ROOT.glob("src/factbook/**/*.py")):
        file = module.relative_to(ROOT).as_posix()
        for number, line in enumerate(module.read_text("utf-8").splitlines(), 1):
            named = (told["command"] for told in _IN_MESSAGE.finditer(line))
            found += [Printed(command, file, number) for command in named if PROGRAM.fullmatch(command)]
    return tuple(found)


def documents() -> Iterator[Path]:
    """Yield the files that print commands; ``running.toml`` is what a notebook prints."""
    yield from (ROOT / "README.md", ROOT / "CONTRIBUTING.md")
    yield from sorted(ROOT.glob("book/??/*.md"))
    yield from sorted(ROOT.glob("src/factbook/interface/*/running.toml"))


def commands_in(text: str, file: str, first: int = 1) -> Iterator[Printed]:
    """Yield the commands in Markdown whose first line is line ``first`` of a file."""
    for token in _PARSER.parse(text):
        line = first + (token.map[0] if token.map else 0)
        match token.type:
            case "fence" if token.info.strip() in SHELLS:
                yield from _in_block(token, file, line + 1)
            case "fence" if token.info.startswith("{") and not token.info.startswith("{code-cell}"):
                yield from commands_in(token.content, file, line + 1)
            case "inline":
                spans = (
                    " ".join(child.content.split()) for child in token.children or () if child.type == "code_inline"
                )
                yield from (Printed(span, file, line) for span in spans if PROGRAM.fullmatch(span))


def _in_block(token: Token, file: str, first: int) -> Iterator[Printed]:
    lines = list(enumerate(token.content.splitlines(), first))
    if token.info.strip() == "console":
        yield from _in_console(lines, file)
        return
    for number, line in lines:
        if command := _COMMENT.sub("", line).strip():
            yield Printed(command, file, number)


def _in_console(lines: Iterable[tuple[int, str]], file: str) -> Iterator[Printed]:
    command, output = None, ""
    for number, line in (*lines, (0, "$ ")):
        if not line.startswith("$ "):
            output += line + "\n"
            continue
        if command is not None:
            yield Printed(command[1], file, command[0], output)
        command, output = (number, line[2:].strip()), ""
