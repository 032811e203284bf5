"""Every number of a page is carried by a fact or excused by a declared rule; anything typed is told."""

from __future__ import annotations

import json
from datetime import date
from html import escape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.chapter import Book
from factbook.checks import coverage as covering
from factbook.checks.coverage import rules
from factbook.checks.manuscript import numerals
from factbook.checks.of_pages import coverage
from factbook.editions import records
from factbook.interface.catalogue import LANGUAGES

PAPERS = '<data value="55" data-fact="papers">55 papers</data>'
MARKET = '<data value="600000000" data-fact="market-2019">USD 0.6 billion</data>'


def typed(made, html: str, language: str = "en") -> list[str]:
    """The numbers of a page with that article that nothing accounts for."""
    made.write(language, "index", html)
    return [number.numeral.text for number in covering.numbers(made.site) if number.rule is None]


def ruled(made, html: str, language: str = "en") -> list[str]:
    """What accounts for each number of a page with that article, in order."""
    made.write(language, "index", html)
    return [number.rule.name if number.rule else "typed" for number in covering.numbers(made.site)]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>The market grows by 26.0% a year.</p>", ["26.0%"]),
        ("<p>시장은 6억 달러이다.</p>", ["6억 달러"]),
        ("<h2>All 55 papers</h2>", ["55"]),
        ("<p>2000명이 읽었다.</p>", ["2000"]),
        ("<p>See Fig. 3.</p>", ["3"]),
        ("<table><caption>The 12 largest</caption><tr><td>x</td></tr></table>", ["12"]),
        ("<ul><li>bare text<ul><li>③ inner</li></ul> 7 after</li></ul>", ["③", "7"]),
        ("<div>text of no paragraph: 41</div>", ["41"]),
        ("<p>½ of them, m² and Ⅻ</p>", ["½", "²", "Ⅻ"]),
        ("<p>" + "9" * 30 + "</p>", ["9" * 30]),
        ('<img alt="a bar of 17 papers">', ["17"]),
        ('<p title="17 papers">x</p>', ["17"]),
        ("<svg><text>17 papers</text></svg>", ["17"]),
    ],
)
def test_a_number_that_is_typed_is_told(made, html, found):
    assert typed(made, html) == found


def test_a_typed_number_is_told_with_its_page_section_words_and_what_to_do(made):
    made.write("en", "index", "<p>It grows by 26.0% a year.</p>")
    problem = made.the_problem(coverage)
    assert problem.code == "page.coverage"
    assert problem.file.endswith("site/en/index.html")
    assert problem.found == "«26.0%» is typed, in «It grows by 26.0% a year.» (in «Growth»)"
    assert 'say("…")' in problem.advice


def test_a_number_that_a_fact_carries_passes(made):
    assert ruled(made, f"<p>It was {MARKET} in {PAPERS}.</p>") == [rules.FACT.name] * 2


@pytest.mark.parametrize(
    "html",
    [
        f"<p>1{PAPERS}</p>",
        f"<p>{PAPERS.replace(' papers', '')}.5</p>",
        f"<p>{MARKET.replace(' billion', '')} trillion</p>",
        f"<p>USD {PAPERS.replace(' papers', '')} billion</p>",
    ],
)
def test_a_fact_with_typed_digits_or_units_at_it_is_told(made, html):
    assert len(typed(made, html)) == 1


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<p>since 2019</p>", rules.YEAR),
        ("<p>2019년부터</p>", rules.YEAR),
        ("<p>in March 2022</p>", rules.DATE),
        ("<p>2022년 3월 4일</p>", rules.DATE),
        ('<p><time datetime="2022-03">March 2022</time></p>', rules.TIME),
        ('<p><a href="#f"><span class="std std-numref">Fig. 3</span></a></p>', rules.CAPTION),
        ('<table><caption><span class="caption-number">Table 2 </span></caption></table>', rules.CAPTION),
        ("<p>chapter 3 of the report</p>", rules.SECTION),
        ("<p>보고서 3장</p>", rules.SECTION),
        ('<p><span class="bibtex-citation">(Kim, 2022)</span></p>', rules.CITATION),
        ('<p><span class="bibtex-citation"><a title="Journal 41">Kim</a></span></p>', rules.CITATION),
        ('<div class="citation"><p>Journal 41</p></div>', rules.BIBLIOGRAPHY),
        ("<p><code>market-7</code></p>", rules.CODE),
        ("<pre>x = 7</pre>", rules.CODE),
        ("<p>코로나19</p>", rules.NAME),
        ("<p>UTF-8만 받는다</p>", rules.NAME),
        ("<table><tbody><tr><td>1</td><td>x</td></tr></tbody></table>", rules.RANK),
        ('<svg><g class="mark-group role-axis" aria-label="from 20"><text>20%</text></g></svg>', rules.SCALE),
    ],
)
def test_a_number_is_excused_by_the_rule_for_its_place_or_its_words(made, html, rule):
    assert set(ruled(made, html)) == {rule.name}


