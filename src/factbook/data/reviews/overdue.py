"""Find the rows that somebody was to look at again by a day that has passed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from factbook.data.package import DESCRIBED_IN, REVIEW_BY, Package, Row
from factbook.data.reviews.rows import key_of
from factbook.problems import Problem

#: Columns that say what a row is about, the first that its table has, without the language.
_SAYING = ("text", "what", "label", "name")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def overdue(package: Package, on: date) -> list[Problem]:
    """Return one problem for each row whose ``review_by`` is before the day ``on``, the longest overdue first.

    Raises :class:`~factbook.problems.ProblemError` where a table or a day cannot be read.
    """
    printed = {row["id"]: row["as_printed"] for row in package.rows("facts")}
    found = [(day, _problem(table, row, key_of(package, table), printed, day)) for table, row, day in _days(package)]
    late = [(day, problem) for day, problem in found if day < on]
    return [problem for _, problem in sorted(late, key=lambda one: (one[0], one[1].file, one[1].line or 0))]


def _days(package: Package) -> Iterator[tuple[str, Row, date]]:
    """Yield each row that is to be looked at again, with its table and the day."""
    for table in package.files:
        if REVIEW_BY in package.columns(table):
            for row in package.rows(table):
                if row[REVIEW_BY]:
                    yield table, row, _day(row)


def _day(row: Row) -> date:
    try:
        return date.fromisoformat(row[REVIEW_BY])
    except ValueError:
        raise row.problem(
            "data.date", REVIEW_BY, f"«{row[REVIEW_BY]}» is no day", "a day such as 2027-06-30, or nothing"
        ) from None


def _problem(table: str, row: Row, key: str, printed: Mapping[str, str], day: date) -> Problem:
    name, sources = f"{table}/{row[key]}", row.cells.get("source", "")
    where = f" in {', '.join(sources.split())} and newer sources" if sources else ""
    return Problem(
        "review.overdue",
        row.file,
        f"«{name}» was to be looked at again by {day}: {_said(row, printed)}",
        "a row that was looked at in time",
        f"look whether it still holds{where}; correct it and record its review, or leave it; "
        f"then move {REVIEW_BY}, or empty it where nothing will change any more",
        row.line,
        REVIEW_BY,
    )


def _said(row: Row, printed: Mapping[str, str]) -> str:
    """Return what a row says in words, with the printed form of each number that it names."""
    column = next((f"{name}_{DESCRIBED_IN}" for name in _SAYING if f"{name}_{DESCRIBED_IN}" in row.cells), "")
    text = _PLACEHOLDER.sub(lambda found: printed.get(found[1], found[0]), row.cells.get(column, ""))
    return f"{text}: {row['as_printed']}" if "as_printed" in row.cells else text
