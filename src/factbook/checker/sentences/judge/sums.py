"""Sums and differences: what the parts make meets the total."""

from __future__ import annotations

from decimal import Decimal

from factbook.checker.sentences.judge import CONSISTENT, UNDECIDED, Judgement
from factbook.checker.sentences.judge.margins import SLIPS, is_single_digit, relative_gap, severity
from factbook.checker.sentences.model import Clue, Problem, Sum, Verdict
from factbook.checker.sentences.recompute import span, total
from factbook.quantities.intervals import Interval

SUM, DIFFERENCE = "sum", "difference"
#: Parts that are only listed are refuted as a sum within this part of the total; further off they were no sum.
_PLAUSIBLE = Decimal("0.35")


def judge(claim: Sum, *, stated_as_sum: bool) -> Judgement | None:
    """The verdict, or ``None`` where the wording does not call it a sum and it is not one."""
    stated = span(claim.total.amount)
    expected = total([span(part.amount) for part in claim.parts], difference=claim.difference)
    if expected.meets(stated):
        return CONSISTENT
    if claim.open_ended and expected.high < stated.low:
        return None
    off = relative_gap(stated, expected)
    if not claim.firm or (not stated_as_sum and off > _PLAUSIBLE * 100):
        return None
    if is_single_digit(claim.total.amount):
        return UNDECIDED
    code = DIFFERENCE if claim.difference else SUM
    problem = Problem(code, claim, claim.total.amount, expected, off, severity(off), _clues(claim, stated))
    return Judgement(Verdict.INCONSISTENT, problem)


def _clues(claim: Sum, stated: Interval) -> tuple[Clue, ...]:
    for index in range(len(claim.parts)):
        for slip in SLIPS:
            parts = [span(part.amount) for part in claim.parts]
            parts[index] = parts[index] * Interval.point(slip)
            if total(parts, difference=claim.difference).meets(stated):
                return (("slip-of", claim.parts[index].amount),)
    return ()
