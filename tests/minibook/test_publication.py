"""Every number as one table: a row is complete without the page, in both languages, with licence and origin."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from decimal import Decimal

import pytest

from factbook.chapter import Book
from factbook.citations import bibliography, identity
from factbook.citations.numbers import PLACE, Citer
from factbook.data import sources
from factbook.data.layout import Layout
from factbook.facts.producers import producers
from factbook.interface.catalogue import LANGUAGES
from factbook.provenance import codebook, publication
from tiny_book import REAL

Table = dict[str, dict[str, str]]


def table(text: str) -> Table:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def published(layout: Layout, uses: Mapping[str, Iterable[str]]) -> Table:
    listed = sources.read(layout.bibliography, "references.bib")
    citers = {
        code: Citer(
            Book(code, layout.package).sayer,
            bibliography.works(listed, code),
            producers(layout.package, Book(code, layout.package).facts),
        )
        for code in LANGUAGES
    }
    made = publication.Numbers(citers, identity.read(layout.root), layout.package, uses)
    return table(publication.csv_of(made.rows))


@pytest.fixture(scope="module")
def real() -> Table:
    return published(REAL, {})


def test_every_number_and_relation_has_one_row_with_every_column(real):
    sayer = Book("ko", REAL.package).sayer
    assert list(real) == [*sayer.facts.entries, *sayer.judgements]
    assert all(tuple(row) == publication.COLUMNS for row in real.values())


def test_a_value_lies_in_its_range_and_a_margin_has_the_sign_of_its_verdict(real):
    for row in real.values():
        if row["low"]:
            assert Decimal(row["low"]) <= Decimal(row["value"])
        if row["high"]:
            assert Decimal(row["value"]) <= Decimal(row["high"])
        if row["margin"]:
            assert (Decimal(row["margin"]) < 0) == (row["verdict"] == "fails")


def test_every_row_says_in_both_languages_what_it_is_where_it_stands_and_how_to_cite_it(real):
    for name, row in real.items():
        for language in LANGUAGES:
            assert row[f"label_{language}"] and row[f"said_{language}"]
            assert row[f"origin_{language}"].endswith(f"/{language}/numbers.html#{name}")
            assert row[f"origin_{language}"] in row[f"citation_{language}"]
            assert PLACE not in row[f"citation_{language}"]


def test_a_row_says_its_number_as_a_sentence_does(real):
    row = real["world-market-2019"]
    assert (row["said_ko"], row["said_en"]) == ("6억 달러(7,320억 원)", "USD 0.6 billion (KRW 732 billion)")
    assert (row["value"], row["unit"], row["year"], row["period_end"]) == ("600000000", "USD", "2019", "")
    assert (real["world-cagr"]["year"], real["world-cagr"]["period_end"]) == ("2019", "2025")


def test_the_exchange_rates_keep_the_licence_of_their_table(real):
    rates = {name for name, row in real.items() if row["licence"] == "ODC-PDDL-1.0"}
    assert rates == {f"krw-per-usd-{row['year']}" for row in REAL.package.rows("exchange_rates")}
    assert {row["licence"] for row in real.values()} == {"CC-BY-4.0", "ODC-PDDL-1.0"}


def test_a_fact_a_formula_and_a_relation_each_say_what_they_come_from(tiny):
    rows = published(tiny.layout, {"papers": ["index.html#index", "market.html#a"]})
    fact, derived, relation = rows["papers"], rows["papers-rest"], rows["papers-differ"]
    assert (fact["as_printed"], fact["source"], fact["locator"]) == ("55 papers", "lee2023", "text")
    assert (fact["label_ko"], fact["label_en"]) == ("검토한 논문", "Papers reviewed")
    assert fact["used_in"] == "index.html#index market.html#a"
    assert (derived["formula"], derived["source"]) == ("difference(papers, papers-citing)", "lee2023")
    assert (relation["claim"], relation["formula"]) == ("papers", "same(papers-citing)")
    assert (relation["verdict"], relation["margin"]) == ("fails", "-13")


def test_an_open_end_is_an_empty_cell(tiny):
    patients = published(tiny.layout, {})["patients"]
    assert (patients["low"], patients["high"]) == ("200", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ledger_links_to_the_table_and_a_spreadsheet_opens_it(built, language):
    assert 'href="../data/numbers.csv" download' in built.page(f"{language}/numbers.html")
    assert not (built.site / language / "numbers.csv").exists()
    written = (built.site / "data" / "numbers.csv").read_bytes()
    assert written.startswith("\ufeffid,".encode())
    assert table(written.decode("utf-8-sig"))["market-cagr"]["used_in"] == "market.html#growth"


def test_every_language_makes_the_same_table(built):
    korean, english = ((built.book.layout.work / code / "numbers.csv").read_bytes() for code in LANGUAGES)
    assert korean == english


def test_the_schema_of_the_table_describes_each_column_in_both_languages():
    described = {**REAL.package.descriptor, "resources": [publication.NUMBERS]}
    assert list(codebook.missing(described)) == []
