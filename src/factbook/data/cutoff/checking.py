"""Find what is newer than the cut-off: events, sources, days of access, and numbers for a later time.

A number for a time after the cut-off is rightly there only as a forecast or a plan. Such a row has a day in
``review_by`` on which somebody looks whether it came true; a row without one is taken for a mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from factbook.data import sources
from factbook.data.cutoff.reading import SETTING, read
from factbook.data.layout import Layout
from factbook.data.package import DATES, REVIEW_BY, Row
from factbook.problems import Problem, ProblemError

#: Columns of the tables of numbers that say which time a number is for.
_PERIODS = ("year", "period_end")
#: Units whose amounts are themselves a time, with the lengths of the parts of its ISO form.
_CALENDAR = {"year": (4,), "month": (4, 2), "date": (4, 2, 2)}
#: Fields of the bibliography: when a source came out, and when it was looked at.
_FIELDS = ("date", "year", "urldate")
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_EXPECTED = "nothing after the day up to which the book looked"
_MOVE = f"once all sources were looked through anew, move {SETTING} in _config.yml"


def check(layout: Layout) -> Iterator[Problem]:
    """Yield one problem for each date after the cut-off, at its row; and one where the cut-off itself is unreadable.

    Raises :class:`ProblemError` where a table cannot be read.
    """
    try:
        cutoff = read(layout.config, layout.shown(layout.config))
    except ProblemError as error:
        yield from error.problems
        return
    for table in layout.package.files:
        for row in layout.package.rows(table):
            yield from _events(row, cutoff)
            yield from _numbers(row, cutoff)
    yield from _sources(layout, cutoff)


def _events(row: Row, cutoff: date) -> Iterator[Problem]:
    """Yield what happened, was said or was published after the cut-off."""
    for column in row.cells:
        if column in DATES and _is_newer(row[column], cutoff):
            yield from row.problem(
                "data.newer", column, _found(row[column], cutoff), _EXPECTED, f"mend the date; or, {_MOVE}"
            ).problems


def _numbers(row: Row, cutoff: date) -> Iterator[Problem]:
    """Yield a number for a later time that is marked neither as a forecast nor as a plan."""
    if row.cells.get(REVIEW_BY):
        return
    for column, iso in _times(row):
        if _is_newer(iso, cutoff):
            yield from row.problem(
                "data.newer",
                column,
                _found(iso, cutoff),
                f"{_EXPECTED}, unless it is a forecast or a plan",
                f"mend the date; for a forecast or a plan, say in {REVIEW_BY} when to look at it again; or, {_MOVE}",
            ).problems
            return


def _times(row: Row) -> Iterator[tuple[str, str]]:
    """Yield each column that says a time of the number in a row, with that time in ISO form."""
    for column in _PERIODS:
        if column in row.cells:
            yield column, row[column]
    lengths = _CALENDAR.get(row.cells.get("unit", ""), ())
    digits = row.cells.get("value", "")
    if lengths and len(digits) == sum(lengths):
        starts = [sum(lengths[:index]) for index in range(len(lengths))]
        yield "value", "-".join(digits[start : start + length] for start, length in zip(starts, lengths, strict=True))


def _sources(layout: Layout, cutoff: date) -> Iterator[Problem]:
    """Yield sources that came out or were looked at after the cut-off. An unreadable bibliography has none."""
    shown = layout.shown(layout.bibliography)
    try:
        entries = sources.read(layout.bibliography, shown).entries
    except ProblemError:
        return
    lines = sources.lines(layout.bibliography.read_text("utf-8"))
    for key, entry in entries.items():
        for name in _FIELDS:
            said = entry.fields.get(name, "").strip()
            if _is_newer(said, cutoff):
                found = f"{name} of the source «{key}»: {_found(said, cutoff)}"
                yield Problem("data.newer", shown, found, _EXPECTED, f"mend the date; or, {_MOVE}", lines.get(key))
                break


def _is_newer(iso: str, cutoff: date) -> bool:
    """Whether a year, month or day begins after the cut-off; a period that the cut-off falls in does not.

    Anything else, such as the id of a fact that is a year, is not newer.
    """
    return bool(_ISO.fullmatch(iso)) and iso > cutoff.isoformat()[: len(iso)]


def _found(iso: str, cutoff: date) -> str:
    return f"{iso} is after the cut-off, {cutoff.isoformat()}"
