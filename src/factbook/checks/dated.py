"""A date in a table that repeats a number of its source names that number, and is the same."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.data.package import DATE_FACT, DATES, Package, Row
from factbook.facts import Fact, Facts
from factbook.problems import Problem


def check(package: Package, facts: Facts) -> Iterator[Problem]:
    """Dates that differ from the number that they name, or that name none where their source gives one."""
    dates = [fact for fact in facts.facts.values() if fact.unit.is_calendar]
    for table in package.files:
        columns = package.columns(table)
        if DATE_FACT in columns:
            column = next(column for column in columns if column in DATES)
            for row in package.rows(table):
                yield from _check(row, column, dates)


def _check(row: Row, column: str, dates: list[Fact]) -> Iterator[Problem]:
    written, named = row[column].replace("-", ""), row[DATE_FACT]
    of_its_sources = [fact for fact in dates if fact.source in row["source"].split()]
    same = [fact.id for fact in of_its_sources if f"{fact.value:f}" == written]
    if named:
        if named not in same:
            fact = next((fact for fact in of_its_sources if fact.id == named), None)
            said = f"{named}, which is {fact.as_printed}" if fact else f"{named}, which is no date of its source"
            yield from _told(row, column, f"«{row[column]}» names {said}", "the same date, of the same source")
    elif same:
        yield from _told(row, DATE_FACT, "nothing", f"{' or '.join(same)}, which «{row[column]}» repeats")


def _told(row: Row, column: str, found: str, expected: str) -> tuple[Problem, ...]:
    advice = "look the date up in the source, mend the entry that differs, and name the number that it repeats"
    return row.problem("data.date", column, found, expected, advice).problems
