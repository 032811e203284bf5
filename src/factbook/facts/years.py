"""The years of a fact stand twice: in their columns, and at the end of its label in every language («…, 2019–2025»)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.data.package import Package, Row
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

_COLUMNS = ("year", "period_end")
#: A year, or a period in the range sign of either language.
_YEARS = re.compile(r"(?<!\d)(?P<year>(?:19|20|21)\d\d)(?:[–~](?P<end>(?:19|20|21)\d\d))?(?!\d)")


def check(package: Package) -> Iterator[Problem]:
    """Labels of facts whose last years are not the fact's."""
    for row in package.rows("facts"):
        yield from _check(row)


def _check(row: Row) -> Iterator[Problem]:
    years = tuple(row[column] for column in _COLUMNS if row[column])
    if not years:
        return
    for language in LANGUAGES:
        named = [tuple(filter(None, found)) for found in _YEARS.findall(row[f"label_{language}"])]
        if named[-1:] != [years]:
            yield from row.problem(
                "data.years",
                f"label_{language}",
                f"the label ends with {_written(named[-1]) if named else 'no year'}; the columns say {_written(years)}",
                "the two entries of the years to agree",
                "look the years up in the source and mend the entry that differs",
            ).problems


def _written(years: tuple[str, ...]) -> str:
    return "–".join(years)
