"""What must hold of the built pages: one small check a module, each a generator of problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factbook.problems import Problem
from factbook.site.checks import coverage, explanations, ledger, leftovers, links, numbers, privacy, prose, reads, twins
from factbook.site.pages import Site

CHECKS: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    privacy.check,
    links.check,
    leftovers.check,
    numbers.check,
    ledger.check,
    explanations.check,
    prose.check,
    coverage.check,
    twins.check,
    reads.check,
)
