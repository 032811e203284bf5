"""Writing the register of reviews."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from fnmatch import fnmatchcase

from factbook.data.layout import Layout
from factbook.data.reviews.model import TABLE, Item, Key, Review, digest
from factbook.data.reviews.register import register
from factbook.data.reviews.rows import items
from factbook.problems import Problem, ProblemError

#: The table whose keys are those of the numbers that are quoted.
_QUOTES = "quotes"


def matching(names: Iterable[str], layout: Layout) -> list[Key]:
    """What ``names`` mean: ``table/row``, a row whose key stands in one table only, or a pattern (``facts/ge-*``).

    The words in which a source prints a number are compared with the number: its key alone means both.

    Rows that are gone but have a review are named in the same way. Raises :class:`ProblemError` for a name of nothing,
    or of rows in several tables.
    """
    known = dict.fromkeys([*items(layout), *register(layout.package)])
    found: dict[Key, None] = {}
    problems: list[Problem] = []
    for name in names:
        meant = [key for key in known if fnmatchcase("/".join(key), name)] or [key for key in known if key[1] == name]
        tables = {table for table, _ in meant} - {_QUOTES}
        if not meant or ("/" not in name and len(tables) > 1):
            problems.append(_unclear(name, meant, layout))
        found.update(dict.fromkeys(meant))
    if problems:
        raise ProblemError(problems)
    return list(found)


def _unclear(name: str, meant: list[Key], layout: Layout) -> Problem:
    return Problem(
        "review.name",
        layout.shown(layout.package.folder),
        f"«{name}» names {'rows of several tables' if meant else 'no row'}",
        "a row as table/row, or a pattern such as facts/*",
        f"write one of {', '.join('/'.join(key) for key in meant)}" if meant else "see the first column of the table",
    )


def record(layout: Layout, keys: Iterable[Key], compared_with: str, day: date) -> None:
    """Notes that the rows ``keys`` were compared on ``day``; the reviews of those that are gone are taken out.

    Raises :class:`ProblemError` where the package declares no table of reviews.
    """
    known, reviews = items(layout), register(layout.package)
    for key in keys:
        if key in known:
            reviews[key] = Review(*key, digest(known[key].cells), day, compared_with, 0)
        else:
            reviews.pop(key, None)
    _write(layout, known, reviews)


def _write(layout: Layout, known: Mapping[Key, Item], reviews: Mapping[Key, Review]) -> None:
    if TABLE not in layout.package.files:
        place = layout.shown(layout.package.folder / "datapackage.json")
        expected = "a table reviews with the columns table, row, digest, reviewed_on, compared_with"
        raise ProblemError([Problem("review.table", place, f"no table «{TABLE}» is declared", expected)])
    path = layout.package.files[TABLE]
    fresh = path.with_suffix(".csv.new")
    with fresh.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(layout.package.columns(TABLE))
        for key in [*(key for key in known if key in reviews), *(key for key in reviews if key not in known)]:
            one = reviews[key]
            writer.writerow([one.table, one.row, one.digest, one.reviewed_on.isoformat(), one.compared_with])
    fresh.replace(path)
