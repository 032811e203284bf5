"""The tables of numbers, read and held to their double entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from factbook.data.package import Package, Row
from factbook.data.reviews.register import register
from factbook.data.units import Unit, load_units
from factbook.facts.cells import (
    as_printed_in,
    decimal_of,
    plainly,
    qualifier_of,
    texts_of,
    unit_named,
    unit_of,
    year_of,
)
from factbook.facts.collection import Facts
from factbook.facts.model import Fact, Formula
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Gathering
from factbook.quantities.amounts import Amount
from factbook.quantities.formulas import OPERATIONS


def load(package: Package) -> Facts:
    """All numbers of the package. Raises :class:`ProblemError` with every problem found in the tables of facts."""
    units = load_units(package)
    reviews = register(package)
    gathering = Gathering()
    facts: dict[str, Fact] = {}
    for table, key, read in (("facts", "id", read_fact), ("exchange_rates", "year", read_exchange_rate)):
        for row in package.rows(table):
            with gathering.item():
                _add(facts, replace(read(row, units), review=reviews.get((table, row[key]))), row)
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
    qualifier = qualifier_of(row)
    printed = as_printed_in(row, row["printed_lang"], unit)
    if (printed.value, printed.qualifier) != (value, qualifier):
        raise row.problem(
            "data.as-printed",
            "as_printed",
            f"«{row['as_printed']}» reads as {plainly(printed)}, but value and qualifier say "
            f"{plainly(Amount(value, unit.key, qualifier=qualifier))}",
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
        only_end=bool(row["period_end"] and not row["year"]),
    )


def rate_id(year: object) -> str:
    """The id of the exchange rate of a year."""
    return f"krw-per-usd-{year}"


def read_exchange_rate(row: Row, units: Mapping[str, Unit]) -> Fact:
    """One row of ``exchange_rates.csv`` as the fact ``krw-per-usd-YEAR``. Raises :class:`ProblemError`."""
    unit = unit_named("krw-per-usd", row, "krw_per_usd", units)
    value = decimal_of(row, "krw_per_usd")
    printed = as_printed_in(row, "en", unit)
    if printed.value != value:
        raise row.problem(
            "data.as-printed", "as_printed", f"{plainly(printed)} beside {value}", "the two entries to agree"
        )
    year = year_of(row, "year")
    return Fact(
        id=rate_id(year),
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
