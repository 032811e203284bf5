"""Every number of the book, typed: facts as their sources print them, and what is computed from them.

Pure but for :func:`load`, which reads the rows of a :class:`~factbook.package.Package`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cached_property
from types import MappingProxyType

from factbook import catalogue, wording
from factbook.amounts import Amount, Qualifier, quantize
from factbook.catalogue import LANGUAGES
from factbook.formulas import OPERATIONS, FormulaError, Operand, Result
from factbook.intervals import Interval
from factbook.package import Package, Row
from factbook.problems import Gathering
from factbook.units import Unit, load_units

#: The book's own facts, as opposed to those printed by a source.
BOOK = "book"
#: The fact that holds the one rate at which the report converts dollars into won.
REPORT_RATE = "report-rate"

Text = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A number that a source prints. ``years`` is the year it is for, or the first and last of its period."""

    id: str
    amount: Amount
    unit: Unit
    as_printed: str
    printed_lang: str
    years: tuple[int, ...]
    said_by: str
    source: str
    locator: str
    pair: str | None
    label: Text
    note: Text
    line: int

    @property
    def interval(self) -> Interval:
        """Every value that the printed digits allow."""
        return self.amount.interval

    @property
    def operand(self) -> Operand:
        return Operand(self.interval, self.years[0] if len(self.years) == 1 else None)

    @property
    def value(self) -> Decimal:
        return self.amount.value


@dataclass(frozen=True, slots=True)
class Derived:
    """A number computed by this book. ``amount`` is the result as the book prints it, ``interval`` every value that
    the printed digits of its operands allow, ``value`` the result before rounding."""

    id: str
    amount: Amount
    unit: Unit
    operation: str
    operands: tuple[str, ...]
    value: Decimal
    interval: Interval
    years: tuple[int, ...]
    label: Text
    note: Text
    line: int


Entry = Fact | Derived


class UnknownFact(KeyError):  # noqa: N818 - authors of chapters read this name
    """No number has that id; the message suggests the nearest ones."""

    def __init__(self, wanted: str, known: Iterable[str]) -> None:
        near = difflib.get_close_matches(wanted, list(known), n=3, cutoff=0.5)
        self.suggestion = f"did you mean {', '.join(near)}?" if near else "the ledger page lists every id"
        super().__init__(f"no number has the id «{wanted}»: {self.suggestion}")

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True)
class Facts:
    """All numbers by id: the facts and what is derived from them. Immutable; see :meth:`replacing`."""

    facts: Mapping[str, Fact]
    formulas: tuple[Formula, ...]
    units: Mapping[str, Unit]

    @cached_property
    def derived(self) -> Mapping[str, Derived]:
        return MappingProxyType(compute(self.formulas, self.facts))

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        return MappingProxyType({**self.facts, **self.derived})

    def __getitem__(self, fact_id: str) -> Entry:
        try:
            return self.entries[fact_id]
        except KeyError:
            raise UnknownFact(fact_id, self.entries) from None

    def fact(self, fact_id: str) -> Fact:
        """A fact that a source prints; raises :class:`UnknownFact` for a derived number too."""
        try:
            return self.facts[fact_id]
        except KeyError:
            raise UnknownFact(fact_id, self.facts) from None

    def replacing(self, fact_id: str, amount: Amount) -> Facts:
        """The same numbers but for one fact; all that is derived from it follows. For «what if» in a notebook."""
        changed = replace(self.fact(fact_id), amount=amount)
        return Facts(MappingProxyType({**self.facts, fact_id: changed}), self.formulas, self.units)


@dataclass(frozen=True, slots=True)
class Formula:
    """A row of ``formulas.csv``: how a number is computed and to which digit it is printed."""

    row: Row
    id: str
    operation: str
    operands: tuple[str, ...]
    unit: Unit
    ulp: Decimal
    label: Text
    note: Text


