"""What tables claim, what does not hold in them, and what is left alone."""

from __future__ import annotations

import pytest

from factbook.checker.tables import check_tables, grids_in


def found(text: str) -> list[str]:
    """The codes of what is found in the tables of a text, each with the figure that is wrong."""
    report = check_tables(text, list(grids_in(text)))
    return sorted(f"{one.code} {one.stated}" for one in report.findings)


def checked(text: str) -> dict[str, int]:
    return dict(check_tables(text, list(grids_in(text))).tally.claims)


SALES = """(단위: 억원)

| 구분 | 2022 | 2023 | {head} |
|---|---:|---:|---:|
| 국내 | 1,240 | 1,315 | {first} |
| 수출 | 860 | 1,022 | {second} |
| 합계 | 2,100 | {total} | {third} |
"""


def sales(head: str = "비고", first: str = "", second: str = "", total: str = "2,337", third: str = "") -> str:
    return SALES.format(head=head, first=first, second=second, total=total, third=third)


def test_a_total_is_the_sum_of_its_column():
    assert found(sales()) == []
    assert found(sales(total="2,387")) == ["table-total 2,387"]


def test_a_total_may_be_off_by_what_rounding_allows():
    assert found(sales(total="2,338")) == []
    assert found(sales(total="2,340")) == ["table-total 2,340"]


def test_a_total_across_a_row_is_the_sum_of_the_row():
    assert found(sales("합계", "2,555", "1,882", third="4,437")) == []
    assert "table-total 1,982" in found(sales("합계", "2,555", "1,982", third="4,437"))


def test_a_column_of_growth_compares_the_two_years_before_it():
    assert found(sales("증감률(%)", "6.0", "18.8", third="11.3")) == []
    assert found(sales("증감률(%)", "6.0", "8.8", third="11.3")) == ["table-growth 8.8"]


def test_a_column_of_differences_compares_the_two_years_before_it():
    assert found(sales("증감", "75", "162", third="237")) == []
    assert found(sales("증감", "75", "126", third="237")) == ["table-difference 126", "table-total 237"]


def test_the_numbers_of_a_table_without_a_unit_are_held_to_each_other():
    assert found(sales().replace("(단위: 억원)", "매출")) == []
    assert found(sales(total="2,387").replace("(단위: 억원)", "매출")) == ["table-total 2,387"]
    assert found(sales(total="2,387").replace("억원", "GWh")) == ["table-total 2,387"]


def test_a_table_without_a_unit_in_which_nothing_is_claimed_is_counted_as_such():
    text = "| 구분 | 값 |\n|---|---|\n| 국내 | 1,240 |\n| 수출 | 860 |\n"
    report = check_tables(text, list(grids_in(text)))
    assert (report.claims, report.tally.tables, report.tally.unitless) == ((), 1, 1)


def test_the_tally_says_what_was_checked_and_what_was_not():
    text = sales()
    tally = check_tables(text, list(grids_in(text))).tally
    assert (tally.tables, tally.checked, tally.unused, tally.claims) == (1, 1, 0, (("sum", 2),))


@pytest.mark.parametrize("negative", ["△320", "▲320", "-320", "−320", "(320)"])
def test_a_number_below_zero_is_written_in_many_ways(negative):
    text = "(단위: 억원)\n\n| 항목 | 금액 |\n|---|---|\n| 매출 | 500 |\n| 비용 | {} |\n| 합계 | {} |\n"
    assert found(text.format(negative, "180")) == []
    assert found(text.format(negative, "820")) == ["table-total 820"]


@pytest.mark.parametrize(
    "unit", ["USD million", "(GBP thousand)", "in millions of US dollars", "₹ crore", "Unit: patients", "EUR bn", "$m"]
)
def test_units_above_a_table_are_read(unit):
    text = f"{unit}\n\n| | 2023 |\n|---|---|\n| North | 1,200 |\n| South | 800 |\n| Total | 2,500 |\n"
    assert found(text) == ["table-total 2,500"]


def test_rows_within_a_row_are_not_added_twice():
    text = (
        "USD million\n\n| | 2023 |\n|---|---|\n| Sales | 500 |\n| of which exports | 200 |\n"
        "| Other | 50 |\n| Total | {} |\n"
    )
    assert found(text.format("550")) == []
    assert found(text.format("750")) == ["table-total 750"]


def test_subtotals_make_the_grand_total():
    text = (
        "USD million\n\n| | 2023 |\n|---|---|\n| A | 10 |\n| B | 20 |\n| Subtotal | 30 |\n"
        "| C | 40 |\n| D | 50 |\n| Subtotal | 90 |\n| Grand total | {} |\n"
    )
    assert found(text.format("120")) == []
    assert found(text.format("130")) == ["table-total 130"]


def test_both_sides_of_a_balance_sheet_are_added_up():
    text = (
        "(단위: 백만원)\n\n| 과목 | 2023 |\n|---|---|\n| 유동자산 | 500 |\n| 비유동자산 | 700 |\n| 자산총계 | 1,200 |\n"
        "| 유동부채 | 80 |\n| 비유동부채 | 20 |\n| 부채총계 | 100 |\n| 자본총계 | 1,100 |\n| 부채와 자본총계 | {} |\n"
    )
    assert found(text.format("1,200")) == []
    assert found(text.format("1,400")) == ["table-total 1,400"]


def test_a_total_may_stand_above_its_parts():
    text = "(단위: 명)\n\n| 구분 | 인원 |\n|---|---|\n| 전체 | {} |\n| 남성 | 312 |\n| 여성 | 288 |\n"
    assert found(text.format("600")) == []
    assert found(text.format("610")) == ["table-total 610"]


