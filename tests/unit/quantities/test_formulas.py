"""Each operation computes what its name says, and undoes what it should undo."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.quantities.formulas import OPERATIONS, FormulaError, Operand, Result, grown
from factbook.quantities.intervals import Interval


def operand(value: str | int, ulp: str = "0", year: int | None = None) -> Operand:
    return Operand(Interval.around(Decimal(value), Decimal(ulp)), year)


def result(operation: str, *operands: Operand) -> Result:
    return OPERATIONS[operation](operands)


EXACT = [
    ("convert", (operand(2), operand(1250)), 2500),
    ("in-usd", (operand(2500), operand(1250)), 2),
    ("implied-rate", (operand(2500), operand(2)), 1250),
    ("cagr", (operand(1, year=2019), operand(64, year=2025)), 100),
    ("growth", (operand(4), operand(5)), 25),
    ("share", (operand(1), operand(8)), "12.5"),
    ("product-share", (operand(80), operand("12.5")), 10),
    ("sum", (operand(1), operand(2), operand(3)), 6),
    ("difference", (operand(5), operand(7)), -2),
    ("ratio", (operand(3), operand(4)), "0.75"),
    ("grow", (operand(8, year=2019), operand(50), operand(2021)), 18),
    ("grow", (operand(18, year=2021), operand(50), operand(2019)), 8),
    ("drop", (operand(8), operand(6)), 25),
    ("mean", (operand(1), operand(2), operand(6)), 3),
    ("same", (operand(7),), 7),
    ("years-after", (operand(2019, year=2019), operand(6)), 2025),
    ("years-after", (operand(20190501), operand(6)), 2025),
    ("years-between", (operand(201909), operand(20220512)), 3),
]


@pytest.mark.parametrize(("operation", "operands", "expected"), EXACT, ids=lambda it: it if isinstance(it, str) else "")
def test_exact_operands_give_the_expected_number(operation, operands, expected):
    interval = result(operation, *operands).interval
    assert interval.contains(Decimal(expected))
    assert interval.high - interval.low < Decimal("1E-50")


def test_every_operation_is_tried_here():
    assert {operation for operation, _, _ in EXACT} == set(OPERATIONS)


AMOUNTS = st.builds(operand, st.integers(1, 10**13), st.sampled_from(["0", "1"]))
PERCENT = st.builds(operand, st.decimals(min_value=0, max_value=200, places=2), st.sampled_from(["0", "0.01"]))


@given(AMOUNTS, AMOUNTS)
def test_the_rate_implied_by_a_conversion_is_the_rate_it_was_made_at(amount, rate):
    converted = Operand(result("convert", amount, rate).interval)
    assert result("implied-rate", converted, amount).interval.contains(rate.interval)
    assert result("in-usd", converted, rate).interval.contains(amount.interval)


@given(AMOUNTS, PERCENT, st.integers(1, 15))
def test_the_growth_rate_of_a_grown_amount_is_the_rate_it_grew_at(amount, rate, years):
    end = grown(amount.interval, rate.interval, years)
    start = Operand(amount.interval, 2000)
    assert result("cagr", start, Operand(end, 2000 + years)).interval.contains(rate.interval)
    assert grown(end, rate.interval, -years).contains(amount.interval)


@given(AMOUNTS, AMOUNTS)
def test_a_share_of_a_whole_gives_the_part_back(part, whole):
    percent = Operand(result("share", part, whole).interval)
    assert result("product-share", whole, percent).interval.contains(part.interval)


@given(st.lists(AMOUNTS, min_size=2, max_size=6))
def test_a_sum_less_its_first_part_contains_the_rest(parts):
    total = Operand(result("sum", *parts).interval)
    rest = sum((part.interval.low for part in parts[1:]), Decimal(0))
    assert result("difference", total, parts[0]).interval.contains(rest)


@given(st.lists(AMOUNTS, min_size=2, max_size=6))
def test_a_mean_lies_between_its_least_and_its_greatest_part(parts):
    mean = result("mean", *parts).interval
    assert Interval(min(one.interval.low for one in parts), max(one.interval.high for one in parts)).contains(mean)
    assert mean.contains(result("ratio", Operand(result("sum", *parts).interval), operand(len(parts))).interval)


@given(AMOUNTS, AMOUNTS)
def test_a_drop_is_a_growth_with_the_other_sign(before, after):
    drop, growth = result("drop", before, after).interval, result("growth", before, after).interval
    assert (drop + growth).contains(Decimal(0))


def test_rounding_of_both_ends_alone_allows_a_range_of_growth_rates():
    start, end = operand("600000000", "100000000", 2019), operand("2400000000", "100000000", 2025)
    allowed = result("cagr", start, end).interval
    assert Decimal("23.85") < allowed.low < Decimal("23.95")
    assert Decimal("28.25") < allowed.high < Decimal("28.35")


def test_a_result_is_for_the_year_of_its_operand():
    assert result("convert", operand(1, year=2019), operand(1250)).year == 2019
    assert result("grow", operand(1, year=2019), operand(1), operand(2025)).year == 2025
    assert result("sum", operand(1, year=2019), operand(1, year=2019)).year == 2019
    assert result("sum", operand(1, year=2019), operand(1, year=2025)).year is None


MISFITS = [
    ("convert", (operand(1),), "convert takes 2 operands, not 1"),
    ("same", (operand(1), operand(1)), "same takes 1 operands, not 2"),
    ("sum", (operand(1),), "sum takes two operands or more, not 1"),
    ("cagr", (operand(1), operand(2, year=2025)), "both amounts need a year"),
    ("cagr", (operand(1, year=2025), operand(2, year=2019)), r"the end \(2019\) must be later than the start \(2025\)"),
    ("cagr", (operand(1, year=2019), operand(2, year=2019)), "must be later"),
    ("cagr", (operand(-1, year=2019), operand(2, year=2025)), "negative"),
    ("grow", (operand(1), operand(1), operand(2025)), "an amount with a year"),
    ("grow", (operand(1, year=2019), operand(1), operand("2025", "1")), "a year to grow to"),
    ("share", (operand(1), operand(0)), "share cannot be computed: the divisor's interval contains zero"),
    ("ratio", (operand(1), operand("0.4", "1")), "contains zero"),
]


@pytest.mark.parametrize(("operation", "operands", "message"), MISFITS)
def test_operands_that_do_not_fit_are_refused_in_words(operation, operands, message):
    with pytest.raises(FormulaError, match=message):
        result(operation, *operands)
