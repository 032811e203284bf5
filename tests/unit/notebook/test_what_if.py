"""«What if» in one line: what a reader supposes, all that follows from it, and how the book says so."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook import facts, languages
from factbook.chapter import Book
from factbook.checks.of_pages import numbers
from factbook.facts import conversions
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.notebook import what_if
from factbook.notebook.what_if import WhatIfError, mark, read_mark
from factbook.quantities.amounts import Amount
from tiny_book import REAL
from written_pages import Pages

DOLLARS = Decimal("2.0E+9")


@cache
def printed():
    return facts.load(REAL.package)


@pytest.fixture(params=LANGUAGES)
def book(request: pytest.FixtureRequest) -> Book:
    return Book(request.param, REAL.package)


def plainly(book: Book, fact_id: str) -> str:
    return book.say(fact_id, alone=True).text


def test_at_another_rate_every_won_amount_of_the_report_follows_and_no_other_does():
    book = Book("en", REAL.package)
    say = book.say
    before = {name: say(name, alone=True).text for name in book.facts.entries if book.facts[name].unit.key == "KRW"}
    book.at_rate(1350)
    after = {name: say(name, alone=True).text for name in before}
    follows = {name for name in before if before[name] != after[name]}
    assert follows == set(conversions.dollars_behind(printed()))
    assert after["world-market-2019-krw"] == "KRW 810 billion"
    assert after["world-market-2025-krw"] == "KRW 3.24 trillion"
    assert after["us-market-2025-krw"] == "KRW 1.8241 trillion"
    assert say("world-market-2025").text == "USD 2.4 billion (KRW 3.24 trillion)", "the name given out earlier follows"


def test_another_value_for_a_fact_takes_along_all_that_is_computed_from_it_and_its_won(book: Book):
    book.with_fact("world-market-2025", "USD 2.0 billion")
    assert book.facts["world-market-2025"].value == DOLLARS
    assert book.facts["world-growth-recomputed"].amount.value == Decimal("22.22")
    assert book.facts["us-market-2025"].value == DOLLARS * Decimal("0.563")
    assert book.facts["world-market-2025-krw"].value == DOLLARS * 1220
    assert book.facts["world-market-2019-krw"].value == 732_000_000_000


@pytest.mark.parametrize(
    "amount", ["USD 2.0 billion", "20억 달러", "$2.0bn", 2_000_000_000, 2e9, DOLLARS, "2000000000"]
)
def test_an_amount_is_given_in_either_language_or_in_base_units(book: Book, amount: object):
    book.with_fact("world-market-2025", amount)
    assert book.facts.fact("world-market-2025").amount == Amount(DOLLARS, "USD", ulp=Decimal("1E+8"))


def test_a_number_with_more_digits_than_the_fact_keeps_them(book: Book):
    assert book.with_fact("world-market-2025", 2_050_000_000).facts.fact("world-market-2025").amount.ulp == Decimal(
        "1E+7"
    )


def test_a_rate_is_given_as_a_number_or_in_words(book: Book):
    for rate in (1350, "1350", Decimal(1350), "1,350원", "KRW 1,350 per USD"):
        assert book.reset().at_rate(rate).facts["report-rate"].value == 1350


def test_suppositions_add_up_and_a_second_one_for_a_fact_takes_the_place_of_the_first(book: Book):
    book.at_rate(1300).with_fact("world-market-2025", DOLLARS).at_rate(1350)
    assert book.facts["world-market-2025-krw"].value == DOLLARS * 1350


def test_won_supposed_by_itself_does_not_follow_and_the_conversion_fails(book: Book):
    book.with_fact("world-market-2025-krw", "2조 5,000억 원").at_rate(1350)
    assert book.facts["world-market-2025-krw"].value == Decimal("2.5E+12")
    assert not book.sayer.judgements["world-2025-converts"].holds


def test_the_book_itself_is_returned_so_that_either_way_of_writing_works(book: Book):
    assert book.at_rate(1350) is book
    assert book.reset() is book


def test_going_back_gives_every_number_as_it_was(book: Book):
    before = {name: book.say(name).html for name in book.facts.entries}
    book.at_rate(1350).with_fact("us-cagr", "30%").reset()
    assert {name: book.say(name).html for name in book.facts.entries} == before
    assert "data-if" not in "".join(before.values())


def test_a_figure_follows(book: Book):
    chart = book.chart
    before = chart("market-line")
    book.with_fact("world-market-2025", "USD 2.0 billion")
    after = chart("market-line")
    said = plainly(book, "world-market-2025")
    assert said in str(after.spec) and said not in str(before.spec)


def test_the_book_tells_what_changed_what_follows_and_which_relations_no_longer_hold():
    told = repr(Book("en", REAL.package).with_fact("world-market-2025", "USD 2.0 billion"))
    assert "2025 forecast: USD 2.4 billion → USD 2.0 billion" in told.splitlines()[0]
    assert "World market as the report gives it in won, 2025 forecast: KRW 2.928 trillion → KRW 2.44 trillion" in told
    fails, _, holds = told.partition("no longer hold")[2].partition("which otherwise do not")
    claim = "Annual growth of the world healthcare digital-twin market, 2019–2025 (26.0%"
    assert f"{claim}; recomputed (world-growth-fits), 20.09% to 24.52%; off by 1.43" in fails
    assert f"{claim}; recomputed (won-growth-at-averages), 24.13% to" in holds


def test_where_every_verdict_stands_the_book_says_so(book: Book):
    told = repr(book.with_fact("us-share-2025", "56.4%"))
    assert catalogue.of(book.language)("what-if.verdicts-stand") in told


def test_the_untouched_book_says_that_nothing_is_supposed(book: Book):
    assert len(repr(book).splitlines()) == 1
    assert book._repr_html_() == repr(book)


def test_the_text_and_the_marked_up_form_of_what_is_told_say_the_same_numbers(book: Book):
    book.at_rate(1350)
    text = repr(book)
    shown = lxml.html.fromstring(book._repr_html_())
    marked = shown.xpath(".//data")
    assert marked and all(element.text_content() in text for element in marked)


@pytest.mark.parametrize(
    ("fact_id", "amount", "names"),
    [
        ("world-markt-2025", 1, ["world-markt-2025", "world-market-2025"]),
        ("us-market-2025", "USD 1 billion", ["world-market-2025", "us-share-2025"]),
        ("world-market-2025", "much", ["much", "2400000000"]),
        ("world-market-2025", "2.0 billion", ["2.0 billion", "2400000000"]),
        ("world-market-2025", "2조 원", ["2조 원", "2400000000"]),
        ("world-market-2025", -1, ["-1"]),
        ("world-market-2025", float("nan"), ["nan"]),
        ("world-market-2025", True, ["True"]),
        ("world-market-2019", 0, ["divisor"]),
        ("report-rate", 0, ["0", "1350"]),
        ("report-rate", 1.35, ["1.35", "1350"]),
        ("report-rate", "13억 원", ["1350"]),
    ],
)
def test_what_cannot_be_supposed_is_told_and_changes_nothing(
    book: Book, fact_id: str, amount: object, names: list[str]
):
    book.at_rate(1350)
    before = repr(book)
    with pytest.raises(WhatIfError) as raised:
        book.with_fact(fact_id, amount)
    message = str(raised.value)
    assert all(name in message for name in names), message
    assert "{" not in message and "\n" not in message
    assert raised.value._render_traceback_() == [message], "a notebook shows no internals"
    assert repr(book) == before


@given(
    fact_id=st.sampled_from(sorted(printed().facts)),
    value=st.decimals(min_value=1, max_value=10**13, allow_nan=False, places=3),
    ulp=st.sampled_from([Decimal(0), Decimal("0.1"), Decimal(1), Decimal("1E+8")]),
)
def test_a_mark_reads_back_as_what_was_supposed(fact_id: str, value: Decimal, ulp: Decimal):
    supposed = {
        fact_id: Amount(value, printed().fact(fact_id).unit.key, ulp),
        "report-rate": Amount(Decimal(1300), "krw-per-usd"),
    }
    assert read_mark(mark(supposed), printed()) == supposed


@given(rate=st.integers(min_value=100, max_value=10_000))
def test_at_any_rate_the_won_of_the_report_is_its_dollars_times_the_rate(rate: int):
    under = what_if.suppose(printed(), {"report-rate": Amount(Decimal(rate), "krw-per-usd", Decimal(1))})
    for won, dollars in conversions.dollars_behind(printed()).items():
        assert abs(under[won].value - dollars.value * rate) <= under[won].amount.ulp / 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_under_a_supposition_reads_back_as_itself(language: str):
    book = Book(language, REAL.package).at_rate(1350)
    for name in sorted(book.sayer.changed & book.facts.entries.keys()):
        said = lxml.html.fromstring(book.say(name, alone=True).html).xpath("descendant-or-self::data")[0]
        entry = book.facts[name]
        read = languages.of(language).read(said.text_content(), unit=entry.unit.key, noun=entry.unit.noun)
        assert abs(read.value - entry.value) <= read.ulp / 2
        assert said.get("data-if") == "report-rate=1350±0.5"


NUMBER = (
    '<a class="supposed" href="#growth"><data value="{value}" data-fact="{fact}" data-if="{supposed}">{text}</data></a>'
)
SUPPOSED = "market-2025=2000000000±50000000"


@pytest.mark.parametrize(
    ("fact", "value", "text"),
    [("market-2025", "2000000000", "USD 2.0 billion"), ("market-2019", "600000000", "USD 0.6 billion")],
)
def test_a_supposed_number_on_a_page_is_what_its_supposition_makes_it(made: Pages, fact: str, value: str, text: str):
    made.write("en", "index", NUMBER.format(fact=fact, value=value, text=text, supposed=SUPPOSED))
    assert made.found(numbers) == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"value": "2400000000"}, "carries 2400000000"),
        ({"text": "USD 2.4 billion"}, "reads as 2400000000"),
        ({"supposed": "market-2025=2100000000±50000000"}, "carries 2000000000"),
        ({"supposed": ""}, "supposes nothing"),
        ({"supposed": "market-2035=1"}, "no fact has the id «market-2035»"),
        ({"supposed": "market-2025=1; "}, "supposes nothing"),
    ],
)
def test_a_supposed_number_that_its_supposition_does_not_give_is_told(made: Pages, changes: dict[str, str], found: str):
    right = {"fact": "market-2025", "value": "2000000000", "text": "USD 2.0 billion", "supposed": SUPPOSED}
    made.write("en", "index", NUMBER.format(**{**right, **changes}))
    assert found in made.found(numbers)[0].found