@pytest.mark.parametrize(
    "html",
    [
        '<p><time datetime="2022-03">April 2022</time></p>',
        "<table><tbody><tr><td>2</td><td>x</td></tr></tbody></table>",
        "<table><tbody><tr><td>x</td><td>1</td></tr></tbody></table>",
        "<table><tbody><tr><td>1</td></tr><tr><td>7</td></tr></tbody></table>",
        "<table><tbody><tr><td>1</td></tr><tr><td>2 papers</td></tr></tbody></table>",
        "<p>by then 2030 papers</p>",
        "<p>2019년간</p>",
        "<p>2030 환자</p>",
        "<p>영상은 3장입니다</p>",
        "<p>chapter 45</p>",
        "<p>peaks in 2027 Q2</p>",
        "<p>COVID-20</p>",
        "<p>코로나190</p>",
    ],
)
def test_what_a_rule_does_not_quite_fit_is_told(made, html):
    assert typed(made, html)


def test_an_edition_is_a_name_once_it_is_frozen(made):
    page = "<p>the 2026 Q4 edition, 2026-Q4, 2026년 4분기</p>"
    assert "typed" in ruled(made, page)
    records.add(made.tiny.layout, "2026-Q4", b"", date(2026, 11, 1))
    assert set(ruled(made, page)) == {rules.NAME.name}
    assert "typed" in ruled(made, "<p>2027 Q2</p>")


FIGURE = '<div class="chart"><div role="img" aria-label="{alt}"></div><table><tr><td>{data}</td></tr></table></div>'


@pytest.mark.parametrize(
    ("alt", "found"), [("Of 55 papers", []), ("Of 54 papers", ["54"]), ("Of 55 twins", ["55"]), ("155 papers", ["155"])]
)
def test_a_text_that_holds_no_marks_must_say_what_the_page_marks(made, alt, found):
    assert typed(made, FIGURE.format(alt=alt, data=PAPERS)) == found


def test_a_label_may_say_a_fact_with_fewer_digits(made):
    exact = '<data value="561520000" data-fact="market-2019">USD 561.52 million</data>'
    assert typed(made, FIGURE.format(alt="about USD 0.56 billion", data=exact)) == []
    assert typed(made, FIGURE.format(alt="about USD 0.57 billion", data=exact)) == ["USD 0.57 billion"]


@pytest.mark.parametrize(
    ("spec", "found"),
    [
        ({"title": "54 papers"}, ["54"]),
        ({"title": "55 papers"}, []),
        ({"data": {"values": [{"said": "54 papers", "x": 54}]}}, ["54"]),
        ({"layer": [{"encoding": {"tooltip": [{"title": "54 papers"}]}}]}, ["54"]),
        ({"transform": [{"calculate": "datum.x > 3 ? '54 papers' : format(datum.x, ',.2f')"}]}, ["54"]),
        ({"mark": {"color": "#0072B2"}, "data": {"values": [{"key": "techsci-2023"}]}}, []),
    ],
)
def test_the_texts_of_a_live_chart_must_say_what_the_page_marks(made, spec, found):
    script = f'<script type="application/json" class="chart-spec">{json.dumps(spec)}</script>'
    assert typed(made, f"<p>{PAPERS}</p>{script}") == found


