"""The same quantity twice: the two intervals meet, in the same currency."""

from __future__ import annotations

from decimal import Decimal

from factbook.checker.sentences.judge import CONSISTENT, UNDECIDED, Judgement
from factbook.checker.sentences.judge.margins import is_single_digit, relative_gap, severity
from factbook.checker.sentences.model import Equal, Problem, Verdict
from factbook.checker.sentences.recompute import span

VALUE, CURRENCY = "equal", "equal-currency"


def judge(claim: Equal) -> Judgement:
    """The verdict on a quantity that is said twice."""
    first, second = claim.first.amount, claim.second.amount
    expected, stated = span(first), span(second)
    if first.unit != second.unit:
        off = Decimal(100)
        return Judgement(Verdict.INCONSISTENT, Problem(CURRENCY, claim, second, expected, off, severity(off)))
    if expected.meets(stated):
        return CONSISTENT
    if is_single_digit(first) or is_single_digit(second):
        return UNDECIDED
    off = stated.gap(expected) if first.unit == "percent" else relative_gap(stated, expected)
    return Judgement(Verdict.INCONSISTENT, Problem(VALUE, claim, second, expected, off, severity(off)))
