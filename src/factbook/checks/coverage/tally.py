"""The count of the numbers of a site, by what accounts for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factbook.checks.coverage.accounts import Number
from factbook.checks.coverage.rules import CARRIED, EXCUSED


def summary(found: Iterable[Number]) -> str:
    """One line: how many numbers there are, how many are carried, excused and unaccounted for."""
    count = Counter(number.rule for number in found)
    parts = [f"numbers on the pages: {count.total():,}"]
    for what, those in (("carried by facts", CARRIED), ("excused", EXCUSED)):
        each = ", ".join(f"{rule.name} {count[rule]:,}" for rule in those if count[rule])
        parts.append(f"{what}: {sum(count[rule] for rule in those):,} ({each})")
    return "; ".join((*parts, f"unaccounted for: {count[None]:,}"))