def ledger_row(book: Book, name: str, cell: str) -> str:
    said = book.say(name, alone=True).html
    return f'<table><tr><td><span id="{name}"></span>x</td><td>{said}</td><td>{escape(cell)}</td></tr></table>'


@pytest.mark.parametrize(
    ("name", "cell", "rule"),
    [
        ("market-2019", "“6억 달러”, text", rules.AS_PRINTED.name),
        ("papers", "‘55 papers’, text", rules.AS_PRINTED.name),
        ("market-2019", "“7억 달러”, text", "typed"),
        ("market-2019", "“16억 달러”, text", "typed"),
        ("papers", "“6억 달러”, text", "typed"),
    ],
)
def test_a_row_of_the_ledger_quotes_its_own_fact_as_its_source_prints_it(made, name, cell, rule):
    book = Book("en", made.tiny.layout.package)
    assert ruled(made, ledger_row(book, name, cell)) == [rules.FACT.name, rule]


def test_a_row_of_the_ledger_quotes_its_formula(made):
    book = Book("en", made.tiny.layout.package)
    relation = next(iter(book.sayer.judgements))
    formula = {quote for quote, _ in covering.ledger.quotes(book)[relation]}.pop()
    row = f'<table><tr><td id="{relation}">x</td><td>{escape(formula)}</td></tr></table>'
    assert set(ruled(made, row)) == {rules.FORMULA.name}
    assert "typed" in ruled(made, row.replace("^(1/6)", "^(1/7)"))


SAME = [
    ("<p>2019년</p>", "<p>In 2019</p>"),
    ("<p>보고서 3장</p>", "<p>chapter 3</p>"),
    ("<p>2022년 3월</p>", "<p>March 2022</p>"),
]
OTHER = [
    ("<p>2019년</p>", "<p>In 2018</p>"),
    ("<p>보고서 3장</p>", "<p>chapter 4</p>"),
    ("<p>2022년 3월</p>", "<p>May 2022</p>"),
]


@pytest.mark.parametrize(("ko", "en"), SAME)
def test_years_dates_and_chapters_that_both_languages_say_pass(made, ko, en):
    made.write("ko", "index", ko)
    made.write("en", "index", en)
    assert made.found(coverage) == []


@pytest.mark.parametrize(("ko", "en"), OTHER)
def test_a_year_date_or_chapter_that_differs_between_languages_is_told_on_both_pages(made, ko, en):
    made.write("ko", "index", ko)
    made.write("en", "index", en)
    found = made.found(coverage)
    assert {problem.code for problem in found} == {"page.coverage-twin"}
    assert {problem.file.split("/")[-2] for problem in found} == set(LANGUAGES)
    assert all("section «growth» says " in problem.found for problem in found)


def test_the_count_says_what_carries_and_what_excuses(made):
    made.write("en", "index", f"<p>In 2019 it was {MARKET}; {PAPERS}; 12 more.</p>")
    assert covering.summary(covering.numbers(made.site)) == (
        "numbers on the pages: 4; carried by facts: 2 (marked as a fact 2); excused: 1 (year 1); unaccounted for: 1"
    )


@given(st.text(alphabet="0123456789٣②½ .,%-~‘’년억원USDa", max_size=40))
def test_no_digit_of_a_text_is_left_out(text):
    found = list(numerals.find(text))
    covered = {place for numeral in found for place in range(numeral.start, numeral.end)}
    assert all(place in covered for place, character in enumerate(text) if character.isdigit() or character == "½")
    assert all(before.end <= after.start for before, after in pairwise(found))


@pytest.mark.parametrize("page", ["index", "market", "numbers", "method", "cite-and-run"])
def test_the_built_pages_type_no_number(built, page):
    from factbook.checks import pages

    site = pages.read(built.book.layout, {language: built.site / language for language in LANGUAGES})
    numbers = [number for number in covering.numbers(site) if number.page == page]
    assert [number.problem for number in numbers if number.rule is None] == []
    assert len(numbers) > 1
