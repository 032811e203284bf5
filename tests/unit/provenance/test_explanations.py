"""What is told of a number that is opened: everything that the ledger knows of it, and where it was first printed."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import html
from pybtex.database import parse_string

from factbook.chapter import Book
from factbook.citations import bibliography, short
from factbook.citations.numbers import Citer
from factbook.data import sources
from factbook.data.layout import Layout
from factbook.facts.producers import producers
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.phrasing.saying import LEDGER
from factbook.provenance import explanations
from factbook.provenance.explanations import Explainer, Explanation
from tiny_book import REAL


@cache
def explained(layout: Layout, language: str) -> dict[str, Explanation]:
    book = Book(language, layout.package)
    known = bibliography.works(sources.read(layout.bibliography, "x"), language)
    places = {key: f"references.html#source-{key}" for key in known}
    made_by = producers(book.package, book.facts)
    return {one.id: one for one in Explainer(book.sayer, known, places, made_by).all()}


@pytest.fixture(scope="module", params=LANGUAGES)
def real(request) -> tuple[str, dict[str, Explanation]]:
    return request.param, explained(REAL, request.param)


def rows(one: Explanation, language: str) -> dict[str, str]:
    """What is told, by the key of its heading."""
    keys = {text: key for key, text in catalogue.of(language).under("explanation").items()}
    told = html.fromstring(f"<div>{one.html}</div>").xpath("//dl/div")
    return {keys[row.find("dt").text_content()]: row.find("dd").text_content() for row in told}


def test_every_number_and_every_relation_is_explained_once_under_its_label(real):
    language, told = real
    sayer = Book(language, REAL.package).sayer
    assert list(told) == [*sayer.facts.entries, *sayer.judgements]
    for entry in sayer.facts.entries.values():
        assert html.fragments_fromstring(told[entry.id].html)[0].text_content() == entry.label[language]


def test_every_explanation_leads_to_its_row_and_to_its_sources_and_not_to_itself(real):
    _, told = real
    for one in told.values():
        root = html.fromstring(f"<div>{one.html}</div>")
        links = root.xpath("//a[not(@class)]/@href")
        assert links[-1] == f"{LEDGER}.html#{one.id}"
        assert len(links) > 1
        assert all(link.startswith("references.html#source-") for link in links[:-1])
        assert f"{LEDGER}.html#{one.id}" not in root.xpath('//a[@class="fact"]/@href')


def test_a_printed_number_tells_who_says_it_how_it_is_printed_and_what_its_digits_allow(tiny):
    told = rows(explained(tiny.layout, "en")["market-2019"], "en")
    assert told == {
        "says": "the report",
        "source": "Kim and Lee, 2022",
        "printed": "‘6억 달러’, 본문",
        "allowed": "USD 0.55 billion to USD 0.65 billion",
    }


def test_a_computed_number_tells_its_formula_and_every_source_behind_it(tiny):
    told = rows(explained(tiny.layout, "ko")["growth-recomputed"], "ko")
    assert told["says"] == "이 책"
    assert told["formula"] == "(24억 달러 ÷ 6억 달러)^(1/6) − 1"
    assert told["source"] == "김하나·이둘, 2022; Lee, Ann, 연도 미상"
    assert {"printed", "rate", "allowed"}.isdisjoint(told)


def test_a_number_that_is_exact_has_no_range():
    assert "allowed" not in rows(explained(REAL, "en")["report-issue"], "en")


@pytest.mark.parametrize("number", ["world-market-2019-krw", "us-market-2025-krw"])
def test_a_converted_amount_tells_the_rate(number):
    assert rows(explained(REAL, "en")[number], "en")["rate"].startswith("KRW 1,220 per USD (")


def test_an_amount_that_was_not_converted_tells_no_rate():
    assert "rate" not in rows(explained(REAL, "en")["world-market-2019"], "en")


def test_a_relation_tells_its_verdict_and_margin():
    told = rows(explained(REAL, "en")["won-2025-at-its-average"], "en")
    assert told["claim"] == "KRW 2.928 trillion"
    assert told["formula"] == "USD 2.4 billion × KRW 1,421.40 per USD"
    assert told["verdict"].startswith("does not hold (off by KRW ")


def test_a_relation_names_the_source_of_the_number_that_it_is_held_against():
    one = explained(REAL, "en")["us-below-world"]
    assert "Pharmstoday, 2022" in rows(one, "en")["source"]


@pytest.mark.parametrize("number", ["world-market-2019", "world-market-2019-krw", "world-cagr"])
@pytest.mark.parametrize(("language", "producer"), [("ko", "프로스트앤드설리번"), ("en", "Frost & Sullivan")])
def test_whoever_made_a_forecast_stands_before_the_report_that_quotes_it(number, language, producer):
    assert rows(explained(REAL, language)[number], language)["says"].startswith(producer)


def test_a_maker_that_publishes_its_own_number_is_not_quoted():
    assert rows(explained(REAL, "en")["techsci-2023-base"], "en")["says"] == "TechSci Research"


def test_people_are_named_as_in_the_citations_of_the_pages():
    many = "@misc{a, author={{B, C} and {D} and {E, F}}, title={T}, year={2020}}"
    none = "@misc{b, author={{G} and others}, title={H}}"
    known, words = bibliography.works(parse_string(many + none, "bibtex"), "en"), catalogue.of("en")
    assert short.people(known["a"], words) == "B, C et al."
    assert (short.people(known["b"], words), short.year(known["b"], words)) == ("G et al.", "n.d.")


def test_explanation_citation_and_published_table_name_one_maker_for_every_number(real):
    """Whoever is quoted in the one is quoted in the others; pairs in another currency go with their amounts."""
    language, told = real
    book = Book(language, REAL.package)
    made_by = producers(book.package, book.facts)
    works = bibliography.works(sources.read(REAL.bibliography, "x"), language)
    citer, words = Citer(book.sayer, works, made_by), catalogue.of(language)
    assert {"world-market-2019", "world-market-2019-krw"} <= set(made_by)
    for number, producer in made_by.items():
        name, fact = producer.names[language], book.facts[number]
        quoted = producer.is_quoted_by({one.whole for one in works[fact.source].authors})
        assert rows(told[number], language)["says"].startswith(name)
        assert (rows(told[number], language)["says"] != name) == quoted
        made = words("citing.number.short", authors=name, year=producer.year) if producer.year else name
        assert (f"{made}, " in citer.cite(number).sentence.text) == quoted


def test_the_file_is_a_script_without_tags_that_reads_back(real):
    language, told = real
    script = explanations.script_of(told.values(), catalogue.of(language))
    assert "<" not in script
    read = explanations.read(script)
    assert read["numbers"] == {one.id: one.html for one in told.values()}
    assert explanations.script_of(reversed(told.values()), catalogue.of(language)) == script


@pytest.mark.parametrize("text", ["", "<!doctype html>", "(window.factbook ??= {}).explanations = {;\n"])
def test_any_other_file_is_refused(text):
    with pytest.raises(ValueError):
        explanations.read(text)
