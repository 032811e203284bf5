"""The cells of a row as values, each with a problem that says what is wrong with it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

from factbook import languages
from factbook.data.package import Row
from factbook.data.units import Unit
from factbook.facts.model import Text
from factbook.interface.catalogue import LANGUAGES
from factbook.quantities.amounts import Amount, Qualifier


def unit_of(row: Row, units: Mapping[str, Unit]) -> Unit:
    """The unit that a row names. Raises :class:`ProblemError` for an unknown one."""
    return unit_named(row["unit"], row, "unit", units)


def unit_named(key: str, row: Row, column: str, units: Mapping[str, Unit]) -> Unit:
    """The unit with that key. Raises :class:`ProblemError` for an unknown one, with the nearest ones."""
    if key in units:
        return units[key]
    near = difflib.get_close_matches(key, units, n=3)
    advice = f"did you mean {', '.join(near)}?" if near else "add the unit to units.csv"
    raise row.problem("data.unit", column, f"unknown unit «{key}»", "a unit of units.csv", advice)


def qualifier_of(row: Row) -> Qualifier:
    """How a row hedges its number. Raises :class:`ProblemError` for an unknown word."""
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


def as_printed_in(row: Row, language: str, unit: Unit) -> Amount:
    """The second entry of a number, read. Raises :class:`ProblemError` for one that is no amount in that unit."""
    try:
        printed = languages.of(language).read(row["as_printed"], unit=unit.key, noun=unit.noun)
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


def plainly(amount: Amount) -> str:
    """An amount in a message: qualifier, digits, unit."""
    return f"{amount.qualifier} {amount.value:f} {amount.unit}".strip()
