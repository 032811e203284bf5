"""A date of a table names the number that it repeats, and is the same."""

from __future__ import annotations

import pytest

from factbook import facts
from factbook.checks import dated
from factbook.facts import Facts
from tiny_book import REAL, TinyBook

HEADER = "id,date,jurisdiction,text_ko,text_en,source,review_by,date_fact\n"
FACT = "law-passed,20240123,date,2024년 1월 23일,ko,,,,other,kim2022,본문,,법이 제정된 날,Enactment of the act,,\n"
UNIT = "date,calendar,일,day,days\n"


def problems(tiny: TinyBook, date: str, named: str, source: str = "kim2022") -> list[tuple[str, str | None, str]]:
    for table, row in (("units", UNIT), ("facts", FACT)):
        path = tiny.root / "data" / f"{table}.csv"
        path.write_text(path.read_text("utf-8") + row, "utf-8")
    tiny.add_table("policies", f"{HEADER}law,{date},KR,법,Act,{source},,{named}\n")
    found = dated.check(tiny.layout.package, facts.load(tiny.layout.package))
    return [(one.code, one.column, one.found) for one in found]


@pytest.mark.parametrize(
    ("date", "named", "source"),
    [("2024-01-23", "law-passed", "kim2022"), ("2024-01-24", "", "kim2022"), ("2024-01-23", "", "lee2023")],
)
def test_a_date_that_is_the_numbers_or_repeats_none_is_right(tiny, date, named, source):
    assert problems(tiny, date, named, source) == []


@pytest.mark.parametrize(
    ("date", "named", "column", "found"),
    [
        ("2024-01-24", "law-passed", "date", "«2024-01-24» names law-passed, which is 2024년 1월 23일"),
        ("2024-01", "law-passed", "date", "«2024-01» names law-passed, which is 2024년 1월 23일"),
        ("2024-01-23", "market-2019", "date", "«2024-01-23» names market-2019, which is no date of its source"),
        ("2024-01-23", "", "date_fact", "nothing"),
    ],
)
def test_another_date_than_the_numbers_and_a_number_that_is_not_named_are_told(tiny, date, named, column, found):
    assert problems(tiny, date, named) == [("data.date", column, found)]


def test_the_tables_of_the_book_name_the_numbers_that_their_dates_repeat():
    known: Facts = facts.load(REAL.package)
    named = [row["date_fact"] for table in ("milestones", "policies") for row in REAL.package.rows(table)]
    assert len([one for one in named if one]) > len(named) / 2
    assert list(dated.check(REAL.package, known)) == []
