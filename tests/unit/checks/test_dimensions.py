"""No formula and no relation mixes units that do not belong together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.checks import dimensions
from factbook.checks.dimensions import UnfitUnitsError
from factbook.data.units import Unit
from factbook.quantities.formulas import OPERATIONS

UNITS = {
    key: Unit(key, kind, None)
    for key, kind in {
        "USD": "money", "KRW": "money", "krw-per-usd": "rate", "percent": "percent", "pp": "points", "number": "number",
        "year": "calendar", "month": "calendar", "years": "measure", "paper": "count", "person": "count",
    }.items()
}  # fmt: skip


def result(operation: str, *units: str) -> str:
    return dimensions.result(operation, [UNITS[unit] for unit in units])


@pytest.mark.parametrize(
    ("operation", "operands", "gives"),
    [
        ("convert", "USD krw-per-usd", "KRW"),
        ("in-usd", "KRW krw-per-usd", "USD"),
        ("implied-rate", "KRW USD", "krw-per-usd"),
        ("cagr", "USD USD", "percent"),
        ("share", "paper paper", "percent"),
        ("ratio", "KRW KRW", "number"),
        ("sum", "paper paper paper", "paper"),
        ("difference", "percent percent", "pp"),
        ("difference", "pp pp", "pp"),
        ("difference", "KRW KRW", "KRW"),
        ("product-share", "USD percent", "USD"),
        ("grow", "USD percent year", "USD"),
        ("years-after", "month years", "year"),
        ("years-between", "month year", "years"),
    ],
)
def test_an_operation_gives_the_unit_of_its_result(operation, operands, gives):
    assert result(operation, *operands.split()) == gives


@pytest.mark.parametrize(
    ("operation", "operands"),
    [
        ("convert", "krw-per-usd USD"),
        ("convert", "KRW krw-per-usd"),
        ("share", "paper person"),
        ("sum", "USD KRW"),
        ("cagr", "USD KRW"),
        ("grow", "USD pp year"),
        ("product-share", "USD number"),
        ("years-after", "year year"),
        ("years-between", "year years"),
    ],
)
def test_units_that_do_not_belong_together_are_refused(operation, operands):
    with pytest.raises(UnfitUnitsError):
        result(operation, *operands.split())


@given(
    operation=st.sampled_from(sorted(OPERATIONS)),
    names=st.lists(st.sampled_from(sorted(UNITS)), min_size=2, max_size=4),
)
def test_every_operation_has_a_rule_that_gives_a_unit_or_refuses(operation, names):
    arity = OPERATIONS[operation].arity
    given_units = names[:1] if arity == 1 else (names * 3)[: arity or len(names)]
    try:
        assert result(operation, *given_units) in UNITS
    except UnfitUnitsError as error:
        assert str(error)


def test_a_formula_whose_unit_is_not_the_result_of_its_operation_is_told(tiny):
    tiny.replace("data/formulas.csv", "share,papers-rest papers,percent", "share,papers-rest papers,pp")
    problem = tiny.the_problem("data.dimension")
    assert (problem.file, problem.line, problem.column) == ("data/formulas.csv", 4, "unit")
    assert problem.expected.startswith("percent")


def test_a_relation_that_multiplies_in_the_wrong_order_is_told(tiny):
    tiny.replace("data/relations.csv", "convert,market-2019 rate", "convert,rate market-2019")
    problem = tiny.the_problem("data.dimension")
    assert (problem.file, problem.line, problem.column) == ("data/relations.csv", 3, "operands")
    assert "USD, krw-per-usd" in problem.expected


@pytest.mark.parametrize("ulp", ["7", "0.02", "1000600", "10.5"])
def test_a_last_digit_that_is_no_power_of_ten_is_told(tiny, ulp):
    tiny.replace("data/formulas.csv", "percent,0.01,", f"percent,{ulp},")
    assert tiny.the_problem("data.number").column == "ulp"


@pytest.mark.parametrize("unit", ["pp", "year"])
def test_a_unit_that_results_are_said_in_and_the_table_lacks_is_told_and_is_no_traceback(tiny, unit):
    """No row names «pp»: the book itself says in it how far two percentages lie apart."""
    tiny.append("data/formulas.csv", "market-2021,grow,market-2019 market-cagr 2021,USD,1000000,2021년,In 2021,,")
    units = (tiny.root / "data/units.csv").read_text("utf-8").splitlines(keepends=True)
    tiny.replace("data/units.csv", next(line for line in units if line.startswith(f"{unit},")), "")
    problem = tiny.the_problem("data.unit")
    assert problem.file == "data/units.csv"
    assert problem.found == f"no line has the unit «{unit}», in which the book says results"
    assert problem.advice.startswith(f"add a line that begins with {unit},")
