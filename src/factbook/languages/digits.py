"""Digits: printing an exact decimal, reading one back, and the unit of the last digit printed."""

from __future__ import annotations

import re
from decimal import Context, Decimal

from factbook.quantities.amounts import quantize
from factbook.quantities.intervals import PRECISION

#: Western digits, grouped by thousands, the Indian way (1,97,162.03) or not; the one number notation of both languages.
NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_WIDE = Context(prec=PRECISION)
_WHOLE_NUMBER = re.compile(rf"-?{NUMBER}")


def parse(text: str) -> tuple[Decimal, Decimal]:
    """The value of a run of digits and the unit of its last digit: ``"26.0"`` gives 26.0 and 0.1."""
    if not _WHOLE_NUMBER.fullmatch(text):
        raise ValueError(f"«{text}» is not a number: digits, grouped by thousands or not, are expected (1,234.5)")
    whole, _, fraction = text.replace(",", "").partition(".")
    return Decimal(f"{whole}.{fraction}" if fraction else whole), Decimal(1).scaleb(-len(fraction))


def show(value: Decimal, ulp: Decimal, *, grouped: bool = True) -> str:
    """``value`` in digits down to ``ulp``; ``ulp == 0`` prints every digit there is."""
    if ulp:
        value = quantize(value, ulp)
    places = decimal_places(ulp) if ulp else decimal_places(last_digit(value))
    return f"{value:{',' if grouped else ''}.{places}f}"


def decimal_places(ulp: Decimal) -> int:
    """How many digits stand after the point when ``ulp`` is the unit of the last one."""
    return max(0, -exponent(ulp.normalize()))


def last_digit(value: Decimal) -> Decimal:
    """The unit of the last digit of ``value`` that is not zero (600 → 100; 0 → 1)."""
    return Decimal(1).scaleb(exponent(value.normalize())) if value else Decimal(1)


def exponent(value: Decimal) -> int:
    """The power of ten of the last digit that ``value`` carries."""
    power = value.as_tuple().exponent
    if not isinstance(power, int):
        raise ValueError(f"{value} is not a finite number")
    return power


def without_idle_zeros(digits: str, significant: int = 3) -> str:
    """``digits`` without the zeros after the point that exceed ``significant`` digits: 732.0 → 732, 3.0 stays 3.0."""
    while "." in digits and digits.endswith(("0", ".")):
        if digits.endswith("0") and len(re.sub(r"\D", "", digits).lstrip("0")) <= significant:
            break
        digits = digits[:-1]
    return digits


def plain(value: Decimal) -> Decimal:
    """``value`` without an exponent and without digits after the point that a whole number does not need."""
    return value.quantize(Decimal(1), context=_WIDE) if value == value.to_integral_value() else value
