"""What the arithmetic of the other rows, columns and lines of a table tells, though no head says it."""

from __future__ import annotations

import pytest
from test_tabular import checked, found


def table(head: str, *rows: str, above: str = "", below: str = "") -> str:
    width = head.count("|") - 1
    return "\n".join([above, "", head, "|" + "---|" * width, *rows, "", below])


REGIONS = (
    "| North | 41,208 | 43,117 | 84,325 |",
    "| East | 22,761 | 23,490 | 46,251 |",
    "| West | 58,934 | 60,275 | {} |",
)


def test_a_column_that_most_rows_make_of_those_before_it_is_a_sum_of_any_name():
    text = table("| Region | Men | Women | Residents |", *REGIONS, "| South | 73,016 | 76,844 | 149,860 |")
    assert found(text.format("119,209")) == []
    assert found(text.format("119,902")) == ["table-total 119,902"]


def test_a_column_that_few_rows_make_of_those_before_it_is_no_sum():
    text = table(
        "| Region | Men | Women | Visits |",
        "| North | 10 | 20 | 30 |",
        "| East | 41 | 77 | 95 |",
        "| West | 8 | 2 | 40 |",
    )
    assert found(text) == []


@pytest.mark.parametrize(
    ("head", "unit", "right", "wrong"),
    [
        ("1인당 진료비(천원)", "진료비(억원) | 적용인구(천명)", ("1,200", "1,203", "1,157"), "1,057"),
        ("가구당 지출", "지출(억원) | 가구(천)", ("1,200", "1,203", "1,157"), "1,175"),
    ],
)
def test_a_quotient_of_two_columns_is_read_from_the_other_rows(head, unit, right, wrong):
    amounts = ("18,462 | 1,538", "19,215 | 1,597", "20,874 | 1,804", "41,260 | 3,322")

    def text(last: str) -> str:
        values = (*right[:2], last, "1,242")
        rows = [
            f"| 지역{at} | {pair} | {value} |" for at, (pair, value) in enumerate(zip(amounts, values, strict=True))
        ]
        return table(f"| 지역 | {unit} | {head} |", *rows)

    assert found(text(right[2])) == []
    assert found(text(wrong)) == [f"table-ratio {wrong}"]


def test_an_occupancy_is_of_the_days_of_a_year_whether_it_leaps_or_not():
    rows = (
        "| A | 310 | 96,178 | {} |",
        "| B | 184 | 53,728 | 80.0 |",
        "| C | 96 | 24,528 | 70.0 |",
        "| D | 210 | 61,320 | 80.0 |",
    )
    text = table("| Hospital | Beds | Bed-days | Occupancy (%) |", *rows)
    assert found(text.format("85.0")) == []
    assert found(text.format("80.5")) == ["table-ratio 80.5"]


def test_an_index_is_its_amount_over_that_of_the_base():
    rows = ("| 2015 | 2,480 | 100.0 |", "| 2016 | 2,567 | 103.5 |", "| 2017 | 2,703 | {} |", "| 2018 | 2,926 | 118.0 |")
    text = table("| Year | Tonne-km | Index (2015 = 100) |", *rows)
    assert found(text.format("109.0")) == []
    assert found(text.format("112.0")) == ["table-index 112.0"]
    other = "".join(line.replace("103.5", "120.1").replace("118.0", "140.7") for line in text.splitlines(keepends=True))
    assert found(other.format("130.2")) == []


def test_an_amount_out_of_the_order_of_its_ranks_is_told():
    rows = ("| 1 | 가 | 3,412 |", "| 2 | 나 | 2,987 |", "| 3 | 다 | 2,640 |", "| 4 | 라 | {} |", "| 5 | 마 | 1,873 |")
    text = table("| 순위 | 회사 | 매출액 |", *rows, above="(단위: 억원)")
    assert found(text.format("2,305")) == []
    assert found(text.format("2,805")) == ["table-rank 2,805"]
    assert found(text.format("2,805").replace("순위", "번호")) == []


def test_a_running_total_adds_up_the_rows_above_it():
    rows = (
        "| 1분기 | 1,240 | 1,240 |",
        "| 2분기 | 1,385 | 2,625 |",
        "| 3분기 | 1,190 | {} |",
        "| 4분기 | 1,610 | 5,425 |",
    )
    text = table("| 분기 | 신규 등록 | 연누계 |", *rows)
    assert found(text.format("3,815")) == []
    assert found(text.format("3,851")) == ["table-total 3,851"]


CASH = (
    "| Net cash from operating activities | 4,812 |", "| Net cash used in investing activities | (3,095) |",
    "| Net cash used in financing activities | (1,246) |", "| Net increase in cash | {} |",
    "| Cash at beginning of year | 1,908 |", "| Cash at end of year | {} |",
)  # fmt: skip


def test_cash_at_the_end_is_what_was_there_and_what_came_to_it():
    text = table("| $ million | 2022 |", *CASH)
    assert found(text.format("471", "2,379")) == []
    assert found(text.format("471", "2,739")) == ["table-total 2,739"]
    assert found(text.format("741", "2,379")) == ["table-total 2,379", "table-total 741"]


def test_costs_are_taken_off_and_income_added_as_their_heads_say():
    rows = ("| 영업이익 | 51,968 |", "| 금융수익 | 6,820 |", "| 금융비용 | 9,317 |", "| 법인세비용차감전순이익 | {} |")
    text = table("| 과목 | 제11기 |", *rows, above="(단위: 백만원)")
    assert found(text.format("49,471")) == []
    assert found(text.format("56,471")) == ["table-difference 56,471"]


