"""CONTRIBUTING lists every operation: what its examples say is what the code computes, number and unit."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from factbook.checks import dimensions
from factbook.data.units import load_units
from factbook.quantities.formulas import OPERATIONS, FormulaError, Operand
from factbook.quantities.intervals import Interval
from folders import ROOT
from tiny_book import REAL

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
ROW = re.compile(r"^\| `(?P<name>[a-z-]+)` \| [^|]+ \| (?P<takes>[^|]+) \| `(?P<gives>[^`]+)` \|$", re.MULTILINE)
LISTED = list(ROW.finditer(CONTRIBUTING))
#: A number, its unit, and where it has one its year.
AMOUNT = re.compile(r"(?P<value>[0-9.]+) (?P<unit>[A-Za-z-]+)(?: (?P<year>\d{4}))?")
UNITS = load_units(REAL.package)


def operands(takes: str) -> list[tuple[Operand, str]]:
    written = [AMOUNT.fullmatch(text) for text in re.findall(r"`([^`]+)`", takes)]
    return [
        (Operand(Interval.point(Decimal(one["value"])), int(one["year"]) if one["year"] else None), one["unit"])
        for one in written
    ]


def test_every_operation_is_listed_once_in_the_order_of_the_code():
    assert [row["name"] for row in LISTED] == list(OPERATIONS)


@pytest.mark.parametrize("row", LISTED, ids=lambda row: row["name"])
def test_an_example_gives_what_it_says(row):
    given, expected = operands(row["takes"]), AMOUNT.fullmatch(row["gives"])
    interval = OPERATIONS[row["name"]]([operand for operand, _ in given]).interval
    assert interval.contains(Decimal(expected["value"]))
    assert interval.high - interval.low < Decimal("1E-20")
    assert dimensions.result(row["name"], [UNITS[unit] for _, unit in given]) == expected["unit"]


@pytest.mark.parametrize("row", LISTED, ids=lambda row: row["name"])
def test_an_operation_takes_as_many_amounts_as_its_example_or_says_that_it_takes_more(row):
    given = [operand for operand, _ in operands(row["takes"])]
    says_more = "two amounts or more" in row[0]
    assert says_more == (OPERATIONS[row["name"]].arity is None)
    if says_more:
        OPERATIONS[row["name"]](given[:2])
    else:
        with pytest.raises(FormulaError, match="takes"):
            OPERATIONS[row["name"]]([*given, given[0]])


@pytest.mark.parametrize("name", ["relations", "formulas"])
def test_the_tables_take_the_operations_that_there_are(name):
    (field,) = (field for field in REAL.package.resource(name)["schema"]["fields"] if field["name"] == "operation")
    assert field["constraints"]["enum"] == list(OPERATIONS)
