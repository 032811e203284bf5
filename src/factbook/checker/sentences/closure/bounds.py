"""Two figures of which words call one the larger: 4만8,700대로 5만1,200대를 넘어섰다; $48m, under the $45m."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factbook.checker.sentences.closure.terms import Window, likes
from factbook.checker.sentences.figures import CUES, RESULTS
from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.sentences.recompute import span
from factbook.quantities.amounts import UNBOUNDED, Qualifier
from factbook.quantities.intervals import Interval

#: Figures further apart than this factor are no slip of a comparison.
_NEAR = Decimal("1.4")


def compared(window: Window) -> Iterator[Computed]:
    """The first of two figures, where words say that it is above or below the second."""
    of_a_kind = likes(window.quantities)
    if len(of_a_kind) != 1 or window.seam:
        return
    first, second = sorted(of_a_kind[0], key=lambda one: one.start)
    if any(one.amount.qualifier is not Qualifier.NONE for one in (first, second)):
        return
    between = window.text[first.end : second.start]
    behind = window.text[second.end : second.end + 24].split(".")[0]
    if RESULTS.has("negated", f"{between}|{behind}") or CUES.has("new_clause", between) or _is_part(window, first):
        return
    above = RESULTS.has("more_between", between) or RESULTS.has("more_behind", behind)
    below = RESULTS.has("less_between", between) or RESULTS.has("less_behind", behind)
    low, high = sorted((first.amount.value, second.amount.value))
    if above == below or not 0 < high <= low * _NEAR or low == high:
        return
    limit = span(second.amount)
    expected = Interval(limit.low, UNBOUNDED) if above else Interval(Decimal(0), limit.high)
    if above != (first.amount.value > second.amount.value):
        operands = (("limit", second),)
        sign = ">" if above else "<"
        arithmetic = f"{first.text} {sign} {second.text}"
        yield Computed("equal", "bound", operands, first, expected, span(first.amount), arithmetic)


def _is_part(window: Window, first: Figure) -> bool:
    """Whether another figure takes part: a percentage, a difference."""
    return any(one.kind in (Kind.PERCENT, Kind.POINTS) for one in window.terms) or first.ranged