def load(package: Package) -> Facts:
    """All numbers of the package. Raises :class:`ProblemError` with every problem found in the tables of facts."""
    units = load_units(package)
    gathering = Gathering()
    facts: dict[str, Fact] = {}
    for row in package.rows("facts"):
        with gathering.item():
            _add(facts, read_fact(row, units), row)
    for row in package.rows("exchange_rates"):
        with gathering.item():
            _add(facts, read_exchange_rate(row, units), row)
    formulas: list[Formula] = []
    for row in package.rows("formulas"):
        with gathering.item():
            formulas.append(read_formula(row, units))
    gathering.raise_if_any()
    loaded = Facts(MappingProxyType(facts), tuple(formulas), units)
    _ = loaded.derived
    return loaded


def _add(facts: dict[str, Fact], fact: Fact, row: Row) -> None:
    if fact.id in facts:
        raise row.problem(
            "data.duplicate",
            "id",
            f"the id «{fact.id}» stands in line {facts[fact.id].line} already",
            "every id once",
            "rename one of the two, or delete it",
        )
    facts[fact.id] = fact


def read_fact(row: Row, units: Mapping[str, Unit]) -> Fact:
    """One row of ``facts.csv``, held to its double entry. Raises :class:`ProblemError`."""
    unit = unit_of(row, units)
    value = decimal_of(row, "value")
    if value < 0 and not unit.may_be_negative:
        raise row.problem("data.negative", "value", f"{value}", f"a {unit.key} amount of zero or more")
    qualifier = _qualifier_of(row)
    printed = _read_as_printed(row, row["printed_lang"], unit)
    if (printed.value, printed.qualifier) != (value, qualifier):
        raise row.problem(
            "data.as-printed",
            "as_printed",
            f"«{row['as_printed']}» reads as {_plainly(printed)}, but value and qualifier say "
            f"{_plainly(Amount(value, unit.key, qualifier=qualifier))}",
            "the two entries of one number to agree",
            "look the number up in its source and mend the entry that differs",
        )
    return Fact(
        id=row["id"],
        amount=printed,
        unit=unit,
        as_printed=row["as_printed"],
        printed_lang=row["printed_lang"],
        years=tuple(year_of(row, column) for column in ("year", "period_end") if row[column]),
        said_by=row["said_by"],
        source=row["source"],
        locator=row["locator"],
        pair=row["pair"] or None,
        label=texts_of(row, "label"),
        note=texts_of(row, "note"),
        line=row.line,
    )


def read_exchange_rate(row: Row, units: Mapping[str, Unit]) -> Fact:
    """One row of ``exchange_rates.csv`` as the fact ``krw-per-usd-YEAR``. Raises :class:`ProblemError`."""
    unit = _unit_named("krw-per-usd", row, "krw_per_usd", units)
    value = decimal_of(row, "krw_per_usd")
    printed = _read_as_printed(row, "en", unit)
    if printed.value != value:
        raise row.problem(
            "data.as-printed", "as_printed", f"{_plainly(printed)} beside {value}", "the two entries to agree"
        )
    year = year_of(row, "year")
    return Fact(
        id=f"krw-per-usd-{year}",
        amount=printed,
        unit=unit,
        as_printed=row["as_printed"],
        printed_lang="en",
        years=(year,),
        said_by="other",
        source=row["source"],
        locator="AEXKOUS",
        pair=None,
        label=MappingProxyType({code: catalogue.of(code)("fact.average-rate", year=year) for code in LANGUAGES}),
        note=MappingProxyType(dict.fromkeys(LANGUAGES, "")),
        line=row.line,
    )


def read_formula(row: Row, units: Mapping[str, Unit]) -> Formula:
    """One row of ``formulas.csv``. Raises :class:`ProblemError`."""
    if row["operation"] not in OPERATIONS:
        raise row.problem(
            "data.operation", "operation", f"«{row['operation']}»", f"one of {', '.join(sorted(OPERATIONS))}"
        )
    ulp = decimal_of(row, "ulp")
    if ulp <= 0 or ulp.normalize().as_tuple().digits != (1,):
        raise row.problem("data.number", "ulp", f"{ulp}", "the unit of the last digit to print: 0.01, 1, 1000 …")
    return Formula(
        row=row,
        id=row["id"],
        operation=row["operation"],
        operands=tuple(row["operands"].split()),
        unit=unit_of(row, units),
        ulp=ulp,
        label=texts_of(row, "label"),
        note=texts_of(row, "note"),
    )


