"""What the amounts of a claim give, by interval arithmetic: a price, a percentage, a sum.

Growth a year is (end ÷ start)^(1/steps) − 1, the compound annual growth rate; in total it is end ÷ start − 1. Both and
shares are in percent. ``None`` stands for a result that the intervals do not bound (a divisor that may be zero).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

_HUNDRED = Interval.point(100)
_ONE = Interval.point(1)


def span(amount: Amount) -> Interval:
    """The interval of an amount; one that is not negative stays so where its wording is open below (up to)."""
    interval = amount.interval
    if amount.value >= 0 and interval.low < 0:
        return Interval(Decimal(0), interval.high)
    return interval


def unhedged(amount: Amount) -> Interval:
    """The interval of the printed digits alone."""
    return Interval.around(amount.value, amount.ulp)


def price(bought: Interval, paid: Interval) -> Interval | None:
    """What one unit of ``bought`` costs."""
    return paid / bought if bought.low > 0 else None


def annual_growth(start: Interval, end: Interval, steps: int) -> Interval | None:
    """Percent a year that leads from ``start`` to ``end`` in ``steps`` years."""
    if start.low <= 0 or end.low < 0:
        return None
    return ((end / start).root(steps) - _ONE) * _HUNDRED


def growth(start: Interval, end: Interval) -> Interval | None:
    """Percent in total from ``start`` to ``end``."""
    return (end / start - _ONE) * _HUNDRED if start.low > 0 else None


def grown(start: Interval, rate: Interval, steps: int) -> Interval:
    """What ``start`` becomes at ``rate`` percent: in each of ``steps`` years, or once where ``steps`` is 0.

    For a start above zero this meets the end exactly where the growth from start to end meets the rate, and it is
    cheaper than a root.
    """
    factor = _ONE + rate / _HUNDRED
    if steps:
        factor = Interval(max(Decimal(0), factor.low), max(Decimal(0), factor.high)).power(steps)
    return start * factor


def share(part: Interval, whole: Interval) -> Interval | None:
    """What percentage of ``whole`` is ``part``."""
    return part / whole * _HUNDRED if whole.low > 0 else None


def total(parts: Sequence[Interval], *, difference: bool = False) -> Interval:
    """The sum of the parts, or the first less the others."""
    result = parts[0]
    for part in parts[1:]:
        result = result - part if difference else result + part
    return result
