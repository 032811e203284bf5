"""Formulas carried out over the numbers that they name, in an order in which operands come first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factbook.data.package import Row
from factbook.facts.model import Derived, Entry, Fact, Formula, UnknownFact
from factbook.problems import Gathering
from factbook.quantities.amounts import Amount, quantize
from factbook.quantities.formulas import OPERATIONS, FormulaError, Operand, Result
from factbook.quantities.intervals import Interval


def compute(formulas: Iterable[Formula], facts: Mapping[str, Fact]) -> dict[str, Derived]:
    """Every formula's result, in an order in which operands come first. Raises :class:`ProblemError`."""
    waiting = {formula.id: formula for formula in formulas}
    done: dict[str, Derived] = {}
    known: dict[str, Entry] = dict(facts)
    gathering = Gathering()
    for formula in formulas:
        if formula.id in facts:
            gathering.problems.extend(
                formula.row.problem(
                    "data.duplicate", "id", f"the id «{formula.id}» is a fact's already", "every id once"
                ).problems
            )
    gathering.raise_if_any()
    while waiting:
        ready = [f for f in waiting.values() if not any(operand in waiting for operand in f.operands)]
        if not ready:
            circle = next(iter(waiting.values()))
            raise circle.row.problem(
                "data.circle", "operands", f"«{circle.id}» depends on itself", "operands that come first"
            )
        for formula in ready:
            del waiting[formula.id]
            with gathering.item():
                known[formula.id] = done[formula.id] = _derive(formula, known)
        gathering.raise_if_any()
    return done


def _derive(formula: Formula, known: Mapping[str, Entry]) -> Derived:
    carried = evaluate(formula.row, formula.operation, formula.operands, known, printed=False)
    exact = evaluate(formula.row, formula.operation, formula.operands, known, printed=True)
    value = exact.interval.midpoint
    return Derived(
        id=formula.id,
        amount=Amount(quantize(value, formula.ulp), formula.unit.key, formula.ulp),
        unit=formula.unit,
        operation=formula.operation,
        operands=formula.operands,
        value=value,
        interval=carried.interval,
        years=() if carried.year is None else (carried.year,),
        label=formula.label,
        note=formula.note,
        line=formula.row.line,
    )


def evaluate(row: Row, operation: str, operands: Iterable[str], known: Mapping[str, Entry], *, printed: bool) -> Result:
    """``operation`` over the numbers named, at their printed values or over all that their digits allow.

    Raises :class:`ProblemError` for an unknown id or operands that do not fit.
    """
    given = [_operand(row, name, known, printed=printed) for name in operands]
    try:
        return OPERATIONS[operation](given)
    except FormulaError as error:
        raise row.problem("data.operands", "operands", str(error), "operands that fit the operation") from None


def _operand(row: Row, name: str, known: Mapping[str, Entry], *, printed: bool) -> Operand:
    if name.isascii() and name.isdigit():
        return Operand(Interval.point(int(name)))
    if name not in known:
        unknown = UnknownFact(name, known)
        raise row.problem(
            "data.unknown-fact",
            "operands",
            unknown.found,
            "an id of facts.csv, exchange_rates.csv or formulas.csv",
            unknown.suggestion,
        )
    entry = known[name]
    interval = Interval.point(entry.value) if printed else entry.interval
    return Operand(interval, entry.years[0] if len(entry.years) == 1 else None)
