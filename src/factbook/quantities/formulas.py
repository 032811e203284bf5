"""What can be computed from amounts, each operation once, over intervals.

The value of a result is the operation carried out on the printed values; its interval is the same operation
carried out on everything that the printed digits allow. Both come from one function over intervals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factbook.quantities.intervals import Interval

HUNDRED = Interval.point(100)
ONE = Interval.point(1)


@dataclass(frozen=True, slots=True)
class Operand:
    """What an operation is given: an interval and, where the amount has one, its calendar year."""

    interval: Interval
    year: int | None = None

    @property
    def is_whole_number(self) -> bool:
        return self.interval.low == self.interval.high and self.interval.low == self.interval.low.to_integral_value()


@dataclass(frozen=True, slots=True)
class Result:
    """What an operation gives: an interval, and the year that the result is for."""

    interval: Interval
    year: int | None = None


class FormulaError(ValueError):
    """The operands do not fit the operation; the message says how."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One way to compute. ``arity`` is ``None`` where any number of operands from two up will do."""

    name: str
    arity: int | None
    compute: Callable[[Sequence[Operand]], Result]

    def __call__(self, operands: Sequence[Operand]) -> Result:
        """Raises :class:`FormulaError` for operands that do not fit."""
        if self.arity is not None and len(operands) != self.arity:
            raise FormulaError(f"{self.name} takes {self.arity} operands, not {len(operands)}")
        if self.arity is None and len(operands) < 2:
            raise FormulaError(f"{self.name} takes two operands or more, not {len(operands)}")
        try:
            return self.compute(operands)
        except (ArithmeticError, ValueError) as error:
            raise FormulaError(f"{self.name} cannot be computed: {error}") from None


def years_between(start: Operand, end: Operand) -> int:
    """Whole years from one amount's year to another's; raises :class:`FormulaError` unless it is one or more."""
    if start.year is None or end.year is None:
        raise FormulaError("both amounts need a year")
    if end.year <= start.year:
        raise FormulaError(f"the end ({end.year}) must be later than the start ({start.year})")
    return end.year - start.year


def annual_growth(start: Interval, end: Interval, years: int) -> Interval:
    """Compound annual growth rate in percent: ((end ÷ start)^(1/years) − 1) × 100."""
    return ((end / start).root(years) - ONE) * HUNDRED


def growth(start: Interval, end: Interval) -> Interval:
    """Total growth in percent: (end ÷ start − 1) × 100."""
    return (end / start - ONE) * HUNDRED


def share(part: Interval, whole: Interval) -> Interval:
    """Part of a whole in percent."""
    return part / whole * HUNDRED


def grown(amount: Interval, rate: Interval, years: int) -> Interval:
    """An amount after ``years`` of constant growth at ``rate`` percent a year; before, where ``years`` < 0."""
    factor = (ONE + rate / HUNDRED).power(abs(years))
    return amount * factor if years >= 0 else amount / factor


def _total(intervals: Sequence[Interval]) -> Interval:
    total = intervals[0]
    for interval in intervals[1:]:
        total = total + interval
    return total


def _common_year(operands: Sequence[Operand]) -> int | None:
    years = {operand.year for operand in operands if operand.year is not None}
    return years.pop() if len(years) == 1 else None


def _cagr(operands: Sequence[Operand]) -> Result:
    start, end = operands
    return Result(annual_growth(start.interval, end.interval, years_between(start, end)))


def _grow(operands: Sequence[Operand]) -> Result:
    amount, rate, target = operands
    if amount.year is None or not target.is_whole_number:
        raise FormulaError("grow takes an amount with a year, a rate, and a year to grow to")
    year = int(target.interval.low)
    return Result(grown(amount.interval, rate.interval, year - amount.year), year)


def _years_after(operands: Sequence[Operand]) -> Result:
    start, duration = operands
    return Result(Interval.point(_year_of(start)) + duration.interval)


def _years_between(operands: Sequence[Operand]) -> Result:
    start, end = operands
    return Result(Interval.point(_year_of(end)) - Interval.point(_year_of(start)))


def _year_of(operand: Operand) -> int:
    """The year of a calendar value: its own year where it has one, else the value itself (2019, 202212, 20220915)."""
    if operand.year is not None:
        return operand.year
    value = int(operand.interval.low)
    while value > 9999:
        value //= 100
    return value


def _mean(operands: Sequence[Operand]) -> Result:
    total = _total([operand.interval for operand in operands])
    return Result(total / Interval.point(Decimal(len(operands))), _common_year(operands))


def _two(compute: Callable[[Interval, Interval], Interval]) -> Callable[[Sequence[Operand]], Result]:
    """An operation on two intervals, whose result is for the year of its first operand with one."""

    def run(operands: Sequence[Operand]) -> Result:
        first, second = operands
        year = first.year if first.year is not None else second.year
        return Result(compute(first.interval, second.interval), year)

    return run


def _sum(operands: Sequence[Operand]) -> Result:
    return Result(_total([operand.interval for operand in operands]), _common_year(operands))


#: Every operation that ``formulas.csv`` and ``relations.csv`` may name.
OPERATIONS: dict[str, Operation] = {
    operation.name: operation
    for operation in (
        Operation("convert", 2, _two(lambda amount, rate: amount * rate)),
        Operation("in-usd", 2, _two(lambda won, rate: won / rate)),
        Operation("implied-rate", 2, _two(lambda won, dollars: won / dollars)),
        Operation("cagr", 2, _cagr),
        Operation("growth", 2, _two(growth)),
        Operation("share", 2, _two(share)),
        Operation("product-share", 2, _two(lambda whole, percent: whole * percent / HUNDRED)),
        Operation("sum", None, _sum),
        Operation("difference", 2, _two(lambda a, b: a - b)),
        Operation("ratio", 2, _two(lambda a, b: a / b)),
        Operation("grow", 3, _grow),
        Operation("drop", 2, _two(lambda before, after: (ONE - after / before) * HUNDRED)),
        Operation("mean", None, _mean),
        Operation("same", 1, lambda operands: Result(operands[0].interval, operands[0].year)),
        Operation("years-after", 2, _years_after),
        Operation("years-between", 2, _years_between),
    )
}
