"""Whatever is computed with intervals, the true value lies inside."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factbook.quantities.intervals import Interval

ENDS = st.decimals(min_value=-(10**15), max_value=10**15, places=6)
POSITIVE = st.decimals(min_value="0.000001", max_value=10**15, places=6)


def intervals(ends: st.SearchStrategy[Decimal]) -> st.SearchStrategy[Interval]:
    return st.tuples(ends, ends).map(lambda pair: Interval(min(pair), max(pair)))


def within(ends: st.SearchStrategy[Decimal]) -> st.SearchStrategy[tuple[Interval, Fraction]]:
    """An interval, and some value in it as an exact fraction."""
    share = st.fractions(min_value=0, max_value=1, max_denominator=997)
    return st.tuples(intervals(ends), share).map(
        lambda drawn: (drawn[0], Fraction(drawn[0].low) + drawn[1] * (Fraction(drawn[0].high) - Fraction(drawn[0].low)))
    )


def holds(interval: Interval, value: Fraction) -> bool:
    return Fraction(interval.low) <= value <= Fraction(interval.high)


@given(within(ENDS), within(ENDS))
def test_the_true_sum_difference_and_product_lie_inside(first, second):
    (a, x), (b, y) = first, second
    assert holds(a + b, x + y)
    assert holds(a - b, x - y)
    assert holds(a * b, x * y)


@given(within(ENDS), within(ENDS))
def test_the_true_quotient_lies_inside(first, second):
    (a, x), (b, y) = first, second
    assume(not b.contains(Decimal(0)))
    assert holds(a / b, x / y)


@given(within(POSITIVE), st.integers(min_value=0, max_value=12))
def test_the_true_power_lies_inside(drawn, exponent):
    interval, value = drawn
    assert holds(interval.power(exponent), value**exponent)


@given(within(POSITIVE), st.integers(min_value=1, max_value=12))
def test_the_true_root_lies_inside(drawn, degree):
    interval, value = drawn
    root = interval.root(degree)
    assert Fraction(root.low) ** degree <= value <= Fraction(root.high) ** degree


@given(POSITIVE, st.integers(min_value=1, max_value=12))
def test_a_root_is_rounded_outwards_but_no_further_than_it_must_be(value, degree):
    root = Interval.point(value).root(degree)
    assert Fraction(root.low) ** degree <= Fraction(value) <= Fraction(root.high) ** degree
    assert (root.high - root.low) / root.high < Decimal("1E-55")


def test_a_third_is_rounded_outwards():
    third = Interval.point(1) / Interval.point(3)
    assert third.low < third.high
    assert Fraction(third.low) < Fraction(1, 3) < Fraction(third.high)


@given(intervals(ENDS), intervals(ENDS))
def test_intervals_meet_where_they_have_a_common_part_and_no_gap(a, b):
    low, high = max(a.low, b.low), min(a.high, b.high)
    assert a.meets(b) == b.meets(a) == (low <= high) == (a.gap(b) == 0)
    assert a.gap(b) == b.gap(a) >= 0
    if low <= high:
        assert a.contains(Interval(low, high))
        assert b.contains(Interval(low, high))


@given(intervals(ENDS), intervals(ENDS))
def test_an_overlap_is_the_distance_by_which_either_may_move_and_below_zero_the_gap(a, b):
    assert a.overlap(b) == b.overlap(a)
    assert (a.overlap(b) >= 0) == a.meets(b)
    assert max(Decimal(0), -a.overlap(b)) == pytest.approx(a.gap(b))


def test_intervals_that_touch_meet():
    assert Interval(Decimal(1), Decimal(2)).meets(Interval(Decimal(2), Decimal(3)))


@given(ENDS)
def test_what_is_left_of_a_number_less_itself_is_a_zero_without_a_sign(value):
    nothing = Interval.point(value) - Interval.point(value)
    assert str(nothing.low) == str(nothing.high) == "0"


def test_the_gap_is_the_distance_between_the_nearest_ends():
    near, far = Interval(Decimal(1), Decimal(2)), Interval(Decimal("4.5"), Decimal(9))
    assert near.gap(far) == far.gap(near) == Decimal("2.5")
    assert not near.meets(far)


def test_a_printed_number_stands_for_half_a_unit_of_its_last_digit_on_either_side():
    assert Interval.around(Decimal("26.0"), Decimal("0.1")) == Interval(Decimal("25.95"), Decimal("26.05"))


@given(intervals(ENDS), intervals(POSITIVE))
def test_the_midpoint_lies_inside_however_narrow_the_interval(a, b):
    assert a.contains(a.midpoint)
    quotient = a / b
    assert quotient.contains(quotient.midpoint)


def test_an_interval_contains_its_ends_and_nothing_beyond():
    interval = Interval(Decimal(1), Decimal(2))
    assert interval.contains(Decimal(1))
    assert interval.contains(Decimal(2))
    assert not interval.contains(Decimal("2.000001"))
    assert not interval.contains(Interval(Decimal(1), Decimal(3)))


def test_an_interval_from_high_to_low_is_refused():
    with pytest.raises(ValueError, match="runs from low to high, not from 2 to 1"):
        Interval(Decimal(2), Decimal(1))


def test_nothing_is_divided_by_what_may_be_zero():
    with pytest.raises(ZeroDivisionError, match="contains zero"):
        Interval.point(1) / Interval(Decimal(-1), Decimal(1))


@pytest.mark.parametrize("operation", [lambda it: it.power(2), lambda it: it.root(2)])
def test_no_power_or_root_is_taken_of_a_negative_end(operation):
    with pytest.raises(ValueError, match="negative end -1"):
        operation(Interval(Decimal(-1), Decimal(4)))


def test_a_negative_power_is_refused_rather_than_taken_for_one():
    with pytest.raises(ValueError, match="-1"):
        Interval.point(2).power(-1)


def test_nothing_is_ever_minus_zero():
    nothing = Interval.around(Decimal(0), Decimal(0))
    assert str(nothing.low) == str(nothing.high) == "0"
    assert str((Interval.point(1) - Interval.point(1)).low) == "0"
