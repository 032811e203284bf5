"""Which won amounts follow the reader's rate, what they carry to do so, and that charts and scripts say them alike."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import lxml.html
import pytest
import vl_convert
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factbook import facts, languages
from factbook.chapter import Book
from factbook.checks.of_pages import numbers
from factbook.facts import REPORT_RATE, conversions
from factbook.figures import won
from factbook.figures.drawing import VEGA_LITE
from factbook.interface.catalogue import LANGUAGES
from factbook.phrasing.saying import AT_REPORT_RATE
from factbook.quantities.amounts import Amount, quantize
from tiny_book import REAL

FACTS = facts.load(REAL.package)
DOLLARS = conversions.dollars_behind(FACTS)
BOOKS = {language: Book(language, REAL.package) for language in LANGUAGES}
FOLLOWING = {
    "world-market-2019-krw": "world-market-2019",
    "world-market-2025-krw": "world-market-2025",
    "us-market-2025-krw": "us-market-2025",
}


def carried(said) -> list[dict[str, str]]:
    """The attributes of each number in a text."""
    return [dict(one.attrib) for one in lxml.html.fromstring(f"<p>{said.html}</p>").xpath(".//data")]


def test_what_the_report_or_this_book_converts_at_the_reports_rate_follows():
    assert {won_id: dollars.id for won_id, dollars in DOLLARS.items()} == FOLLOWING


@pytest.mark.parametrize("won_id", sorted(e.id for e in FACTS.entries.values() if e.unit.key == "KRW"))
def test_a_won_amount_follows_or_has_no_dollars_at_that_rate_behind_it(won_id):
    operands = getattr(FACTS[won_id], "operands", ())
    paired = [fact.id for fact in FACTS.facts.values() if fact.pair == won_id]
    assert (won_id in DOLLARS) == (REPORT_RATE in operands or bool(paired))


@pytest.mark.parametrize("won_id", FOLLOWING)
def test_at_the_reports_rate_it_is_what_is_printed(won_id):
    printed = FACTS[won_id].amount
    assert quantize(DOLLARS[won_id].value * FACTS[REPORT_RATE].value, printed.ulp) == printed.value


def test_no_dollar_amount_is_converted_from_won():
    assert [one.id for one in FACTS.formulas if one.operation == "in-usd"] == []
    assert [fact.id for fact in FACTS.facts.values() if fact.pair and fact.unit.key == "KRW"] == []


def test_a_pair_that_the_report_converted_at_another_rate_stays():
    other = FACTS.replacing(REPORT_RATE, Amount(Decimal(1300), "krw-per-usd", Decimal(1)))
    assert sorted(conversions.dollars_behind(other)) == ["us-market-2025-krw"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_behind_its_dollars_won_follows_and_by_itself_it_stands_as_printed(language):
    say = BOOKS[language].say
    dollars, behind = carried(say("world-market-2019"))
    assert "data-usd" not in dollars
    assert (behind["data-usd"], behind["data-ulp"]) == ("600000000", "100000000")
    assert "data-rate" not in behind
    [alone] = carried(say("world-market-2019-krw"))
    assert alone == behind | {"data-rate": AT_REPORT_RATE}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("won_id", ["hutom-value", "world-market-2025-krw-average", "all-lx-base"])
def test_won_that_is_no_conversion_at_the_reports_rate_carries_nothing(won_id, language):
    [plain] = carried(BOOKS[language].say(won_id))
    assert set(plain) == {"value", "data-fact"}
    for end in carried(BOOKS[language].allowed("world-market-2025-krw")):
        assert set(end) == {"value", "data-fact", "data-part"}


AT_1250 = '<data value="750000000000" data-fact="market-2019-krw"{}>7,500억 원</data>'
GOOD = ' data-usd="600000000" data-ulp="100000000"'


@pytest.fixture
def converting(made):
    """Pages of a book whose report converts at a known rate."""
    made.tiny.append("data/facts.csv", f'{REPORT_RATE},1250,krw-per-usd,"1,250",ko,,,,book,kim2022,본문,,환율,Rate,,')
    made.tiny.append("data/formulas.csv", "won,convert,market-2025 krw-per-usd-2025,KRW,100000000,원화,Won,,")
    return made


@pytest.mark.parametrize("carried", [GOOD, f'{GOOD} data-rate="{AT_REPORT_RATE}"'])
def test_a_won_amount_that_carries_its_dollars_passes(converting, carried):
    converting.write("ko", "index", AT_1250.format(carried))
    assert converting.found(numbers) == []


@pytest.mark.parametrize(
    "carried",
    [
        "",
        ' data-usd="600000000"',
        ' data-usd="610000000" data-ulp="100000000"',
        ' data-usd="600000000" data-ulp="1000000000"',
        f'{GOOD} data-qualifier="about"',
        f'{GOOD} data-rate="mine"',
    ],
)
def test_a_won_amount_that_would_follow_wrongly_is_told(converting, carried):
    converting.write("ko", "index", AT_1250.format(carried))
    problem = converting.the_problem(numbers)
    assert problem.code == "page.rate"
    assert "data-usd=600000000, data-ulp=100000000" in problem.expected


@pytest.mark.parametrize(
    "element",
    [
        f'<data value="600000000" data-fact="market-2019"{GOOD}>6억 달러</data>',
        f'<data value="26" data-fact="market-cagr" data-rate="{AT_REPORT_RATE}">26.0%</data>',
    ],
)
def test_another_number_that_carries_dollars_is_told(converting, element):
    converting.write("ko", "index", element)
    problem = converting.the_problem(numbers)
    assert (problem.code, problem.expected.split(",")[0]) == ("page.rate", "nothing")


def drawn(language: str, rows: list[dict[str, float]]) -> list[str]:
    """What a chart says of each row's dollars at the row's own rate."""
    spec = {
        "data": {"values": [{"place": place, **row} for place, row in enumerate(rows)]},
        "transform": [
            {"calculate": won.converted(rate="datum.rate"), "as": "won"},
            {"calculate": won.said(language), "as": "said"},
        ],
        "mark": "text",
        "encoding": {"text": {"field": "said", "type": "nominal"}, "y": {"field": "place", "type": "nominal"}},
    }
    svg = vl_convert.vegalite_to_svg(json.dumps({**spec, "config": {"axis": {"labels": False}}}), vl_version=VEGA_LITE)
    return re.findall(r">([^<>]+)</text>", svg)[: len(rows) + 1]


PRINTED = st.tuples(
    st.integers(100, 3000).map(lambda tens: tens * 10_000_000),
    st.integers(10000, 1000000).map(lambda hundredths: Decimal(hundredths) / 100),
    st.sampled_from([Decimal(10) ** 8, Decimal(10) ** 9]),
)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=20, deadline=None)
@given(amounts=st.lists(PRINTED, min_size=50, max_size=50))
@example(amounts=[(1_000_000_000, Decimal("130.45"), Decimal(10) ** 8)])
def test_a_chart_says_won_as_the_text_does(language, amounts):
    rows = [{"dollars": dollars, "rate": float(rate), "ulp": float(ulp)} for dollars, rate, ulp in amounts]
    expected = [
        languages.of(language).say(Amount(quantize(dollars * rate, ulp), "KRW", ulp)) for dollars, rate, ulp in amounts
    ]
    assert [text for text in drawn(language, rows) if text in set(expected)] == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chart", ["market-line", "world-market"])
def test_a_chart_with_converted_won_begins_at_the_reports_rate(chart, language):
    spec = BOOKS[language].chart(chart).spec
    assert {"name": "rate", "value": 1220.0} in spec["params"]
