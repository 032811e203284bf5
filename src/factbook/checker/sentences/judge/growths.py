"""Growth a year and in total: the rate that the amounts give meets the rate that is stated."""

from __future__ import annotations

from decimal import Decimal

from factbook.checker.sentences.judge import CONSISTENT, UNDECIDED, Judgement
from factbook.checker.sentences.judge.margins import SLIPS, is_single_digit, severity, truncated
from factbook.checker.sentences.model import Clue, Growth, Problem, Verdict
from factbook.checker.sentences.recompute import annual_growth, grown, growth, span
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

ANNUAL, TOTAL, CURRENCY = "growth-annual", "growth-total", "growth-currency"


def judge(claim: Growth) -> Judgement | None:
    """The verdict, or ``None`` where the wording does not tie the three together and they do not fit."""
    stated, readings = _stated(claim), claim.steps or (0,)
    if span(claim.start.amount).low <= 0 or (claim.steps and claim.end.amount.value < 0):
        return UNDECIDED
    fits = any(_fits(claim, stated, steps) for steps in readings)
    if claim.start.amount.unit != claim.end.amount.unit:
        return _other_currency(claim) if fits else None
    if fits:
        return CONSISTENT
    if not claim.firm:
        return None
    if _too_coarse(claim, stated):
        return UNDECIDED
    closest = min((_rate(claim, steps) for steps in readings), key=stated.gap)
    off = stated.gap(closest)
    code = ANNUAL if claim.steps else TOTAL
    problem = Problem(code, claim, claim.rate.amount, closest, off, severity(off), _clues(claim, stated))
    return Judgement(Verdict.INCONSISTENT, problem)


def _stated(claim: Growth) -> Interval:
    interval = claim.rate.amount.interval
    return Interval(-interval.high, -interval.low) if claim.falling else interval


def _fits(claim: Growth, rate: Interval, steps: int, slip: Decimal = Decimal(1)) -> bool:
    """Whether the start grows to the end, or to ``slip`` times the end."""
    end = span(claim.end.amount) * Interval.point(slip)
    return grown(span(claim.start.amount), rate, steps).meets(end)


def _rate(claim: Growth, steps: int) -> Interval:
    start, end = span(claim.start.amount), span(claim.end.amount)
    rate = annual_growth(start, Interval(max(Decimal(0), end.low), end.high), steps) if steps else growth(start, end)
    if rate is None:
        raise ValueError(f"no growth is computed from {claim.start.text}")
    return rate


def _too_coarse(claim: Growth, stated: Interval) -> bool:
    """Whether a one-digit amount is at work that one digit more could mend."""
    ends = (claim.start.amount, claim.end.amount)
    if not any(is_single_digit(end) for end in ends):
        return False
    # From 3 to 9 is no rise of 300 %, though three times as much is 300 % of it.
    if not claim.steps and claim.rate.amount.value * claim.start.amount.value == claim.end.amount.value * 100:
        return False
    start, end = (_widened(amount) for amount in ends)
    return start.low <= 0 or grown(start, stated, max(claim.steps, default=0)).meets(end)


def _widened(amount: Amount) -> Interval:
    """A one-digit amount taken loosely: a whole unit of its digit either way."""
    interval = span(amount)
    if not is_single_digit(amount):
        return interval
    half = amount.ulp / 2
    low = interval.low - half
    return Interval(max(Decimal(0), low) if amount.value >= 0 else low, interval.high + half)


def _other_currency(claim: Growth) -> Judgement:
    """The rate fits only if both amounts are in one currency: one of them names the wrong one."""
    off = Decimal(100)
    problem = Problem(CURRENCY, claim, claim.end.amount, span(claim.start.amount), off, severity(off))
    return Judgement(Verdict.INCONSISTENT, problem)


def _clues(claim: Growth, stated: Interval) -> tuple[Clue, ...]:
    clues: list[Clue] = []
    cut = truncated(claim.rate.amount)
    if not claim.falling and any(_fits(claim, cut, steps) for steps in claim.steps or (0,)):
        clues.append(("truncated", None))
    if claim.steps:
        around = (max(claim.steps) + 1, min(claim.steps) - 1)
        clues.extend(("steps", steps) for steps in around if steps > 0 and _fits(claim, stated, steps))
        if _fits(claim, stated, 0):
            clues.append(("in-total", None))
    elif (years := _years_apart(claim)) > 1 and _fits(claim, stated, years):
        clues.append(("a-year", None))
    slip = next((one for one in SLIPS if _fits(claim, stated, min(claim.steps, default=0), one)), None)
    if slip is not None:
        clues.append(("slip", Amount(slip, "number")))
    return tuple(clues)


def _years_apart(claim: Growth) -> int:
    start, end = claim.start.year, claim.end.year
    return end - start if start is not None and end is not None else 0
