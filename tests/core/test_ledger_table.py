"""The ledger as a file: every number and relation as a line that a machine reads without the page."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from tiny_book import REAL

from factbook import ledger
from factbook.catalogue import LANGUAGES
from factbook.chapter import Book


def table(text: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


@pytest.fixture(scope="module")
def real() -> dict[str, dict[str, str]]:
    return table(ledger.csv_of(Book("en", REAL.package).sayer, {}))


def test_every_number_and_relation_has_one_line_with_every_column(real):
    sayer = Book("ko", REAL.package).sayer
    assert list(real) == [*sayer.facts.entries, *sayer.judgements]
    assert all(tuple(row) == ledger.COLUMNS for row in real.values())


def test_a_value_lies_in_its_interval_and_a_margin_has_the_sign_of_its_verdict(real):
    for row in real.values():
        if row["low"]:
            assert Decimal(row["low"]) <= Decimal(row["value"])
        if row["high"]:
            assert Decimal(row["value"]) <= Decimal(row["high"])
        if row["margin"]:
            assert (Decimal(row["margin"]) < 0) == (row["verdict"] == "fails")


def test_a_fact_a_formula_and_a_relation_each_say_where_they_come_from(tiny):
    rows = table(
        ledger.csv_of(Book("ko", tiny.layout.package).sayer, {"papers": ["index.html#index", "market.html#a"]})
    )
    fact, derived, relation = rows["papers"], rows["papers-rest"], rows["papers-differ"]
    assert (fact["as_printed"], fact["source"], fact["locator"]) == ("55 papers", "lee2023", "text")
    assert (fact["label_ko"], fact["label_en"]) == ("검토한 논문", "Papers reviewed")
    assert fact["used_in"] == "index.html#index market.html#a"
    assert (derived["formula"], derived["source"]) == ("difference(papers, papers-citing)", "")
    assert (relation["claim"], relation["formula"]) == ("papers", "same(papers-citing)")
    assert (relation["verdict"], relation["margin"]) == ("fails", "-13")


def test_an_open_end_is_an_empty_cell(tiny):
    patients = table(ledger.csv_of(Book("en", tiny.layout.package).sayer, {}))["patients"]
    assert (patients["low"], patients["high"]) == ("200", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_stands_beside_the_page_that_links_to_it_and_a_spreadsheet_opens_it(built, language):
    assert 'href="numbers.csv" download' in built.page(f"{language}/numbers.html")
    written = (built.site / language / "numbers.csv").read_bytes()
    assert written.startswith("\ufeffid,".encode())
    assert table(written.decode("utf-8-sig"))["market-cagr"]["used_in"] == "market.html#growth"
