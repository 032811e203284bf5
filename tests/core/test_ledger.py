"""The ledger lists every number and every relation, each once, with what it is made of."""

from __future__ import annotations

from collections import Counter

import pytest
from tiny_book import REAL

from factbook import ledger
from factbook.catalogue import LANGUAGES
from factbook.chapter import Book

PARTS = ("report", "press", "other", "book", ledger.RATES, ledger.DERIVED, ledger.RELATIONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_and_relation_of_the_book_has_one_line(language):
    sayer = Book(language, REAL.package).sayer
    ids = Counter(line.id for part in PARTS for line in ledger.lines(part, sayer))
    assert ids == Counter([*sayer.facts.entries, *sayer.judgements])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_a_line_has_a_cell_for_each_heading_but_the_last_which_sphinx_fills(part, language):
    headings = ledger.headings(part, language)
    assert {len(line.cells) for line in ledger.lines(part, Book(language, REAL.package).sayer)} <= {len(headings) - 1}


def lines(tiny, part: str, language: str = "en") -> dict[str, tuple[str, ...]]:
    return {line.id: line.cells for line in ledger.lines(part, Book(language, tiny.layout.package).sayer)}


def test_a_fact_is_shown_with_its_value_interval_and_source_as_printed(tiny):
    name, value, interval, origin, note = lines(tiny, "report")["market-2019"]
    assert (name, note) == ("Market, 2019", "")
    assert ">USD 0.6 billion</data>" in value
    assert "USD 0.55 billion</data></a> to <a " in interval
    assert "USD 0.65 billion</data>" in interval
    assert origin == "“6억 달러”, 본문 {cite:p}`kim2022`"


FORMULAS = [
    ("growth-recomputed", "({1} ÷ {0})^(1/6) − 1", ("market-2019", "market-2025")),
    ("papers-rest", "{0} − {1}", ("papers", "papers-citing")),
]


@pytest.mark.parametrize(("number", "template", "operands"), FORMULAS)
def test_a_derived_number_is_shown_with_its_formula_and_its_operands_said(tiny, number, template, operands):
    sayer = Book("en", tiny.layout.package).sayer
    said = [sayer.say(operand, alone=True).html for operand in operands]
    assert lines(tiny, ledger.DERIVED)[number][3] == template.format(*said)


@pytest.mark.parametrize(
    ("operation", "operands", "text"),
    [
        ("sum", ("papers", "papers-citing", "papers-rest"), "55 papers + 42 papers + 13 papers"),
        ("mean", ("papers", "papers-citing"), "(55 papers + 42 papers) ÷ 2"),
        ("grow", ("market-2019", "market-cagr", "2021"), "USD 0.6 billion × (1 + 26.0%)^(2)"),
        ("grow", ("market-2025", "market-cagr", "2019"), "USD 2.4 billion × (1 + 26.0%)^(-6)"),
        ("convert", ("market-2019", "rate"), "USD 0.6 billion × KRW 1,250 per USD"),
    ],
)
def test_a_formula_is_written_in_the_usual_signs(tiny, operation, operands, text):
    assert ledger.formula(operation, operands, Book("en", tiny.layout.package).sayer).text == text


def test_a_relation_is_shown_with_its_claim_formula_range_and_verdict(tiny):
    claim, printed, formula, allowed, verdict, note = lines(tiny, ledger.RELATIONS)["papers-differ"]
    assert (claim, verdict, note) == ("Papers reviewed", "does not hold", "The two counts differ.")
    assert ">55 papers</data>" in printed
    assert ">42 papers</data>" in formula
    assert 'data-relation="papers-differ" data-part="low"' in allowed
