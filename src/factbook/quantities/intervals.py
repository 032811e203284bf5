"""Closed intervals of exact decimals, with arithmetic that always rounds outwards.

A printed number stands for every value that would have been printed the same way: ± half a unit of its last
printed digit. Carrying those intervals through a computation, instead of the midpoints, is what lets a check
say "these two figures cannot both be right" without ever saying so wrongly.

Rounding outwards follows IEEE 1788-2015 (interval arithmetic), section 4: the low end is rounded towards
minus infinity, the high end towards plus infinity, so the true result always lies inside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

#: Digits carried by every operation; far beyond any printed figure.
PRECISION = 60
_ZERO = Decimal(0)
_WIDE = Context(prec=PRECISION + 10)
_DOWN = Context(prec=PRECISION, rounding=ROUND_FLOOR)
_UP = Context(prec=PRECISION, rounding=ROUND_CEILING)


#: The part of the unit of its last digit by which a printed number may have been rounded.
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``, both included. Raises ``ValueError`` where ``low > high``."""

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"an interval runs from low to high, not from {self.low} to {self.high}")
        # Rounded downwards, x − x is a negative zero, which would be printed with its sign.
        if not self.low:
            object.__setattr__(self, "low", _ZERO)
        if not self.high:
            object.__setattr__(self, "high", _ZERO)

    @classmethod
    def point(cls, value: Decimal | int) -> Interval:
        """The interval that holds one exact value."""
        value = Decimal(value)
        return cls(value, value)

    @classmethod
    def around(cls, value: Decimal, unit_in_last_place: Decimal) -> Interval:
        """What a number printed as ``value`` with that unit in the last place may have been: ± half of it."""
        half = _UP.multiply(unit_in_last_place, HALF)
        return cls(_DOWN.subtract(value, half), _UP.add(value, half))

    @property
    def midpoint(self) -> Decimal:
        return _WIDE.divide(_WIDE.add(self.low, self.high), Decimal(2))

    def contains(self, other: Decimal | Interval) -> bool:
        low, high = (other.low, other.high) if isinstance(other, Interval) else (other, other)
        return self.low <= low and high <= self.high

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def gap(self, other: Interval) -> Decimal:
        """The distance from this interval to the other: 0 where they meet."""
        return max(Decimal(0), _DOWN.subtract(self.low, other.high), _DOWN.subtract(other.low, self.high))

    def overlap(self, other: Interval) -> Decimal:
        """How far either could move before the two no longer met; below 0, how far apart they lie."""
        return min(_WIDE.subtract(self.high, other.low), _WIDE.subtract(other.high, self.low))

    def __add__(self, other: Interval) -> Interval:
        return Interval(_DOWN.add(self.low, other.low), _UP.add(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        return Interval(_DOWN.subtract(self.low, other.high), _UP.subtract(self.high, other.low))

    def __mul__(self, other: Interval) -> Interval:
        if self.low >= 0 and other.low >= 0:
            return Interval(_DOWN.multiply(self.low, other.low), _UP.multiply(self.high, other.high))
        return self._corners(other, _DOWN.multiply, _UP.multiply)

    def __truediv__(self, other: Interval) -> Interval:
        """Raises ``ZeroDivisionError`` where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor's interval contains zero")
        if self.low >= 0 and other.low > 0:
            return Interval(_DOWN.divide(self.low, other.high), _UP.divide(self.high, other.low))
        return self._corners(other, _DOWN.divide, _UP.divide)

    def _corners(
        self,
        other: Interval,
        down: Callable[[Decimal, Decimal], Decimal],
        up: Callable[[Decimal, Decimal], Decimal],
    ) -> Interval:
        pairs = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(down(a, b) for a, b in pairs), max(up(a, b) for a, b in pairs))

    def power(self, exponent: int) -> Interval:
        """The interval to a whole, non-negative power; raises ``ValueError`` where either is below zero."""
        self._must_not_be_negative()
        if exponent < 0:
            raise ValueError(f"the exponent {exponent} is negative")
        low = high = Decimal(1)
        for _ in range(exponent):
            low, high = _DOWN.multiply(low, self.low), _UP.multiply(high, self.high)
        return Interval(low, high)

    def root(self, degree: int) -> Interval:
        """The ``degree``-th root of an interval that is not negative; raises ``ValueError`` below zero."""
        self._must_not_be_negative()
        return Interval(_root(self.low, degree, _DOWN), _root(self.high, degree, _UP))

    def _must_not_be_negative(self) -> None:
        if self.low < 0:
            raise ValueError(f"no power or root is taken of the negative end {self.low}")


def _root(value: Decimal, degree: int, context: Context) -> Decimal:
    """A root rounded one unit of the last place outwards, since ``Decimal.power`` may be off by one there."""
    if value in (0, 1):
        return value
    raw = _WIDE.power(value, _WIDE.divide(Decimal(1), Decimal(degree)))
    rounded = context.plus(raw)
    return rounded.next_minus(context) if context is _DOWN else rounded.next_plus(context)
