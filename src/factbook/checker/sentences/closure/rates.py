"""Amounts in two currencies at a rate that the words state: $1.25 to the pound, 100엔당 920원, 유로당 1,520원."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.checker.sentences.closure.slips import is_rounded, is_slip
from factbook.checker.sentences.closure.terms import Window, likes
from factbook.checker.sentences.figures import RESULTS
from factbook.checker.sentences.model import Computed, Figure
from factbook.checker.sentences.recompute import span
from factbook.checker.sentences.unit_words import CURRENCIES
from factbook.quantities.intervals import Interval

_CURRENCY = re.compile("|".join(sorted(CURRENCIES, key=len, reverse=True)))
#: 100엔당: how many units are bought.
_UNITS = re.compile(r"(?P<units>100?)?[ ]?[^0-9 ]+[ ]$")


def at_rate(window: Window) -> Iterator[Computed]:
    """Each amount that is bought, with the one beside it that is paid, where the window states one rate."""
    rates = [(one, *told) for one in window.quantities if (told := _rate(window, one)) is not None]
    rates += [(one, "USD", 1) for one in window.rates]
    if len(rates) != 1:
        return
    rate, bought, units = rates[0]
    paid_in = "KRW" if rate in window.rates else rate.amount.unit
    price = span(rate.amount) / Interval.point(units)
    others = [one for one in window.quantities if one is not rate and one.amount.value != units]
    bought_amounts = [one for one in others if one.amount.unit == bought]
    paid_amounts = [one for one in others if one.amount.unit == paid_in]
    free = list(paid_amounts)
    for amount in bought_amounts:
        expected = span(amount.amount) * price
        holding = next((one for one in free if is_rounded(one.amount.interval, expected)), None)
        if holding is not None:
            free.remove(holding)
            yield _converted(amount, holding, rate, expected)
    taken = len(paid_amounts) - len(free)
    left = bought_amounts[taken:] if taken < len(bought_amounts) else []
    open_bought = [one for one in bought_amounts if not any(_fits(one, paid, price) for paid in paid_amounts)]
    if len(left) == len(open_bought) == len(free) == 1 and len(likes(free)) == 0:
        expected = span(open_bought[0].amount) * price
        if is_slip(free[0].amount, expected) and not window.parted(free[0], open_bought[0]):
            yield _converted(open_bought[0], free[0], rate, expected)


def _fits(bought: Figure, paid: Figure, price: Interval) -> bool:
    return is_rounded(paid.amount.interval, span(bought.amount) * price)


def _rate(window: Window, figure: Figure) -> tuple[str, int] | None:
    """The currency that an amount is the price of, and of how many units of it."""
    if not figure.amount.unit.isupper():
        return None
    behind, before = window.text[figure.end : figure.end + 28], window.text[max(0, figure.start - 12) : figure.start]
    if RESULTS.begins("rate", behind):
        match = RESULTS.match("rate", behind, 0)
        units = 1
    elif RESULTS.ends("rate", before) and (match := _UNITS.search(before)):
        units = int(match["units"] or 1)
    else:
        return None
    name = _CURRENCY.search(match[0].lower()) if match else None
    return (CURRENCIES[name[0]], units) if name and CURRENCIES[name[0]] != figure.amount.unit else None


def _converted(bought: Figure, paid: Figure, rate: Figure, expected: Interval) -> Computed:
    operands = (("left", bought), ("rate", rate))
    arithmetic = f"{bought.text} × {rate.text}"
    return Computed("conversion", "conversion-rate", operands, paid, expected, paid.amount.interval, arithmetic)
