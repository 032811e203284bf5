"""What is wrong with an input, said so that whoever made it can mend it.

Every check of the book yields :class:`Problem` values; only the command line prints them.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import ClassVar


class Status(IntEnum):
    """The exit status of a command. From 128 on it is that of a process that a signal ended, as shells count."""

    CONSISTENT = 0
    FINDINGS = 1
    UNREADABLE = 2
    FAULT = 3
    INTERRUPTED = 130
    NOT_READ = 141


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend.

    ``code`` is stable and searchable (``data.as-printed``); ``file`` is relative to the book where it can be;
    ``line`` counts from 1 and includes a table's header row; ``column`` is the name of a table's column.
    """

    code: str
    file: str
    found: str
    expected: str
    advice: str = ""
    line: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        place = self.file + (f":{self.line}" if self.line else "") + (f", column {self.column}" if self.column else "")
        text = f"{place}: {self.found}\n    expected: {self.expected}"
        if self.advice:
            text += f"\n    to mend: {self.advice}"
        return f"{text}\n    [{self.code}]"


class ProblemError(Exception):
    """Raised where work cannot go on; carries every problem known by then."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[ProblemError], tuple[tuple[Problem, ...]]]:
        """Goes from one process to another with its problems."""
        return type(self), (self.problems,)

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows in place of a traceback: what to mend, not where in the code it was noticed."""
        return str(self).splitlines()


class UnknownNameError(KeyError):
    """A name that nothing of its kind has; the message suggests the nearest ones. Each kind is a subclass."""

    #: What is said before the name, and where to look where no name is near.
    saying: ClassVar[str]
    listed: ClassVar[str]

    def __init__(self, wanted: str, known: Iterable[str]) -> None:
        self.near = difflib.get_close_matches(wanted, list(known), n=3, cutoff=0.5)
        self.found = f"{self.saying} «{wanted}»"
        self.suggestion = f"did you mean {', '.join(self.near)}?" if self.near else self.listed
        super().__init__(f"{self.found}: {self.suggestion}")

    def __str__(self) -> str:
        return str(self.args[0])


class Gathering:
    """Collects problems of several items, so that one run names them all."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    @contextmanager
    def item(self) -> Iterator[None]:
        """Notes a problem raised inside and goes on after the block."""
        try:
            yield
        except ProblemError as error:
            self.problems.extend(error.problems)

    def raise_if_any(self) -> None:
        if self.problems:
            raise ProblemError(self.problems)


def stop_at(problems: Collection[Problem]) -> None:
    """Raises :class:`ProblemError` where there is any problem."""
    if problems:
        raise ProblemError(problems)


def relative(path: Path, root: Path) -> str:
    """``path`` as shown to a reader: from ``root`` where it lies inside."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return str(path)
