"""Shares: part ÷ whole meets the percentage."""

from __future__ import annotations

from factbook.checker.sentences.judge import CONSISTENT, UNDECIDED, Judgement
from factbook.checker.sentences.judge.margins import SLIPS, is_single_digit, severity, truncated
from factbook.checker.sentences.model import Clue, Problem, Share, Verdict
from factbook.checker.sentences.recompute import share, span
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

CODE = "share"


def judge(claim: Share) -> Judgement | None:
    """The verdict, or ``None`` where the wording does not name the whole and the share does not fit."""
    stated = claim.percent.amount.interval
    part, whole = span(claim.part.amount), span(claim.whole.amount)
    expected = share(part, whole)
    if expected is None:
        return UNDECIDED
    if expected.meets(stated):
        return CONSISTENT
    if not claim.firm:
        return None
    if is_single_digit(claim.part.amount) or is_single_digit(claim.whole.amount):
        return UNDECIDED
    off = stated.gap(expected)
    clues: list[Clue] = []
    if expected.meets(truncated(claim.percent.amount)):
        clues.append(("truncated", None))
    slip = next((one for one in SLIPS if (expected * Interval.point(one)).meets(stated)), None)
    if slip is not None:
        clues.append(("slip", Amount(slip, "number")))
    problem = Problem(CODE, claim, claim.percent.amount, expected, off, severity(off), tuple(clues))
    return Judgement(Verdict.INCONSISTENT, problem)
