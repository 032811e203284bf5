"""What must hold of the editions before anything is built: their bytes, and a reason for each fact changed since."""

from __future__ import annotations

from factbook.data.layout import Layout
from factbook.editions import changes, cited, records
from factbook.problems import Problem, ProblemError


def check(layout: Layout) -> list[Problem]:
    """Every problem of the editions; the changes are looked at only once the editions themselves are whole."""
    try:
        broken = [*records.check(layout), *cited.check(layout)]
        return broken or list(changes.check(layout, records.latest(layout)))
    except ProblemError as error:
        return list(error.problems)
