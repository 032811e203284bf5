"""What a page says of a number reads back as that number, in either language."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import lxml.html
import pytest

from factbook import facts, languages
from factbook.chapter import Book
from factbook.checks.of_pages.numbers import _expected
from factbook.facts import UnknownFact
from factbook.facts.relations import UnknownRelation
from factbook.interface.catalogue import LANGUAGES
from factbook.phrasing.said import join, plain
from factbook.phrasing.saying import value_of
from factbook.quantities.amounts import Amount, Qualifier
from tiny_book import REAL

ENTRIES = sorted(facts.load(REAL.package).entries)


@cache
def book(language: str) -> Book:
    return Book(language, REAL.package)


RELATIONS = sorted(book("ko").sayer.judgements)


def assert_reads_back(said, language, ids):
    """Holds the marked-up text to the data with the logic that checks the built pages."""
    sayer = book(language).sayer
    elements = lxml.html.fromstring(f"<p>{said.html}</p>").xpath(".//data")
    assert [one.get("data-fact") or one.get("data-relation") for one in elements] == ids
    for element in elements:
        expected = _expected(element, sayer.facts, dict(sayer.judgements))
        assert expected is not None
        assert element.get("value") == value_of(expected.value)
        text = element.text_content()
        read = languages.of(language).read(text, unit=expected.unit.key, noun=expected.unit.noun)
        assert abs(read.value - expected.value) <= read.ulp / 2, text
        assert (
            element.getparent().get("href")
            == f"numbers.html#{element.get('data-fact') or element.get('data-relation')}"
        )
    assert lxml.html.fromstring(f"<p>{said.html}</p>").text_content() == said.text


#: The last digit of an exchange rate, however finely its source prints it.
JEON = Decimal("0.01")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fact_id", ENTRIES)
def test_a_number_said_reads_back_as_itself(fact_id, language):
    entry = book(language).facts[fact_id]
    pair = getattr(entry, "pair", None)
    assert_reads_back(book(language).say(fact_id), language, [fact_id] + ([pair] if pair else []))
    alone = book(language).say(fact_id, alone=True)
    assert_reads_back(alone, language, [fact_id])
    read = languages.of(language).read(alone.text, unit=entry.unit.key, noun=entry.unit.noun)
    said = (
        entry.amount.rounded(JEON) if entry.amount.unit == "krw-per-usd" and entry.amount.ulp < JEON else entry.amount
    )
    assert (read.value, read.qualifier) == (said.value, said.qualifier), "hedge and value are kept"
    assert said.interval.contains(Amount(read.value, read.unit, read.ulp).interval.midpoint)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fact_id", ENTRIES)
def test_what_the_digits_of_a_number_allow_reads_back_as_its_ends(fact_id, language):
    said = book(language).allowed(fact_id)
    ends = len(re.findall("data-fact", said.html))
    assert_reads_back(said, language, [fact_id] * ends)
    assert 1 <= ends <= 2
    assert ends == len(re.findall("data-fact", book("en").allowed(fact_id).html)), "the same in both languages"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("relation_id", RELATIONS)
def test_what_a_relation_gives_reads_back_as_recomputed(relation_id, language):
    assert_reads_back(book(language).recomputed(relation_id), language, [relation_id])
    assert_reads_back(book(language).misfit(relation_id), language, [relation_id])
    said = book(language).recomputed_range(relation_id)
    ends = len(re.findall("data-relation", said.html))
    assert_reads_back(said, language, [relation_id] * ends)
    assert ends == len(re.findall("data-relation", book("en").recomputed_range(relation_id).html))


@pytest.mark.parametrize("relation_id", RELATIONS)
def test_the_verdict_in_words_is_the_one_recorded(relation_id):
    judgement = book("ko").sayer.judgements[relation_id]
    said = (book("ko").verdict(relation_id).text, book("en").verdict(relation_id).text)
    assert said == (("맞음", "holds") if judgement.relation.expected == "holds" else ("어긋남", "does not hold"))


def test_the_market_of_2019_is_said_with_its_pair_in_both_languages():
    assert book("ko").say("world-market-2019").text == "6억 달러(7,320억 원)"
    assert book("en").say("world-market-2019").text == "USD 0.6 billion (KRW 732 billion)"
    assert book("ko").say("world-market-2019", alone=True).text == "6억 달러"


def test_a_number_on_a_page_carries_its_value_and_leads_to_the_ledger():
    assert book("ko").say("world-market-2019", alone=True).html == (
        '<a class="fact" href="numbers.html#world-market-2019">'
        '<data value="600000000" data-fact="world-market-2019">6억 달러</data></a>'
    )


def test_text_and_markup_say_the_same_wherever_they_are_shown():
    said = book("en").say("world-cagr")
    assert str(said) == repr(said) == said.text == "26.0%"
    assert said._repr_html_() == said.html


def test_ends_that_are_the_same_to_the_digit_said_are_said_once_and_others_twice():
    assert book("en").allowed("world-market-2019").html.count("<data ") == 2
    assert book("en").allowed("twins-preclinical-share").text == "97.5%"


def test_a_rounded_amount_is_said_with_the_digits_that_it_takes_to_be_read_back():
    """«8,300만» is exact to its zeros, so 82.7 million rounded to a million cannot be said like that."""
    assert (
        book("ko").sayer._rounded(Decimal("82719051"), book("ko").facts.units["USD"], Decimal(10**6)) == "8,272만 달러"
    )
    assert (
        book("en").sayer._rounded(Decimal("82719051"), book("en").facts.units["USD"], Decimal(10**6))
        == "USD 83 million"
    )


def test_an_open_interval_is_said_as_at_least(tiny):
    said = Book("en", tiny.layout.package).allowed("patients")
    assert said.text == "at least 200 papers"
    assert "Infinity" not in said.html


def test_a_difference_of_percentages_is_in_percentage_points():
    assert re.fullmatch(r"[0-9.]+ percentage points?", book("en").misfit("tmr-growth").text)
    assert book("ko").misfit("tmr-growth").text.endswith("%p")


def test_a_placeholder_is_filled_and_other_braces_and_markup_are_left_as_text():
    said = book("en").sayer.fill("a < b {x y} {world-cagr} & {world-cagr}{}")
    assert said.text == "a < b {x y} 26.0% & 26.0%{}"
    assert said.html.startswith("a &lt; b {x y} <a ")
    assert said.html.count("data-fact=") == 2
    assert " &amp; " in said.html


def test_an_unknown_number_or_relation_is_refused_with_the_nearest():
    with pytest.raises(UnknownFact, match=r"«world-market-2018»: did you mean .*world-market-2019"):
        book("ko").say("world-market-2018")
    with pytest.raises(
        UnknownRelation, match="no relation has the id «world-growth-fit»: did you mean world-growth-fits"
    ):
        book("ko").recomputed("world-growth-fit")
    with pytest.raises(UnknownFact):
        book("ko").sayer.fill("{no-such-number}")


def test_parts_are_joined_with_their_markup_escaped_once():
    said = join("{0} & {1}", plain("a<b"), plain("c"))
    assert (said.text, said.html) == ("a<b & c", "a&lt;b &amp; c")


@pytest.mark.parametrize(
    ("value", "written"),
    [("600000000", "600000000"), ("26.0", "26"), ("0.0000001", "0.0000001"), ("1E+3", "1000"), ("-1.50", "-1.5")],
)
def test_a_value_attribute_is_plain_digits(value, written):
    assert value_of(Decimal(value)) == written


def test_every_hedge_of_the_data_is_said():
    hedged = [entry for entry in book("ko").facts.facts.values() if entry.amount.qualifier is not Qualifier.NONE]
    assert hedged, "the data has hedged figures"
    for entry in hedged:
        bare = Amount(entry.amount.value, entry.amount.unit, entry.amount.ulp)
        for language in LANGUAGES:
            unhedged = languages.of(language).say(bare, entry.unit.noun)
            assert book(language).say(entry.id, alone=True).text not in (unhedged, "")


def test_the_year_of_a_number_is_said_by_itself():
    assert book("ko").when("world-market-2019").text == "2019년"
    assert (
        book("en").when("world-market-2019").html
        == '<time datetime="2019" data-year-of="world-market-2019">2019</time>'
    )
    assert book("en").when("report-published").text == "2022"
    assert book("en").when("world-cagr").text == "2019 to 2025"
    with pytest.raises(ValueError, match="korea-patents is of no year"):
        book("en").when("korea-patents")


def test_an_exchange_rate_is_said_to_the_jeon_and_carries_its_value():
    """As the Bank of Korea prints rates: two digits after the point."""
    said = Book("ko", REAL.package).say("krw-per-usd-2019")
    assert said.text == "달러당 1,165.80원"
    assert 'value="1165.8016"' in said.html
