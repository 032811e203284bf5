"""Ratios by their definition, means of scores, growth on a quarter, and parts that the text tells of a column."""

from __future__ import annotations

import pytest

from factbook.checker.tables import check_tables, grids_in


def found(text: str) -> list[str]:
    return [f"{one.code} {one.stated}" for one in check_tables(text, list(grids_in(text))).findings]


def balance(ratio: str, note: str = "") -> str:
    return (
        "(단위: 백만원)\n\n| 구분 | 2024년 말 | 2023년 말 |\n|---|--:|--:|\n| 자산총계 | 197,211 | 187,573 |\n"
        f"| 부채총계 | 87,740 | 89,497 |\n| 자본총계 | 109,471 | 98,076 |\n| 부채비율(%) | {ratio} | 91.3 |\n\n{note}\n"
    )


def test_a_ratio_that_a_note_defines_is_held_to_it():
    note = "※ 부채비율 = 부채총계 ÷ 자본총계 × 100"
    assert found(balance("80.1", note)) == []
    assert found(balance("44.5", note)) == ["table-ratio 44.5"]


def test_a_ratio_that_accounts_know_is_held_to_it_where_another_column_keeps_it():
    assert found(balance("80.1")) == []
    assert found(balance("81.0")) == ["table-ratio 81.0"]
    # Another company may divide by something else; then no column keeps the rule.
    assert found(balance("44.5").replace("91.3", "47.7")) == []


@pytest.mark.parametrize(("margin", "wrong"), [("12.5%", []), ("15.2%", ["table-ratio 15.2%"])])
def test_a_margin_is_profit_over_sales(margin: str, wrong: list[str]):
    text = (
        "USD million\n\n| | 2023 | 2024 |\n|---|--:|--:|\n| Revenue | 800 | 960 |\n| Operating income | 100 | 144 |\n"
        f"| Operating margin | {margin} | 15.0% |\n"
    )
    assert found(text) == wrong


def survey(mean: str) -> str:
    heads = "| Item | Poor (1) | Fair (2) | Good (3) | Average |\n|---|--:|--:|--:|--:|\n"
    return f"{heads}| Food | 10 | 20 | 70 | 2.60 |\n| Staff | 5 | 15 | 80 | {mean} |\n"


def test_the_average_of_scores_is_weighted_by_how_often_each_was_given():
    assert found(survey("2.75")) == []
    assert found(survey("2.57")) == ["table-average 2.57"]


def quarters(change: str) -> str:
    return (
        "단위: 억원\n\n|  | '25.2Q | '25.1Q | QoQ | '24.2Q | YoY |\n|---|--:|--:|--:|--:|--:|\n"
        "| 매출액 | 8,214 | 7,936 | +3.5% | 8,051 | +2.0% |\n| 영업이익 | 706 | 651 | +8.4% | 745 | -5.2% |\n"
        f"| 당기순이익 | 498 | 512 | {change} | 561 | -11.2% |\n"
    )


def test_growth_on_the_quarter_before_has_the_sign_of_the_change():
    assert found(quarters("-2.7%")) == []
    assert found(quarters("+2.7%")) == ["table-growth +2.7%"]


def test_a_difference_without_a_sign_is_a_size_and_either_way_right():
    rows = ("A | 26.0% | 25.0% | 1.0%p", "B | 35.0% | 33.0% | 2.0%p", "C | 26.0% | 20.0% | 6.0%p")
    rows += ("D | 50.0% | 45.5% | 4.5%p", "E | 47.2% | 44.1% | 3.1%p", "F | 40.0% | 41.0% | 1.0%p")
    table = "\n".join(f"| {row} |" for row in rows)
    assert found(f"| | 적힌 값 | 계산한 값 | 차이 |\n|---|--:|--:|--:|\n{table}\n") == []


def grants(part: str) -> str:
    return (
        f"Environment projects received {part} of grants.\n\n| Programme | Grants | Awarded (£000) |\n|---|--:|--:|\n"
        "| Health | 214 | 18,640 |\n| Environment | 96 | 9,870 |\n| Arts | 132 | 7,405 |\n| Total | 442 | 35,915 |\n"
    )


def test_a_part_of_a_column_that_the_text_tells_is_held_to_its_row_and_total():
    assert found(grants("21.7%")) == []
    assert found(grants("29.9%")) == ["table-text 29.9%"]
    # Too far off to be of this column.
    assert found(grants("80%")) == []


def test_the_increase_of_one_line_is_not_the_change_of_another():
    text = (
        "| For the year | 2025 | 2024 |\n|---|--:|--:|\n| Depreciation | 9,812 | 9,236 |\n"
        "| Increase in receivables | (4,390) | (1,742) |\n| Decrease/(increase) in inventories | 2,155 | (3,318) |\n"
    )
    assert found(text) == []
