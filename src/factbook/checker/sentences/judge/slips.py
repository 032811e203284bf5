"""The digits of an amount, and what they become by a slip of the pen."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factbook.quantities.amounts import Amount


def digits_of(amount: Amount) -> str:
    """The digits of an amount as it is printed, without the zeros that only place them; none of one that is open."""
    return str(abs(int(amount.value / unit_of(amount)))) if amount.value.is_finite() else ""


def unit_of(amount: Amount) -> Decimal:
    """The unit of the last digit that counts: where an amount is exact, of the last that is not zero."""
    return amount.ulp or Decimal(1).scaleb(max(0, int(amount.value.normalize().as_tuple().exponent)))


def swapped(digits: str) -> Iterator[str]:
    """Digits with two neighbours in each other's place."""
    for index in range(len(digits) - 1):
        if digits[index] != digits[index + 1]:
            yield digits[:index] + digits[index + 1] + digits[index] + digits[index + 2 :]


def misprinted(digits: str) -> Iterator[str]:
    """Digits with one of them changed, or two neighbours in each other's place."""
    for index in range(len(digits)):
        for other in "0123456789" if index else "123456789":
            yield digits[:index] + other + digits[index + 1 :]
    yield from swapped(digits)
