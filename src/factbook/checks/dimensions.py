"""Which units an operation takes and which it gives, so that no formula divides people by won or calls a share a sum.

Dimensional analysis as in the SI Brochure (9th edition, 2019), section 2.3.3, over the units of ``units.csv``. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from factbook.data.package import Row
from factbook.data.units import Unit
from factbook.facts import Facts
from factbook.facts.relations import Relation
from factbook.phrasing.saying import DIFFERENCE, unit_of_distance
from factbook.problems import Gathering, Problem

#: Years are counted in this unit, and points on the calendar stand in units of this kind.
_YEARS = "years"


class UnfitUnitsError(ValueError):
    """The units do not fit the operation; the message says what would."""


Rule = Callable[[Sequence[Unit]], str]


def result(operation: str, operands: Sequence[Unit]) -> str:
    """The unit that ``operation`` gives. Raises :class:`UnfitUnitsError`, and ``KeyError`` for an unknown operation."""
    return _RULES[operation](operands)


def check(facts: Facts, relations: Iterable[Relation]) -> list[Problem]:
    """Formulas whose unit, and relations whose claim's unit, is not the one that the operation gives; units that their
    results are said in and that ``units.csv`` lacks."""
    gathering = Gathering()
    for formula in facts.formulas:
        with gathering.item():
            _check(formula.row, "unit", formula.operation, formula.operands, formula.unit.key, facts)
    for relation in relations:
        unit = facts[relation.claim].unit
        with gathering.item():
            _check(relation.row, "claim", relation.operation, relation.operands, unit.key, facts)
        with gathering.item():
            unit_of_distance(unit, facts.units)
    return list(dict.fromkeys(gathering.problems))


def _check(row: Row, column: str, operation: str, operands: Sequence[str], unit: str, facts: Facts) -> None:
    units = [_literal(facts.units) if name.isdigit() else facts[name].unit for name in operands]
    try:
        given = result(operation, units)
    except UnfitUnitsError as error:
        written = ", ".join(one.key for one in units)
        raise row.problem("data.dimension", "operands", f"{operation} of {written}", str(error)) from None
    if given != unit:
        found = f"{unit} beside {operation}({', '.join(operands)})"
        raise row.problem("data.dimension", column, found, f"{given}, the unit of the result")


def _literal(units: Mapping[str, Unit]) -> Unit:
    """The unit of a number written into a formula: it names a year."""
    return units["year"]


def _fixed(takes: Sequence[str], gives: str) -> Rule:
    """An operation on exactly these units, in this order."""

    def rule(operands: Sequence[Unit]) -> str:
        _require([one.key for one in operands] == list(takes), f"{', '.join(takes)}, in that order")
        return gives

    return rule


def _alike(gives: str | None = None) -> Rule:
    """An operation on amounts of one unit; it gives that unit where it gives no other."""

    def rule(operands: Sequence[Unit]) -> str:
        _require(len({one.key for one in operands}) == 1, "amounts of one unit")
        return gives or operands[0].key

    return rule


def _difference(operands: Sequence[Unit]) -> str:
    unit = _alike()(operands)
    return DIFFERENCE.get(unit, unit)


def _product_share(operands: Sequence[Unit]) -> str:
    whole, percent = operands
    _require(percent.key == "percent", "an amount and a percentage")
    return whole.key


def _grow(operands: Sequence[Unit]) -> str:
    amount, rate, year = operands
    _require((rate.key, year.key) == ("percent", "year"), "an amount, a percentage and a year")
    return amount.key


def _years_after(operands: Sequence[Unit]) -> str:
    start, duration = operands
    _require(start.is_calendar and duration.key == _YEARS, "a point on the calendar, and years")
    return "year"


def _years_between(operands: Sequence[Unit]) -> str:
    _require(all(one.is_calendar for one in operands), "two points on the calendar")
    return _YEARS


def _same(operands: Sequence[Unit]) -> str:
    """Months and dates that differ do so by no amount that could be said in their unit."""
    first = operands[0]
    _require(not first.is_calendar or first.key == "year", "amounts of one unit, but no months or dates")
    return _alike()(operands)


def _require(fits: bool, expected: str) -> None:
    if not fits:
        raise UnfitUnitsError(expected)


_RULES: Mapping[str, Rule] = {
    "convert": _fixed(("USD", "krw-per-usd"), "KRW"),
    "in-usd": _fixed(("KRW", "krw-per-usd"), "USD"),
    "implied-rate": _fixed(("KRW", "USD"), "krw-per-usd"),
    "cagr": _alike("percent"),
    "growth": _alike("percent"),
    "drop": _alike("percent"),
    "share": _alike("percent"),
    "ratio": _alike("number"),
    "sum": _alike(),
    "mean": _alike(),
    "same": _same,
    "difference": _difference,
    "product-share": _product_share,
    "grow": _grow,
    "years-after": _years_after,
    "years-between": _years_between,
}
