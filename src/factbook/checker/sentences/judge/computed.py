"""Figures that others give by arithmetic: what they give meets what the words of the stated one admit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from factbook.checker.sentences.judge import CONSISTENT, Judgement
from factbook.checker.sentences.judge.margins import SLIPS, relative_gap, severity
from factbook.checker.sentences.judge.slips import digits_of, swapped
from factbook.checker.sentences.model import Clue, Computed, Problem, Verdict
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

_IN_POINTS = frozenset({"percent", "pp"})


def judge(claim: Computed) -> Judgement | None:
    """The verdict, or ``None`` where the claim is not firm and does not fit."""
    if claim.holds:
        return CONSISTENT
    if not claim.firm:
        return None
    amount = claim.stated.amount
    gap = claim.allowed.gap(claim.expected)
    off = gap if amount.unit in _IN_POINTS else relative_gap(claim.allowed, claim.expected)
    problem = Problem(claim.code, claim, amount, claim.expected, off, severity(off), clues(claim))
    return Judgement(Verdict.INCONSISTENT, problem)


def clues(claim: Computed) -> tuple[Clue, ...]:
    """The likeliest slip: a factor of ten, or two digits that changed places in the result or in one of its parts."""
    stated, expected = claim.stated.amount, claim.expected
    for slip in SLIPS:
        if expected.low <= stated.value * slip <= expected.high and not expected.low <= 0 <= expected.high:
            return (("slip", Amount(slip, "number")),)
    if any(expected.low <= value <= expected.high for value in _swapped(stated)):
        return (("swapped", None),)
    for _, part in claim.operands if claim.adds else ():
        for value in _swapped(part.amount):
            if (expected + Interval.point(value - part.amount.value)).meets(claim.allowed):
                return (("swapped-in", part.text),)
    return ()


def _swapped(amount: Amount) -> Iterator[Decimal]:
    """What an amount would be with two neighbouring digits in each other's place."""
    # An exact amount has all its digits, the zeros at its end as well.
    digits, unit = digits_of(replace(amount, ulp=amount.ulp or Decimal(1))), amount.ulp or Decimal(1)
    for turned in swapped(digits):
        yield int(turned) * unit * (-1 if amount.value < 0 else 1)