def test_rates_ages_ranks_and_means_are_not_added_up():
    text = (
        "(단위: 명)\n\n| 구분 | 인원 | 평균 연령 | 지수 | 순위 |\n|---|---|---|---|---|\n"
        "| A | 10 | 45.2 | 101 | 1 |\n| B | 20 | 47.3 | 99 | 2 |\n| 합계 | 30 | 46.6 | 100 | 3 |\n"
    )
    assert found(text) == []


def test_shares_are_parts_of_the_total_and_need_no_total_row():
    text = (
        "| 지역 | 매출(억원) | 비중(%) |\n|---|---|---|\n| 북미 | 4,520 | 45.2 |\n"
        "| 유럽 | 2,980 | {} |\n| 기타 | 2,500 | 25.0 |\n"
    )
    assert found(text.format("29.8")) == []
    assert found(text.format("28.9")) == ["table-share 28.9"]


def test_growth_down_a_column_compares_years_that_follow_each_other():
    text = (
        "(단위: 백만달러, %)\n\n| 연도 | 시장 | 전년 대비 |\n|---|---|---|\n| 2020 | 412 | - |\n"
        "| 2021 | 478 | 16.0 |\n| 2023 | 633 | 17.0 |\n"
    )
    assert found(text) == []
    assert found(text.replace("16.0", "19.0")) == ["table-growth 19.0"]


def test_quarters_are_not_compared_with_the_row_before():
    text = (
        "(단위: 억원)\n\n| 분기 | 매출 | 전년 대비(%) |\n|---|---|---|\n| 2023 1분기 | 412 | 5.0 |\n"
        "| 2023 2분기 | 478 | 6.0 |\n"
    )
    assert found(text) == []


def test_columns_in_two_currencies_hold_one_rate():
    text = (
        "| 연도 | 백만달러 | 억원 |\n|---|---|---|\n| 2019 | 600 | 7,320 |\n| 2022 | 800 | 9,760 |\n"
        "| 2025 | 2,400 | {} |\n"
    )
    assert found(text.format("29,280")) == []
    assert found(text.format("28,290")) == ["conversion-common-rate 28,290"]


def test_columns_of_different_things_in_two_currencies_are_no_conversion():
    text = "| 연도 | 수출(백만달러) | 예산(억원) |\n|---|---|---|\n| 2019 | 600 | 7,320 |\n| 2022 | 800 | 1,760 |\n"
    assert checked(text) == {}


def test_the_text_names_what_the_table_states_otherwise():
    table = "(단위: 억원)\n\n| 구분 | 2022 | 2023 |\n|---|---|---|\n| 수출 | 860 | 1,022 |\n"
    assert found(f"2023년 수출은 1,022억원이었다.\n\n{table}") == []
    assert found(f"2023년 수출은 1,202억원이었다.\n\n{table}") == ["table-text 1,202억원"]
    assert found(f"2023년 수입은 1,202억원이었다.\n\n{table}") == []
    assert found(f"2021년 수출은 1,202억원이었다.\n\n{table}") == []


def test_a_finding_is_the_arithmetic_in_one_line_with_the_likeliest_slip():
    text = sales(total="3,237")
    (finding,) = check_tables(text, list(grids_in(text)), lang="en").findings
    assert finding.message.startswith("1,315 + 1,022 = 2,336.0 to 2,338.0, but 3,237 is stated")
    assert "changed places" in finding.message
    assert (finding.line, finding.text) == (7, "합계, 2023: 3,237")


def test_columns_set_with_blanks_are_a_table():
    text = (
        "(USD million)\n                2022     2023\nRevenue        1,240    1,315\n"
        "Other            860    1,022\nTotal          2,100    {}\n"
    )
    assert found(text.format("2,337")) == []
    assert found(text.format("2,387")) == ["table-total 2,387"]


def test_cells_with_a_count_and_its_percentage_are_read_as_both():
    text = (
        "| Site | Enrolled, n (%) |\n|---|---|\n| Seoul | 120 (60.0) |\n| Busan | 80 ({}) |\n| Total | {} (100.0) |\n"
    )
    assert found(text.format("40.0", "200")) == []
    assert "table-share 30.0" in found(text.format("30.0", "200"))
    assert "table-total 210" in found(text.format("40.0", "210"))


def test_a_mean_with_its_deviation_is_no_count_with_its_percentage():
    text = "| Site | Age (SD) |\n|---|---|\n| Seoul | 45 (6.0) |\n| Busan | 48 (3.0) |\n| Total | 46 (5.0) |\n"
    assert checked(text) == {}


def test_counts_in_the_text_are_held_against_the_table():
    table = "(단위: 명)\n\n| 구분 | 2021 | 2022 |\n|---|---|---|\n| 환자 | 1,200 | 1,250 |\n"
    assert found(f"2022년 환자는 1,250명이었다.\n\n{table}") == []
    assert found(f"2022년 환자는 1,520명이었다.\n\n{table}") == ["table-text 1,520명"]


def test_a_price_its_change_and_its_rate_of_change_agree():
    text = (
        "Rs\n\n| Stock | Price | Change | % change |\n|---|---|---|---|\n| A | 105.00 | 5.00 | 5.00 |\n"
        "| B | 190.00 | -10.00 | {} |\n"
    )
    assert found(text.format("-5.00")) == []
    assert found(text.format("-7.00")) == ["table-growth -7.00"]
