"""What is to be done to bring the languages in step, as a translator's list: one file after the other, from its top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factbook.problems import Problem
from factbook.translations import Declared
from factbook.translations.record import COMMAND

#: Sections that are named before the rest are only counted.
_NAMED = 6


def report(done: Declared, waiting: Sequence[str]) -> Iterator[str]:
    """The list, what has been recorded, and the sections ``waiting`` to be; line by line."""
    yield from tasks(done.left)
    if done.recorded:
        yield f"recorded as in step: {_named(done.recorded)}"
    if waiting:
        yield reminder(waiting)
    if done.left:
        yield f"to do: {len(done.left)}"
    else:
        yield "the languages are in step"


def tasks(problems: Iterable[Problem]) -> Iterator[str]:
    """One entry a problem, below its file."""
    ordered = sorted(problems, key=lambda problem: (problem.file, problem.line or 0))
    for file, of_file in groupby(ordered, key=lambda problem: problem.file):
        yield file
        for problem in of_file:
            place = f"line {problem.line}: " if problem.line else ""
            yield f"  [ ] {place}{problem.found}"
            yield f"      expected: {problem.expected}"
            if problem.advice:
                yield f"      to mend: {problem.advice}"
        yield ""


def reminder(waiting: Sequence[str]) -> str:
    """That sections are new, gone, or have changed in every language, and their new state is not recorded."""
    return f"new, or changed in every language, and not yet recorded as in step: {_named(waiting)}; run: {COMMAND}"


def _named(labels: Sequence[str]) -> str:
    rest = len(labels) - _NAMED
    return ", ".join(labels[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")
