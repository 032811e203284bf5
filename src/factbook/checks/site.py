"""Every check that the built pages must pass before they are published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from factbook.checks import coverage, pages
from factbook.checks.memory import Memory
from factbook.checks.of_pages import CHECKS
from factbook.data.layout import Layout
from factbook.problems import Problem


def check(
    layout: Layout, folders: Mapping[str, Path], tell: Callable[[str], None], memory: Memory | None = None
) -> list[Problem]:
    """Every problem of the built pages; tells how many numbers they hold and what accounts for them.

    With the ``memory`` of an earlier check, only pages that have changed since are looked at anew.
    """
    site = pages.read(layout, folders, memory)
    problems = [problem for run in CHECKS for problem in run(site)]
    tell(coverage.summary(coverage.numbers(site)))
    return problems
