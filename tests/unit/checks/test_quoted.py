"""The words in which a source prints a number, read by themselves, say the number that the book has."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from factbook import facts
from factbook.checks import quoted
from factbook.facts import Entry, Fact
from tiny_book import REAL, TinyBook

HEADER = "fact,quote,lang,seen_at,seen_on\n"
QUOTES = REAL.package.rows(quoted.TABLE)


def problems(tiny: TinyBook, *quotes: tuple[str, str, str]) -> list[tuple[str, int, str]]:
    """What is told of quotes: fact, words and language of each."""
    rows = "".join(f'{fact},"{words}",{language},https://example.org/,2026-11-30\n' for fact, words, language in quotes)
    tiny.add_table("quotes", HEADER + rows)
    found = quoted.check(tiny.layout.package, facts.load(tiny.layout.package))
    return [(one.code, one.line or 0, one.found) for one in found]


@pytest.mark.parametrize(
    ("fact", "words", "language"),
    [
        ("market-2019", "시장은 2019년 6억 달러에서", "ko"),
        ("market-2019-krw", "2019년 … (7,500억 원)", "ko"),
        ("market-2025", "USD 2.4 billion in 2025", "en"),
        ("market-cagr", "2019년 … 연평균 26.0%", "ko"),
        ("papers-citing", "forty … 42 papers", "en"),
    ],
)
def test_words_that_print_the_number_are_right(tiny, fact, words, language):
    assert problems(tiny, (fact, words, language)) == []


@pytest.mark.parametrize(
    ("fact", "words", "language", "said"),
    [
        ("market-2019", "2019년 7억 달러", "ko", "the words print 2019 year, 700000000 USD"),
        ("market-2019", "2019년 6억 원", "ko", "the words print 2019 year, 600000000 KRW"),
        ("market-2019", "2019년 약 6억 달러", "ko", "about 600000000 USD"),
        ("market-2019", "2019년 6.0억 달러", "ko", "600000000 USD"),
        ("market-2019", "2018년 6억 달러", "ko", "the words are of 2018"),
        ("market-cagr", "26%", "en", "the words print 26 percent"),
        ("market-2019", "시장", "ko", "the words print no number"),
        ("market-2019", " ".join(["2019년 6억 달러", *"말" * 20]), "ko", "23 words"),
        ("market-2018", "2018년 6억 달러", "ko", "no source gives a number with the id «market-2018»"),
    ],
)
def test_words_that_print_something_else_are_told_with_their_line(tiny, fact, words, language, said):
    ((code, line, found),) = problems(tiny, (fact, words, language))
    assert (code, line) == ("data.quote", 2)
    assert said in found


@pytest.mark.parametrize(
    ("words", "language", "said", "is_said"),
    [
        ("등록일2022-05-12", "ko", 20220512, True),
        ("제언(2022.4)", "ko", 202204, True),
        ("지난 4월 28일", "ko", 20230428, True),
        ("지난 4월 28일", "ko", 20230528, False),
        ("18일 … 의결", "ko", 20220418, True),
        ("18일 … 의결", "ko", 20220419, False),
        ("8월부터", "ko", 202208, True),
        ("published in March of 2022", "en", 202203, True),
        ("LONDON – Sept. 1, 2015", "en", 20150901, True),
        ("on 24 July 2019", "en", 20190724, True),
        ("on 24 July 2018", "en", 20190724, False),
        ("in 2019", "en", 20190724, False),
        ("2017-2025", "en", 2025, True),
        ("2017-2025", "en", 2020, False),
    ],
)
def test_of_a_date_the_words_may_leave_the_year_and_month_to_the_article(words, language, said, is_said):
    assert any(quoted._is_part_of(date, Decimal(said)) for date in quoted._dates(words)) is is_said


def test_a_number_in_words_and_the_first_end_of_a_range_are_read():
    assert [(one.value, one.unit) for one in quoted.amounts("Eighteen papers", "en")] == [(18, "number")]
    assert [(one.value, one.unit) for one in quoted.amounts("38–75% of patients", "en")] == [
        (38, "percent"),
        (75, "percent"),
    ]


def test_the_name_of_another_of_its_kind_is_told(tiny):
    names = "key,kind,ko,en,units,implied\nkr,place,한국|국내,Korea,,no\nworld,place,세계,World,,no\n"
    tiny.replace("data/facts.csv", "시장 규모, 2025년", "세계 시장 규모, 2025년")
    tiny.add_table("names", names)
    ((code, _, found),) = problems(tiny, ("market-2025", "국내 시장은 2025년 24억 달러", "ko"))
    assert (code, found) == ("data.quote", "the words name «한국»")


def test_the_book_quotes_what_it_could_see_of_its_sources():
    assert len(QUOTES) > len(REAL.package.rows("facts")) / 2
    assert list(quoted.check(REAL.package, facts.load(REAL.package))) == []


def test_a_slip_in_both_other_entries_of_a_number_is_told():
    """A number larger by one of its last digit, or a day, month or year later, in both entries alike."""
    known = facts.load(REAL.package).entries
    unseen = [row["fact"] for row in QUOTES if quoted.says(_slipped(known[row["fact"]]), row["quote"], row["lang"])]
    assert len(unseen) < len(QUOTES) / 20, unseen


def _slipped(fact: Entry) -> Fact:
    assert isinstance(fact, Fact)
    return replace(fact, amount=replace(fact.amount, value=fact.amount.value + (fact.amount.ulp or 1)))
