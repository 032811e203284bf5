"""Figures that others give by arithmetic: what they give meets what the words of the stated one admit."""

from __future__ import annotations

from factbook.checker.sentences.judge import CONSISTENT, Judgement
from factbook.checker.sentences.judge.margins import SLIPS, relative_gap, severity
from factbook.checker.sentences.model import Computed, Problem, Verdict
from factbook.quantities.amounts import Amount

_IN_POINTS = frozenset({"percent", "pp"})


def judge(claim: Computed) -> Judgement | None:
    """The verdict, or ``None`` where the claim is not firm and does not fit."""
    if claim.expected.meets(claim.allowed):
        return CONSISTENT
    if not claim.firm:
        return None
    amount = claim.stated.amount
    gap = claim.allowed.gap(claim.expected)
    off = gap if amount.unit in _IN_POINTS else relative_gap(claim.allowed, claim.expected)
    problem = Problem(claim.code, claim, amount, claim.expected, off, severity(off), _clues(claim))
    return Judgement(Verdict.INCONSISTENT, problem)


def _clues(claim: Computed) -> tuple[tuple[str, Amount | int | None], ...]:
    """The likeliest slip: a factor of ten, or two digits that changed places."""
    stated, low, high = claim.stated.amount, claim.expected.low, claim.expected.high
    for slip in SLIPS:
        if low <= stated.value * slip <= high and stated.value:
            return (("slip", Amount(slip, "number")),)
    digits = list(claim.stated.text)
    places = [index for index, letter in enumerate(digits) if letter.isdigit()]
    unit = stated.ulp or 1
    shown = str(abs(int(stated.value / unit))) if stated.value.is_finite() else ""
    for index in range(len(shown) - 1):
        swapped = shown[:index] + shown[index + 1] + shown[index] + shown[index + 2 :]
        value = int(swapped) * unit * (-1 if stated.value < 0 else 1)
        if places and swapped != shown and low <= value <= high:
            return (("swapped", None),)
    return ()
