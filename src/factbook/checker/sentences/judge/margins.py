"""How far off is how bad: the thresholds that the rules share."""

from __future__ import annotations

from decimal import Decimal

from factbook.checker.sentences.model import Severity
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

#: Percentage points (or per cent of an amount) below which a finding is a warning.
WARNING_BELOW = Decimal("0.1")
#: A one-digit amount is refuted by a slip of this factor only.
SLIP = Decimal(5)
#: Factors by which a unit is mistaken: 억 for 조, million for billion, a shifted decimal point.
SLIPS = tuple(Decimal(10) ** power for power in (-4, -3, -2, -1, 1, 2, 3, 4))


def severity(off: Decimal) -> Severity:
    """A warning under 0.1, an error above."""
    return Severity.WARNING if off < WARNING_BELOW else Severity.ERROR


def is_single_digit(amount: Amount) -> bool:
    """Whether an amount is printed with one digit that counts, such as 1조."""
    return bool(amount.ulp) and amount.unit not in ("percent", "pp") and abs(amount.value) < 10 * amount.ulp


def relative_gap(stated: Interval, expected: Interval) -> Decimal:
    """How far apart two intervals are, in per cent of the expected middle."""
    middle = abs(expected.midpoint)
    return stated.gap(expected) / middle * 100 if middle else Decimal(100)


def far_apart(stated: Interval, expected: Interval) -> bool:
    """Whether even a one-digit amount is refuted: the two are a factor of :data:`SLIP` apart."""
    low, high = sorted((abs(stated.midpoint), abs(expected.midpoint)))
    return high > low * SLIP


def truncated(stated: Amount) -> Interval:
    """What a number cut off, rather than rounded, after its last digit may have been."""
    return Interval(stated.value, stated.value + stated.ulp)
