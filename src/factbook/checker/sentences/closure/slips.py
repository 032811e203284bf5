"""Whether a wrong figure may have come from a right one by a slip of the pen: a digit, two in turn, a power of ten."""

from __future__ import annotations

from decimal import Decimal

from factbook.checker.sentences.judge.margins import SLIPS
from factbook.checker.sentences.judge.slips import digits_of, misprinted, unit_of
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

#: A slip leaves a figure within this part of the right one, or changes digits of it.
NEAR = Decimal("0.34")
#: Small differences and rates slip further: 50 for 75 basis points, 5.0% for 8.2%.
NEAR_POINTS = Decimal("0.51")
NEAR_RATE = Decimal("0.75")
#: Neighbouring words are as far apart as one and two in five.
NEAR_WORDS = Decimal(1)
_NEAR_TWO = Decimal("1.2")
_MOST_DIGITS = 12
#: Million for billion, or the other way round.
_THOUSANDS = (Decimal(1000), Decimal("0.001"))
#: Below this, in per cent of the right one, a difference is a matter of rounding.
_ROUNDING = Decimal("0.012")


def is_rounded(stated: Interval, expected: Interval) -> bool:
    """Whether two intervals meet, or nearly so."""
    return stated.meets(expected) or stated.gap(expected) <= abs(expected.midpoint) * _ROUNDING


def is_slip(stated: Amount, expected: Interval, near: Decimal = NEAR) -> bool:
    """Whether a slip would make what is expected of what is stated: one is at most ``near`` above the other.

    Digits of a short number agree by chance: two must lie nearer than three, and one tells nothing.
    """
    value, middle = abs(stated.value), abs(expected.midpoint)
    if not expected.low > 0 or expected.high > expected.low * 2 or not value:
        return False
    digits = digits_of(stated)
    apart = max(value, middle) / min(value, middle) - 1
    if apart <= (max(near, NEAR_RATE) if len(digits) == 1 else near):
        return True
    if near == NEAR_WORDS or len(digits) > _MOST_DIGITS:
        return False
    if len(digits) < 2:
        return any(expected.contains(value * slip) for slip in _THOUSANDS)
    if any(expected.contains(value * slip) for slip in SLIPS):
        return True
    if len(digits) == 2 and apart > _NEAR_TWO:
        return False
    unit = unit_of(stated)
    return any(Interval.around(int(other) * unit, stated.ulp).meets(expected) for other in misprinted(digits))
