"""A number printed in two currencies is one number: of one year and source, and one relation recomputes it."""

from __future__ import annotations

import pytest


def test_a_pair_that_a_relation_recomputes_is_right(tiny):
    assert tiny.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("본문,market-2019-krw,", "본문,market-2025,", "year is 2025"),
        ('KRW,"7,500억 원",ko,,2019', 'KRW,"7,500억 원",ko,,2018', "year is 2018"),
        ('2019,,report,kim2022,본문,,"원화', '2019,,other,lee2023,본문,,"원화', "source is lee2023, said by other"),
    ],
)
def test_two_numbers_that_are_not_one_are_told_at_the_pair(tiny, old, new, said):
    tiny.replace("data/facts.csv", old, new)
    (problem,) = [one for one in tiny.problems() if one.code == "data.pair"]
    assert (problem.line, problem.column) == (2, "pair")
    assert said in problem.found


def test_a_pair_that_no_relation_recomputes_is_told(tiny):
    tiny.replace("data/relations.csv", "convert,market-2019 rate,holds", "convert,market-2025 rate,fails")
    (problem,) = [one for one in tiny.problems() if one.code == "data.pair"]
    assert "no relation says that «market-2019-krw» is «market-2019» at a rate" in problem.found