def compute(formulas: Iterable[Formula], facts: Mapping[str, Fact]) -> dict[str, Derived]:
    """Every formula's result, in an order in which operands come first. Raises :class:`ProblemError`."""
    waiting = {formula.id: formula for formula in formulas}
    done: dict[str, Derived] = {}
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
                done[formula.id] = _derive(formula, facts, done)
        gathering.raise_if_any()
    return done


def _derive(formula: Formula, facts: Mapping[str, Fact], done: Mapping[str, Derived]) -> Derived:
    known: dict[str, Entry] = {**facts, **done}
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
            f"no number has the id «{name}»",
            "an id of facts.csv, exchange_rates.csv or formulas.csv",
            unknown.suggestion,
        )
    entry = known[name]
    interval = Interval.point(entry.value) if printed else entry.interval
    return Operand(interval, entry.years[0] if len(entry.years) == 1 else None)


def _read_as_printed(row: Row, language: str, unit: Unit) -> Amount:
    try:
        printed = wording.of(language).read(row["as_printed"], unit=unit.key, noun=unit.noun)
        # A bare whole number is an ordinal (issue 169), not a measurement: it was never rounded.
        return replace(printed, ulp=Decimal(0)) if unit.kind == "number" and printed.ulp == 1 else printed
    except ValueError as error:
        raise row.problem(
            "data.as-printed",
            "as_printed",
            f"«{row['as_printed']}» cannot be read as {unit.key}: {error}",
            f"an amount as it is written in the language «{language}», in the unit {unit.key}",
            "write it as the source prints it",
        ) from None


def unit_of(row: Row, units: Mapping[str, Unit]) -> Unit:
    """The unit that a row names. Raises :class:`ProblemError` for an unknown one."""
    return _unit_named(row["unit"], row, "unit", units)


def _unit_named(key: str, row: Row, column: str, units: Mapping[str, Unit]) -> Unit:
    if key in units:
        return units[key]
    near = difflib.get_close_matches(key, units, n=3)
    advice = f"did you mean {', '.join(near)}?" if near else "add the unit to units.csv"
    raise row.problem("data.unit", column, f"unknown unit «{key}»", "a unit of units.csv", advice)


def _qualifier_of(row: Row) -> Qualifier:
    try:
        return Qualifier(row["qualifier"])
    except ValueError:
        known = ", ".join(qualifier for qualifier in Qualifier if qualifier)
        raise row.problem(
            "data.qualifier", "qualifier", f"unknown qualifier «{row['qualifier']}»", f"{known}, or nothing"
        ) from None


def year_of(row: Row, column: str) -> int:
    """The calendar year in a cell. Raises :class:`ProblemError` for anything else."""
    written = row[column]
    if not (written.isascii() and written.isdigit() and len(written) == 4):
        raise row.problem("data.year", column, f"«{written}» is not a year", "four digits")
    return int(written)


def decimal_of(row: Row, column: str) -> Decimal:
    """The finite decimal in a cell. Raises :class:`ProblemError` for anything else."""
    try:
        value = Decimal(row[column])
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise row.problem(
            "data.number", column, f"«{row[column]}» is not a number", "digits with at most one point, no commas"
        )
    return value


def texts_of(row: Row, column: str) -> Text:
    """A text in every language of the book, from the columns ``column_ko``, ``column_en`` …"""
    return MappingProxyType({code: row[f"{column}_{code}"] for code in LANGUAGES})


def _plainly(amount: Amount) -> str:
    return f"{amount.qualifier} {amount.value:f} {amount.unit}".strip()