def test_percentages_of_a_group_are_of_the_size_in_its_head():
    rows = (
        "| 남성, n (%) | 118 (55.1) |",
        "| 고혈압, n (%) | 91 (42.5) |",
        "| 당뇨병, n (%) | 62 ({}) |",
        "| 나이, 평균 (표준편차) | 63 (10.2) |",
    )
    text = table("| 특성 | 시험군 (n=214) |", *rows)
    assert found(text.format("29.0")) == []
    assert found(text.format("26.0")) == ["table-share 26.0"]


def test_a_row_of_a_hundred_percent_is_the_total_whatever_it_is_called():
    rows = (
        "| 석탄 | 72,105 | 24.6 |",
        "| 석유 | 110,840 | 37.8 |",
        "| 가스 | 110,317 | 37.6 |",
        "| 총공급 | {} | 100.0 |",
    )
    text = table("| 에너지원 | 공급량 | 비중(%) |", *rows, above="(단위: 천toe)")
    assert found(text.format("293,262")) == []
    assert "table-total 239,262" in found(text.format("239,262"))


@pytest.mark.parametrize("note", ["주) 계는 중복을 제외한 실인원임", "Patients of several units are counted once."])
def test_a_total_that_counts_everyone_once_is_no_sum(note):
    rows = ("| 내과 | 6,210 |", "| 외과 | 4,388 |", "| 안과 | 3,902 |", "| 계 | 11,375 |")
    assert found(table("| 진료과 | 인원(명) |", *rows, below=note)) == []
    assert found(table("| 진료과 | 인원(명) |", *rows)) == ["table-total 11,375"]


def test_a_column_of_which_most_cells_fail_was_meant_otherwise():
    rows = ("| Europe | 1,050 | 1,000 | 5.4% |", "| Brazil | 264 | 240 | 6.2% |", "| Turkey | 171 | 190 | 48.5% |")
    assert found(table("| € million | 2023 | 2022 | Growth |", *rows)) == []


def test_each_row_at_a_rate_of_its_own_is_one_conversion_a_row():
    rows = (
        "| 2019 | 1,860 | 1,166 | 21,688 |",
        "| 2020 | 2,245 | 1,180 | 26,491 |",
        "| 2021 | 1,972 | 1,144 | {} |",
        "| 2022 | 2,508 | 1,292 | 32,403 |",
    )
    text = table("| 연도 | 수주액(백만 달러) | 적용환율(원/달러) | 수주액(억원) |", *rows)
    assert found(text.format("22,560")) == []
    assert found(text.format("25,560")) == ["table-ratio 1,144"]


SALES = table(
    "| 구분 | 2019년 | 2020년 |", "| 온라인 | 1,354 | 1,612 |", "| 오프라인 | 2,230 | 2,087 |", above="(단위: 억원)"
)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("온라인 거래액은 19.1% 늘었다.", []),
        ("온라인 거래액은 2020년 19.1% 늘었고, 오프라인 거래액은 6.4% 감소하였다.", []),
        ("온라인 거래액은 2020년 19.1% 늘었고, 오프라인 거래액은 9.4% 감소하였다.", ["table-text-growth 9.4%"]),
        ("2020년 온라인은 1,621억원이었다.", ["table-text 1,621억원"]),
        ("2020년 온라인 중 식품은 1,504억원이었다.", []),
        ("온라인의 내년 목표는 1,621억원이다.", []),
        ("오프라인 거래액은 2,078억원이다.", ["table-text 2,078억원"]),
        ("오프라인 거래액은 2,190억원이다.", []),
    ],
)
def test_the_text_is_held_to_the_table_beside_it(sentence, wrong):
    assert found(f"{sentence}\n\n{SALES}") == wrong


POWER = table(
    "| 에너지원 | 발전량(TWh) | 비중(%) |",
    *("| 원자력 | 180.5 | 30.7 |", "| 석탄 | 184.9 | 31.4 |", "| 가스 | 222.6 | 37.9 |", "| 합계 | 588.0 | 100.0 |"),
)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("원자력은 전체의 30.7%를 차지했다.", []),
        ("원자력은 전체의 31%를 차지했다.", []),
        ("원자력은 전체의 31.4%를 차지했다.", ["table-text 31.4%"]),
        ("원자력 가운데 신고리는 전체의 21.4%를 차지했다.", []),
        ("원자력은 31.4% 늘었다.", []),
    ],
)
def test_a_share_in_the_text_is_that_of_the_table(sentence, wrong):
    assert found(f"{POWER}\n\n{sentence}") == wrong


def test_what_part_of_a_sum_slipped_is_told():
    from factbook.checker.tables import check_tables, grids_in

    text = table("| 구분 | 인원(명) |", "| 남성 | 13,415 |", "| 여성 | 11,455 |", "| 계 | 24,960 |")
    (finding,) = check_tables(text, list(grids_in(text)), lang="en").findings
    assert "two neighbouring digits of 11,455" in finding.message


def test_a_page_of_lines_has_its_columns_where_they_stand():
    text = (
        "(USD million)\n\n                       2021      2022\nRents                    18        21\n"
        "Other                              4\nFees and charges         30        33\n"
        "Total                    48        {}\n"
    )
    assert found(text.format("58")) == []
    assert found(text.format("85")) == ["table-total 85"]
    assert checked(text.format("58")) == {"sum": 2}


def test_numbers_alone_under_others_are_their_sum_and_make_the_total_with_other_such_sums():
    text = (
        "(USD million)\n\n                   2021      2022\nPlant              500       520\n"
        "Software            40        44\n"
        "                   540       564\nStock              110       120\nCash                50        61\n"
        "                   160       181\nTotal assets       700       {}\n"
    )
    assert found(text.format("745")) == []
    assert found(text.format("754")) == ["table-total 754"]
