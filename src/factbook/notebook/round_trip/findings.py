"""The marks of another tool in a chapter, as problems to mend."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from factbook.notebook.round_trip.mending import Mark, mend
from factbook.problems import Problem


def problems(text: str, shown: str) -> Iterator[Problem]:
    """One problem for values that are stored in the chapter ``shown``, one for what else a tool has rewritten."""
    for _, marks in groupby(sorted(mend(text).marks, key=lambda mark: not mark.value), key=lambda mark: mark.value):
        yield _problem(list(marks), shown)


def _problem(marks: list[Mark], shown: str) -> Problem:
    first = marks[0]
    places = f" ({len(marks)} such places)" if len(marks) > 1 else ""
    return Problem(
        "chapter.values" if first.value else "chapter.rewritten",
        shown,
        f"{first.tool} wrote into this chapter: {first.found}{places}",
        "no values of a run in a source" if first.value else "the chapter as its authors spell it",
        f"run: factbook tidy {shown}; and open chapters with factbook lab, which saves them as they are",
        first.line,
    )
