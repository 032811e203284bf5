"""Every operation a second time, from its definition, in plain decimals, to compare
:mod:`factbook.quantities.formulas` with.

Nothing of the interval arithmetic is used. A value is computed from the printed values; its range from every
combination of the ends of its operands, since each operation only rises or only falls with each of them. ``EXAMPLES``
are worked examples of the definitions, from the sources named there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, InvalidOperation, localcontext
from itertools import product

from factbook.problems import Problem
from factbook.quantities.formulas import OPERATIONS, Operand
from factbook.quantities.intervals import Interval

_DIGITS = Context(prec=80)
#: The relative difference that two ways of computing may leave: they carry 60 digits and 80.
_CLOSE = Decimal("1e-40")
Years = Sequence[int | None]


def _years(years: Years) -> int:
    first, last = years[0], years[1]
    if first is None or last is None:
        raise ValueError("both need a year")
    return last - first


def _annual(values: Sequence[Decimal], years: Years) -> Decimal:
    """The rate r for which first · (1 + r)^n = last, by logarithms, in percent."""
    return 100 * ((values[1].ln() - values[0].ln()) / _years(years)).exp() - 100


def _grown(values: Sequence[Decimal], years: Years) -> Decimal:
    """The amount multiplied, or divided, year by year."""
    amount, factor = values[0], (100 + values[1]) / 100
    if years[0] is None:
        raise ValueError("the amount needs a year")
    for _ in range(int(values[2]) - years[0]):
        amount *= factor
    for _ in range(years[0] - int(values[2])):
        amount /= factor
    return amount


def _calendar_year(value: Decimal, year: int | None) -> Decimal:
    return Decimal(str(int(value))[:4]) if year is None else Decimal(year)


_DEFINITIONS: Mapping[str, Callable[[Sequence[Decimal], Years], Decimal]] = {
    "convert": lambda v, _: v[0] * v[1],
    "in-usd": lambda v, _: v[0] / v[1],
    "implied-rate": lambda v, _: v[0] / v[1],
    "cagr": _annual,
    "growth": lambda v, _: 100 * (v[1] - v[0]) / v[0],
    "share": lambda v, _: 100 * v[0] / v[1],
    "product-share": lambda v, _: v[0] * v[1] / 100,
    "sum": lambda v, _: sum(v, Decimal(0)),
    "difference": lambda v, _: v[0] - v[1],
    "ratio": lambda v, _: v[0] / v[1],
    "grow": _grown,
    "drop": lambda v, _: 100 * (v[0] - v[1]) / v[0],
    "mean": lambda v, _: sum(v, Decimal(0)) / len(v),
    "same": lambda v, _: v[0],
    "years-after": lambda v, years: _calendar_year(v[0], years[0]) + v[1],
    "years-between": lambda v, years: _calendar_year(v[1], years[1]) - _calendar_year(v[0], years[0]),
}


@dataclass(frozen=True, slots=True)
class Example:
    """``operation`` over values, each with its year or none, gives ``result``; ``source`` says where it stands."""

    operation: str
    operands: tuple[tuple[str, int | None], ...]
    result: str
    source: str


_DEFINITION = "by the definition"
EXAMPLES = (
    Example("convert", (("2", None), ("1250", None)), "2500", _DEFINITION),
    Example("in-usd", (("2500", None), ("1250", None)), "2", _DEFINITION),
    Example("implied-rate", (("2500", None), ("2", None)), "1250", _DEFINITION),
    Example("cagr", (("1", 2019), ("64", 2025)), "100", "2 to the sixth power is 64"),
    Example("cagr", (("9000", 2004), ("13000", 2007)), "13.04", "Wikipedia, Compound annual growth rate: revenue"),
    Example("growth", (("4", None), ("5", None)), "25", _DEFINITION),
    Example("share", (("1", None), ("8", None)), "12.5", _DEFINITION),
    Example("product-share", (("80", None), ("12.5", None)), "10", _DEFINITION),
    Example("sum", (("1", None), ("2", None), ("3", None)), "6", _DEFINITION),
    Example("difference", (("7", None), ("5", None)), "2", _DEFINITION),
    Example("ratio", (("3", None), ("4", None)), "0.75", _DEFINITION),
    Example("grow", (("8", 2019), ("50", None), ("2021", None)), "18", _DEFINITION),
    Example("grow", (("18", 2021), ("50", None), ("2019", None)), "8", _DEFINITION),
    Example("drop", (("8", None), ("6", None)), "25", _DEFINITION),
    Example("mean", (("1", None), ("2", None), ("6", None)), "3", _DEFINITION),
    Example("same", (("7", None),), "7", _DEFINITION),
    Example("years-after", (("2019", None), ("6", None)), "2025", _DEFINITION),
    Example("years-between", (("201909", None), ("20220512", None)), "3", _DEFINITION),
)


def value(operation: str, operands: Sequence[Operand]) -> Decimal:
    """What an operation gives at the one value of each operand."""
    return _at(operation, [operand.interval.low for operand in operands], [operand.year for operand in operands])


def span(operation: str, operands: Sequence[Operand]) -> tuple[Decimal, Decimal]:
    """The least and the greatest that an operation gives over the ranges of its operands."""
    years = [operand.year for operand in operands]
    ends = [sorted({one.interval.low, one.interval.high}) for one in operands]
    if operation in ("sum", "mean"):  # their ends follow at once, and there may be many
        corners: Iterator[Sequence[Decimal]] = iter(([low for low, *_ in ends], [high for *_, high in ends]))
    else:
        corners = product(*ends)
    found = []
    for corner in corners:
        try:
            found.append(_at(operation, corner, years))
        except InvalidOperation:  # an end that is open, against one that is nothing
            continue
    return min(found), max(found)


def _at(operation: str, values: Sequence[Decimal], years: Years) -> Decimal:
    with localcontext(_DIGITS):
        return _DEFINITIONS[operation](values, years)


def agrees(one: Decimal, other: Decimal) -> bool:
    """Whether two ways of computing gave the same."""
    if not (one.is_finite() and other.is_finite()):
        return one == other
    with localcontext(_DIGITS):
        return abs(one - other) <= _CLOSE * max(abs(one), abs(other), Decimal(1))


def check() -> Iterator[Problem]:
    """The worked examples that an operation does not give, in either way of computing."""
    file = "src/factbook/quantities/formulas.py"
    for name in OPERATIONS.keys() - {example.operation for example in EXAMPLES}:
        found = f"the operation «{name}» has no worked example"
        yield Problem("code.example", file, found, "one at least", "add it to factbook/checks/recounting.py")
    for example in EXAMPLES:
        operands = [Operand(Interval.point(Decimal(number)), year) for number, year in example.operands]
        wanted = Decimal(example.result)
        half = Decimal(1).scaleb(int(wanted.as_tuple().exponent)) / 2 if "." in example.result else Decimal("1e-30")
        for found_value in (
            OPERATIONS[example.operation](operands).interval.midpoint,
            value(example.operation, operands),
        ):
            if abs(found_value - wanted) > half:
                numbers = ", ".join(number for number, _ in example.operands)
                found = f"{example.operation}({numbers}) gives {found_value:.12g}"
                advice = "mend the operation, or the example if the definition was meant to change"
                yield Problem("code.example", file, found, f"{example.result} ({example.source})", advice)
