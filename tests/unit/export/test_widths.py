"""How the columns of a table share its width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.export import widths
from factbook.export.model import BREAK, Cell, Run, Table


def table(*rows: tuple[str, ...]) -> Table:
    return Table("", "", (), (), tuple(tuple(Cell((Run(text),)) for text in row) for row in rows))


@given(st.lists(st.tuples(st.text("가a "), st.text("나b \n")), min_size=1, max_size=6))
def test_the_parts_of_the_width_are_positive_and_together_the_whole(rows):
    shares = widths.shares(table(*rows))
    assert min(shares) > 0
    assert sum(shares) == pytest.approx(1)


def test_short_columns_get_what_their_longest_line_needs_and_long_ones_the_rest():
    year, words = widths.shares(table(("2019", "many words " * 30), ("2020", "few")))
    assert year == pytest.approx(8 / 113)
    assert words > 0.9


def test_no_column_is_narrower_than_its_longest_word_while_all_fit():
    first, *_ = widths.shares(table(("Interoperability", "a " * 200, "b " * 200)))
    assert first * 113 >= len("Interoperability")


def test_a_syllable_of_hangul_is_as_wide_as_two_letters():
    first, second = widths.shares(table(("가나", "abcd")))
    assert first == second


def test_a_line_ends_where_the_cell_breaks_it():
    first, second = widths.shares(table((f"ab{BREAK}cd", "abcd")))
    assert first < second
