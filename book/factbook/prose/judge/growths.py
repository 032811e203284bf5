"""Growth a year and in total: the rate that the amounts give meets the rate that is stated."""

from __future__ import annotations

from decimal import Decimal

from factbook.amounts import Amount
from factbook.intervals import Interval
from factbook.prose.judge import CONSISTENT, UNDECIDED, Judgement
from factbook.prose.judge.margins import SLIPS, is_single_digit, severity, truncated
from factbook.prose.model import Growth, Problem, Verdict
from factbook.prose.recompute import annual_growth, growth, span

ANNUAL, TOTAL, CURRENCY = "growth-annual", "growth-total", "growth-currency"

_Clue = tuple[str, Amount | int | None]


def judge(claim: Growth) -> Judgement | None:
    """The verdict, or ``None`` where the wording does not tie the three together and they do not fit."""
    stated = _stated(claim)
    expected = [rate for rate in (_rate(claim, steps) for steps in claim.steps or (0,)) if rate is not None]
    if not expected:
        return UNDECIDED
    fits = any(rate.meets(stated) for rate in expected)
    if claim.start.amount.unit != claim.end.amount.unit:
        return _other_currency(claim, expected[0]) if fits else None
    if fits:
        return CONSISTENT
    if not claim.firm:
        return None
    closest = min(expected, key=stated.gap)
    off = stated.gap(closest)
    if _too_coarse(claim, stated):
        return UNDECIDED
    code = ANNUAL if claim.steps else TOTAL
    problem = Problem(code, claim, claim.rate.amount, closest, off, severity(off), _clues(claim, stated))
    return Judgement(Verdict.INCONSISTENT, problem)


def _stated(claim: Growth) -> Interval:
    interval = claim.rate.amount.interval
    return Interval(-interval.high, -interval.low) if claim.falling else interval


def _rate(claim: Growth, steps: int, factor: Decimal = Decimal(1)) -> Interval | None:
    start, end = span(claim.start.amount), span(claim.end.amount) * Interval.point(factor)
    return annual_growth(start, end, steps) if steps else growth(start, end)


def _too_coarse(claim: Growth, stated: Interval) -> bool:
    """Whether a one-digit amount is at work that one digit more could mend."""
    ends = (claim.start.amount, claim.end.amount)
    if not any(is_single_digit(end) for end in ends):
        return False
    start, end = (_widened(amount) for amount in ends)
    if start.low <= 0:
        return True
    widened = annual_growth(start, end, max(claim.steps)) if claim.steps else growth(start, end)
    return widened is None or widened.meets(stated)


def _widened(amount: Amount) -> Interval:
    """A one-digit amount taken loosely: a whole unit of its digit either way."""
    interval = span(amount)
    if not is_single_digit(amount):
        return interval
    half = amount.ulp / 2
    return Interval(max(Decimal(0), interval.low - half), interval.high + half)


def _other_currency(claim: Growth, expected: Interval) -> Judgement:
    """The rate fits only if both amounts are in one currency: one of them names the wrong one."""
    problem = Problem(CURRENCY, claim, claim.end.amount, span(claim.start.amount), Decimal(100), severity(Decimal(100)))
    return Judgement(Verdict.INCONSISTENT, problem) if expected else UNDECIDED


def _clues(claim: Growth, stated: Interval) -> tuple[_Clue, ...]:
    clues: list[_Clue] = []
    if not claim.falling:
        cut = truncated(claim.rate.amount)
        if any((rate := _rate(claim, steps)) is not None and rate.meets(cut) for steps in claim.steps or (0,)):
            clues.append(("truncated", None))
    if claim.steps:
        for steps in (max(claim.steps) + 1, min(claim.steps) - 1):
            if steps > 0 and _meets(_rate(claim, steps), stated):
                clues.append(("steps", steps))
        if _meets(_rate(claim, 0), stated):
            clues.append(("in-total", None))
    elif (years := _years_apart(claim)) > 1 and _meets(_rate(claim, years), stated):
        clues.append(("a-year", None))
    slip = next((one for one in SLIPS if _meets(_rate(claim, min(claim.steps or (0,)), one), stated)), None)
    if slip is not None:
        clues.append(("slip", Amount(slip, "number")))
    return tuple(clues)


def _years_apart(claim: Growth) -> int:
    start, end = claim.start.year, claim.end.year
    return end - start if start is not None and end is not None else 0


def _meets(rate: Interval | None, stated: Interval) -> bool:
    return rate is not None and rate.meets(stated)
