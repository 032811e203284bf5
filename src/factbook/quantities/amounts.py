"""Amounts: an exact value, a unit, and the last digit that was printed.

Pure values, no files and no wording. The interval of an amount is the rule of the house: ± half a unit of the
last printed digit; a count is exact; a one-sided wording (이상, more than) is open on one side.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

from factbook.quantities.intervals import PRECISION, Interval

#: No limit, at the open side of «at least».
UNBOUNDED = Decimal("Infinity")


class Qualifier(StrEnum):
    """How a source hedges a number. ``ABOUT`` widens nothing: the printed digits already say how exact it is."""

    NONE = ""
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


@dataclass(frozen=True, slots=True)
class Amount:
    """``value`` in base units of ``unit`` (``USD``, ``KRW``, ``percent``, ``paper`` …).

    ``ulp`` is the unit of the last printed digit in the same base units: 6억 달러 is ``Amount(600000000, "USD",
    ulp=100000000)``. ``ulp == 0`` means exact (a count, a calendar year).
    """

    value: Decimal
    unit: str
    ulp: Decimal = Decimal(0)
    qualifier: Qualifier = Qualifier.NONE

    @property
    def interval(self) -> Interval:
        """Every value that the printed digits allow."""
        around = Interval.around(self.value, self.ulp)
        if self.qualifier is Qualifier.AT_LEAST:
            return Interval(around.low, UNBOUNDED)
        if self.qualifier is Qualifier.AT_MOST:
            return Interval(min(Decimal(0), around.low), around.high)
        return around

    def rounded(self, ulp: Decimal) -> Amount:
        """The same amount printed with ``ulp`` as the unit of its last digit (반올림: halves away from zero)."""
        return replace(self, value=quantize(self.value, ulp), ulp=ulp)


def quantize(value: Decimal, ulp: Decimal) -> Decimal:
    """``value`` rounded to a multiple of ``ulp``, halves away from zero."""
    wide = Context(prec=PRECISION)
    return wide.multiply(wide.divide(value, ulp).to_integral_value(rounding=ROUND_HALF_UP), ulp)
