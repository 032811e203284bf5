"""The years of a fact stand in its columns and at the end of its labels, and must be the same."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("ko,,2019,,report,kim2022,본문,market-2019-krw", "ko,,2018,,report,kim2022,본문,market-2019-krw", "label_ko"),
        ('"시장 규모, 2025년"', '"시장 규모, 2026년"', "label_ko"),
        ('"Market, 2025"', "Market", "label_en"),
        ('"Annual growth, 2019–2025"', '"Annual growth, 2019–2026"', "label_en"),
        ('"Annual growth, 2019–2025"', '"Annual growth, 2025"', "label_en"),
    ],
)
def test_a_year_that_the_label_does_not_say_is_told(tiny, old, new, column):
    tiny.replace("data/facts.csv", old, new)
    found = [problem for problem in tiny.problems() if problem.code == "data.years"]
    assert column in {problem.column for problem in found}


@pytest.mark.parametrize("label", ["2022년판의 시장 규모, 2025년", "시장 규모, 2025년 전망"])
def test_the_last_year_of_a_label_counts(tiny, label):
    tiny.replace("data/facts.csv", '"시장 규모, 2025년"', f'"{label}"')
    assert tiny.problems() == []


def test_either_range_sign_will_do(tiny):
    tiny.replace("data/facts.csv", "연평균 성장률, 2019–2025년", "연평균 성장률, 2019~2025년")
    assert tiny.problems() == []


def test_a_fact_without_a_year_may_name_one(tiny):
    tiny.replace("data/facts.csv", "검토한 논문,Papers reviewed", '"검토한 논문, 2023년","Papers reviewed, 2023"')
    assert tiny.problems() == []
