"""An amount stands for all that would have been printed the same way."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.quantities.amounts import UNBOUNDED, Amount, Qualifier, quantize
from factbook.quantities.intervals import Interval

ULPS = st.sampled_from([Decimal(1).scaleb(power) for power in range(-4, 10)])
VALUES = st.decimals(min_value=0, max_value=10**13, places=4)


def test_six_hundred_million_printed_to_one_digit_may_be_fifty_million_more_or_less():
    amount = Amount(Decimal(600_000_000), "USD", Decimal(100_000_000))
    assert amount.interval == Interval(Decimal(550_000_000), Decimal(650_000_000))


def test_a_count_is_exact():
    assert Amount(Decimal(86), "paper").interval == Interval.point(86)


def test_about_widens_nothing():
    plain, about = (Amount(Decimal(70), "percent", Decimal(1), q) for q in (Qualifier.NONE, Qualifier.ABOUT))
    assert about.interval == plain.interval


def test_at_least_is_open_above_and_at_most_reaches_down_to_nothing():
    assert Amount(Decimal(200), "patient", Decimal(0), Qualifier.AT_LEAST).interval == Interval(Decimal(200), UNBOUNDED)
    assert Amount(Decimal(5), "percent", Decimal(1), Qualifier.AT_MOST).interval == Interval(Decimal(0), Decimal("5.5"))


@given(VALUES, ULPS)
def test_a_rounded_amount_allows_the_value_that_was_rounded(value, ulp):
    assert Amount(value, "USD").rounded(ulp).interval.contains(value)


@given(VALUES, ULPS)
def test_rounding_twice_changes_nothing(value, ulp):
    assert quantize(quantize(value, ulp), ulp) == quantize(value, ulp)


@pytest.mark.parametrize(("value", "ulp", "rounded"), [("2.5", "1", "3"), ("-2.5", "1", "-3"), ("0.25", "0.1", "0.3")])
def test_halves_are_rounded_away_from_zero(value, ulp, rounded):
    assert quantize(Decimal(value), Decimal(ulp)) == Decimal(rounded)
