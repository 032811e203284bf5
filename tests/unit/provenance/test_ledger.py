"""The ledger lists every number and every relation, each once, with what it is made of."""

from __future__ import annotations

import re
from collections import Counter

import lxml.html
import pytest

from factbook.chapter import Book
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.provenance import ledger
from tiny_book import REAL

PARTS = ("report", "press", "other", "book", ledger.RATES, ledger.DERIVED, ledger.RELATIONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_and_relation_of_the_book_has_one_line(language):
    sayer = Book(language, REAL.package).sayer
    ids = Counter(line.id for part in PARTS for line in ledger.lines(part, sayer))
    assert ids == Counter([*sayer.facts.entries, *sayer.judgements])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_a_line_has_a_cell_for_each_heading_but_its_name_and_the_last_which_sphinx_fills(part, language):
    headings = ledger.headings(part, language)
    assert {len(line.cells) for line in ledger.lines(part, Book(language, REAL.package).sayer)} <= {len(headings) - 2}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_and_every_kind_that_has_lines_can_be_chosen_by_name(language):
    sayer = Book(language, REAL.package).sayer
    kinds = {line.kind for part in PARTS for line in ledger.lines(part, sayer)}
    assert kinds <= set(catalogue.of(language).under("ledger.kind"))
    assert ledger.parts(sayer) == PARTS


def lines(tiny, part: str, language: str = "en") -> dict[str, ledger.Line]:
    return {line.id: line for line in ledger.lines(part, Book(language, tiny.layout.package).sayer)}


def text_of(html: str) -> str:
    """What a program reads: the unit of a range at both ends."""
    return str(lxml.html.fromstring(f"<p>{html}</p>").text_content())


def test_a_fact_is_shown_with_its_value_interval_and_source_as_printed(tiny):
    line = lines(tiny, "report")["market-2019"]
    value, interval, origin = line.cells
    assert (line.name, line.note, line.unit, line.kind) == ("Market, 2019", "", "USD", "money")
    assert ">USD 0.6 billion</data>" in value
    assert text_of(interval) == "USD 0.55 billion to USD 0.65 billion"
    assert origin == catalogue.of("en")("ledger.printed", text="6억 달러", place="본문") + " {cite:p}`kim2022`"


FORMULAS = [
    ("growth-recomputed", "({1} ÷ {0})^(1/6) − 1", ("market-2019", "market-2025")),
    ("papers-rest", "{0} − {1}", ("papers", "papers-citing")),
]


@pytest.mark.parametrize(("number", "template", "operands"), FORMULAS)
def test_a_derived_number_is_shown_with_its_formula_and_its_operands_said(tiny, number, template, operands):
    sayer = Book("en", tiny.layout.package).sayer
    said = [sayer.say(operand, alone=True).html for operand in operands]
    assert lines(tiny, ledger.DERIVED)[number].cells[2] == template.format(*said)


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
    line = lines(tiny, ledger.RELATIONS)["papers-differ"]
    printed, formula, allowed, verdict = line.cells
    assert (line.name, line.note) == ("Papers reviewed", "The two counts differ.")
    assert "does not hold" in verdict
    assert 'value="13" data-relation="papers-differ" data-part="margin">13 papers<' in verdict
    assert line.tightness == -13
    assert ">55 papers</data>" in printed
    assert ">42 papers</data>" in formula
    assert 'data-relation="papers-differ" data-part="low"' in allowed


def test_an_exact_number_is_said_once_and_its_range_is_a_word(tiny):
    assert lines(tiny, "other")["papers"].cells[1] == "exact"
    assert "KRW 1,249.5 per USD" in text_of(lines(tiny, "report")["rate"].cells[1])


MARGINS = [
    ("growth-fits", "with 2.16 percentage points to spare"),
    ("share-fits", "with 0.1 percentage points to spare"),
    ("papers-differ", "off by 13 papers"),
]


@pytest.mark.parametrize(("relation", "said"), MARGINS)
def test_a_margin_says_how_far_a_claim_could_move_or_how_far_outside_it_lies(tiny, relation, said):
    assert Book("en", tiny.layout.package).sayer.margin(relation).text == said


def test_a_claim_that_is_the_very_number_has_no_margin_and_fits_exactly(tiny):
    tiny.append("data/relations.csv", "itself,papers,same,papers,holds,market,같다,The same")
    assert Book("en", tiny.layout.package).sayer.margin("itself").text == "exactly"


def test_ranges_that_only_touch_are_told_from_those_that_are_one(tiny):
    tiny.replace("data/facts.csv", "papers-citing-percent,76,percent,76%", "papers-citing-percent,8,percent,8%")
    tiny.replace("data/facts.csv", "papers,55,paper,55 papers", "papers,560,paper,560 papers")
    assert Book("en", tiny.layout.package).sayer.margin("share-fits").text == "at the edge of the range"


def test_two_ranges_without_an_upper_end_have_a_margin_without_one(tiny):
    tiny.append("data/relations.csv", "open,patients,same,patients,holds,market,열림,Open")
    assert Book("en", tiny.layout.package).sayer.margin("open").text == "range open on one side"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_margin_is_never_said_as_nothing_where_there_is_one(language):
    sayer = Book(language, REAL.package).sayer
    for relation, judgement in sayer.judgements.items():
        figures = re.search(r"[1-9]", sayer.margin(relation).text)
        assert bool(figures) == (judgement.margin != 0), relation
