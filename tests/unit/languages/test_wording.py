"""What is said is read back; what is written is read to its last digit; what is not one figure is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook import languages
from factbook.languages import CURRENCIES, Noun
from factbook.quantities.amounts import Amount, Qualifier

PAPER = Noun("편", "paper", "papers")
YEARS = Noun("년", "year", "years")
STAFF = Noun("명", "staff", "staff")
MINUTE = Noun("분", "minute", "minutes")

READINGS = [
    ("ko", "2조 9,280억 원", "2928000000000", "KRW", "1000000000"),
    ("ko", "6억 달러", "600000000", "USD", "100000000"),
    ("ko", "13억 5,000만 달러", "1350000000", "USD", "10000000"),
    ("ko", "1200억원", "120000000000", "KRW", "100000000"),
    ("ko", "1천186억2천만 원", "118620000000", "KRW", "10000000"),
    ("ko", "5억4천400만원", "544000000", "KRW", "1000000"),
    ("ko", "1조 535 십억 달러", "1535000000000", "USD", "1000000000"),
    ("ko", "499.3 십억 달러", "499300000000", "USD", "100000000"),
    ("ko", "12.2억 불", "1220000000", "USD", "10000000"),
    ("ko", "123만 4,567원", "1234567", "KRW", "1"),
    ("ko", "300만 파운드", "3000000", "GBP", "10000"),
    ("ko", "달러당 1,220원", "1220", "krw-per-usd", "1"),
    ("ko", "1달러당 1,220.84원", "1220.84", "krw-per-usd", "0.01"),
    ("ko", "2.5%p", "2.5", "pp", "0.1"),
    ("ko", "0.3%포인트", "0.3", "pp", "0.1"),
    ("ko", "26.0%", "26.0", "percent", "0.1"),
    ("ko", "2003년", "2003", "year", "0"),
    ("ko", "2022년 12월", "202212", "month", "0"),
    ("ko", "2022년 9월 15일", "20220915", "date", "0"),
    ("en", "USD 2.4 billion", "2400000000", "USD", "100000000"),
    ("en", "KRW 732 billion", "732000000000", "KRW", "1000000000"),
    ("en", "W8.9tr", "8900000000000", "KRW", "100000000000"),
    ("en", "₩2.24 quadrillion", "2240000000000000", "KRW", "10000000000000"),
    ("en", "19,327 billion won", "19327000000000", "KRW", "1000000000"),
    ("en", "$2.5bn", "2500000000", "USD", "100000000"),
    ("en", "US$866.37 million", "866370000", "USD", "10000"),
    ("en", "15 tln Won", "15000000000000", "KRW", "1000000000000"),
    ("en", "KRW 1,220 per USD", "1220", "krw-per-usd", "1"),
    ("en", "-1.30%", "-1.30", "percent", "0.01"),
    ("en", "2.5 percentage points", "2.5", "pp", "0.1"),
    ("en", "55 per cent", "55", "percent", "1"),
    ("en", "2003", "2003", "year", "0"),
    ("en", "December 2022", "202212", "month", "0"),
    ("en", "15 September 2022", "20220915", "date", "0"),
    ("en", "1,234.5", "1234.5", "number", "0.1"),
]


@pytest.mark.parametrize(("language", "text", "value", "unit", "ulp"), READINGS)
def test_a_figure_is_read_to_its_last_printed_digit(language, text, value, unit, ulp):
    assert languages.of(language).read(text) == Amount(Decimal(value), unit, Decimal(ulp))


@pytest.mark.parametrize(
    ("language", "amount", "said"),
    [
        ("ko", Amount(Decimal(600000000), "USD", Decimal(10) ** 8), "6억 달러"),
        ("en", Amount(Decimal(600000000), "USD", Decimal(10) ** 8), "USD 0.6 billion"),
        ("ko", Amount(Decimal(732) * 10**9, "KRW", Decimal(10) ** 8), "7,320억 원"),
        ("en", Amount(Decimal(732) * 10**9, "KRW", Decimal(10) ** 8), "KRW 732 billion"),
        ("ko", Amount(Decimal(2928) * 10**9, "KRW", Decimal(10) ** 9), "2조 9,280억 원"),
        ("en", Amount(Decimal(2928) * 10**9, "KRW", Decimal(10) ** 9), "KRW 2.928 trillion"),
        ("en", Amount(Decimal(3) * 10**9, "USD", Decimal(10) ** 8), "USD 3.0 billion"),
        ("en", Amount(Decimal(448900000), "USD", Decimal(10) ** 5), "USD 448.9 million"),
        ("en", Amount(Decimal(1234), "USD", Decimal(1)), "USD 1,234"),
        ("ko", Amount(Decimal("26.0"), "percent", Decimal("0.1")), "26.0%"),
        ("ko", Amount(Decimal("2.5"), "pp", Decimal("0.1")), "2.5%p"),
        ("en", Amount(Decimal("1220"), "krw-per-usd", Decimal(1)), "KRW 1,220 per USD"),
        ("ko", Amount(Decimal(69) * 10**9, "KRW", Decimal(10) ** 8, Qualifier.ABOUT), "약 690억 원"),
        ("en", Amount(Decimal(69) * 10**9, "KRW", Decimal(10) ** 8, Qualifier.ABOUT), "about KRW 69.0 billion"),
    ],
)
def test_an_amount_is_said_down_to_its_last_digit_and_no_further(language, amount, said):
    assert languages.of(language).say(amount) == said


@pytest.mark.parametrize(
    ("language", "text", "noun", "value", "ulp", "qualifier"),
    [
        ("ko", "86편", PAPER, "86", "0", Qualifier.NONE),
        ("ko", "1.4년", YEARS, "1.4", "0.1", Qualifier.NONE),
        ("ko", "약 24명", STAFF, "24", "0", Qualifier.ABOUT),
        ("ko", "200명 이상", STAFF, "200", "0", Qualifier.AT_LEAST),
        ("ko", "15분 이하", MINUTE, "15", "0", Qualifier.AT_MOST),
        ("ko", "5만 편", PAPER, "50000", "0", Qualifier.NONE),
        ("en", "86 papers", PAPER, "86", "0", Qualifier.NONE),
        ("en", "1 paper", PAPER, "1", "0", Qualifier.NONE),
        ("en", "about 24 staff", STAFF, "24", "0", Qualifier.ABOUT),
        ("en", "over 200 staff", STAFF, "200", "0", Qualifier.AT_LEAST),
        ("en", "15 minutes or less", MINUTE, "15", "0", Qualifier.AT_MOST),
        ("en", "2,000 papers", PAPER, "2000", "0", Qualifier.NONE),
    ],
)
def test_a_count_is_exact_and_a_decimal_is_not(language, text, noun, value, ulp, qualifier):
    expected = Amount(Decimal(value), "counted", Decimal(ulp), qualifier)
    assert languages.of(language).read(text, unit="counted", noun=noun) == expected


def test_bare_digits_take_the_unit_that_is_asked_for():
    read = languages.of("ko").read
    assert read("1,165.8016", unit="krw-per-usd") == Amount(Decimal("1165.8016"), "krw-per-usd", Decimal("0.0001"))
    assert read("2019", unit="year") == Amount(Decimal(2019), "year")


@pytest.mark.parametrize(
    ("text", "unit", "clue"),
    [
        ("", None, "no figure"),
        ("육억 달러", None, "no figure"),
        ("6억 달러 규모", None, "left over"),
        ("6억 달러 7억 달러", None, "left over"),
        ("1,22,0원", None, "left over"),
        ("6억 달러", "KRW", "KRW is expected"),
        ("26.0", "paper", "noun"),
    ],
)
def test_what_is_not_one_figure_of_that_unit_is_refused_with_the_reason(text, unit, clue):
    with pytest.raises(ValueError, match=clue):
        languages.of("ko").read(text, unit=unit)


def test_an_unknown_language_is_refused_by_name():
    with pytest.raises(ValueError, match="fr"):
        languages.of("fr")


QUALIFIERS = st.sampled_from(list(Qualifier))


@st.composite
def money(draw: st.DrawFn) -> Amount:
    ulp = Decimal(1).scaleb(draw(st.integers(-2, 14)))
    return Amount(draw(st.integers(0, 10**6)) * ulp, draw(st.sampled_from(CURRENCIES)), ulp, draw(QUALIFIERS))


@st.composite
def measures(draw: st.DrawFn) -> Amount:
    places = draw(st.integers(0, 4))
    ulp = Decimal(1).scaleb(-places)
    unit = draw(st.sampled_from(("percent", "pp", "krw-per-usd", "number")))
    return Amount(draw(st.integers(0, 10**7)) * ulp, unit, ulp, draw(QUALIFIERS))


@st.composite
def days(draw: st.DrawFn) -> Amount:
    year, month, day = draw(st.integers(1900, 2100)), draw(st.integers(1, 12)), draw(st.integers(1, 31))
    value, unit = draw(
        st.sampled_from(((year, "year"), (year * 100 + month, "month"), (year * 10000 + month * 100 + day, "date")))
    )
    return Amount(Decimal(value), unit, Decimal(0), draw(QUALIFIERS))


@pytest.mark.parametrize("language", list(languages.LANGUAGES))
@given(amount=st.one_of(money(), measures(), days()))
def test_what_is_said_is_read_back_as_the_same_value(language, amount):
    said = languages.of(language).say(amount)
    read = languages.of(language).read(said, unit=amount.unit)
    assert (read.value, read.unit, read.qualifier) == (amount.value, amount.unit, amount.qualifier), said
    assert read.interval.meets(amount.interval), said


@pytest.mark.parametrize("language", list(languages.LANGUAGES))
@given(count=st.integers(0, 10**7), qualifier=QUALIFIERS, noun=st.sampled_from((PAPER, YEARS, STAFF, MINUTE)))
def test_a_count_that_is_said_is_read_back_exactly(language, count, qualifier, noun):
    amount = Amount(Decimal(count), "counted", Decimal(0), qualifier)
    said = languages.of(language).say(amount, noun)
    assert languages.of(language).read(said, unit="counted", noun=noun) == amount


@given(amount=money())
def test_english_drops_idle_zeros_but_never_claims_more_than_was_printed(amount):
    read = languages.of("en").read(languages.of("en").say(amount), unit=amount.unit)
    if read.ulp > amount.ulp:
        assert read.interval.contains(amount.interval)


@given(text=st.text())
def test_any_text_is_scanned_without_an_error_and_in_order(text):
    end = 0
    for found in languages.scan(text):
        assert end <= found.outer_start <= found.start < found.end <= found.outer_end
        assert text[found.start : found.end] == found.text
        end = found.outer_end


def test_a_word_between_a_number_and_a_year_is_no_month():
    from factbook import languages

    assert [one.text for one in languages.scan("Table 1 Total 2019")] == ["1", "2019"]
