"""Whether a wrong figure may have come from a right one by a slip of the pen: a digit, two in turn, a power of ten."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factbook.checker.sentences.judge.margins import SLIPS
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

#: A slip leaves a figure within this part of the right one, or changes digits of it.
NEAR = Decimal("0.34")
#: Small differences and rates slip further: 50 for 75 basis points, 5.0% for 8.2%.
NEAR_POINTS = Decimal("0.51")
NEAR_RATE = Decimal("0.75")
#: Neighbouring words are as far apart as one and two in five.
NEAR_WORDS = Decimal(1)
#: Below this, in per cent of the right one, a difference is a matter of rounding.
_ROUNDING = Decimal("0.012")


def is_rounded(stated: Interval, expected: Interval) -> bool:
    """Whether two intervals meet, or nearly so."""
    return stated.meets(expected) or stated.gap(expected) <= abs(expected.midpoint) * _ROUNDING


def is_slip(stated: Amount, expected: Interval, near: Decimal = NEAR) -> bool:
    """Whether a slip would make what is expected of what is stated: one is at most ``near`` above the other."""
    value, middle = abs(stated.value), abs(expected.midpoint)
    if not 0 < expected.low or expected.high > expected.low * 2 or not value:
        return False
    if max(value, middle) <= min(value, middle) * (1 + near):
        return True
    if near == NEAR_WORDS:
        return False
    if any(expected.contains(value * slip) for slip in SLIPS):
        return True
    return any(Interval.around(other, stated.ulp).meets(expected) for other in _misprints(stated))


def _misprints(amount: Amount) -> Iterator[Decimal]:
    """An amount with one digit changed, or two neighbours in each other's place."""
    unit = amount.ulp or _last_place(amount.value)
    digits = str(abs(int(amount.value / unit))) if amount.value.is_finite() else ""
    if len(digits) > 12:
        return
    for index in range(len(digits)):
        for other in "0123456789" if index else "123456789":
            yield int(digits[:index] + other + digits[index + 1 :]) * unit
        if index + 1 < len(digits):
            yield int(digits[:index] + digits[index + 1] + digits[index] + digits[index + 2 :]) * unit


def _last_place(value: Decimal) -> Decimal:
    """The place of the last digit of a whole number that is not zero."""
    return Decimal(1).scaleb(max(0, int(value.normalize().as_tuple().exponent)))
