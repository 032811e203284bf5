"""The words of the book: the same strings in every language, each of them filled in, none of them missing."""

from __future__ import annotations

import itertools
import re
import tomllib
from importlib.resources import files

import pytest

from factbook.facts import load
from factbook.figures.gallery import declarations
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.provenance.ledger import DERIVED, RATES, RELATIONS, headings, part_of
from factbook.quantities.formulas import OPERATIONS
from tiny_book import REAL

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
EN, KO = (catalogue.of(language).strings for language in ("en", "ko"))


def test_both_languages_have_the_same_strings():
    assert set(KO) == set(EN)


@pytest.mark.parametrize("key", sorted(set(KO) & set(EN)))
def test_a_string_is_filled_and_names_the_same_numbers_in_both_languages(key):
    assert KO[key].strip(), f"{key} is empty in Korean"
    assert EN[key].strip(), f"{key} is empty in English"
    if not key.startswith("chart."):
        assert set(PLACEHOLDER.findall(KO[key])) == set(PLACEHOLDER.findall(EN[key]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_of_the_table_of_contents_is_described(language):
    chapters = re.findall(r"file: *(\S+)", REAL.toc.read_text("utf-8"))
    assert "market" in chapters
    assert [name for name in chapters if not catalogue.of(language).strings.get(f"page.{name}", "").strip()] == []


def test_a_string_stands_in_one_file_only():
    for language in LANGUAGES:
        tables = [
            tomllib.loads(file.read_text("utf-8"))
            for file in files("factbook").joinpath("interface", language).iterdir()
            if file.name.endswith(".toml")
        ]
        keys = [{key for key, _ in catalogue._flat(table, "")} for table in tables]
        for one, other in itertools.combinations(keys, 2):
            assert one.isdisjoint(other)


def test_every_operation_of_a_sum_or_another_has_a_formula_in_words():
    for language in LANGUAGES:
        said = set(catalogue.of(language).under("formula"))
        assert said == set(OPERATIONS) - {"sum"}


def test_the_headings_of_tables_and_figures_stand_in_the_same_order_in_both_languages():
    """Cells are set in the order of the headings: another order would put a number under the wrong one."""
    for prefix in ("table.", "figure.", "ledger."):
        orders = [[key for key in strings if key.startswith(prefix)] for strings in (KO, EN)]
        columns = [[key for key in order if not key.startswith("figure.") or ".column." in key] for order in orders]
        assert columns[0] == columns[1]


@pytest.mark.parametrize("part", ["report", "press", "other", RATES, DERIVED, RELATIONS])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_part_of_the_ledger_has_a_heading_a_cell(part, language):
    assert len(headings(part, language)) == (6 if part == RELATIONS else 5)


def test_the_ledger_has_a_part_for_every_number():
    known = load(REAL.package)
    assert {part_of(entry) for entry in known.entries.values()} <= {"report", "press", "other", "book", RATES, DERIVED}
    assert set(catalogue.of("ko").under("said-by")) == {"report", "press", "other", "book"}


@pytest.mark.parametrize("name", sorted(declarations()))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_an_alternative_text_and_headings(name, language):
    words = catalogue.of(language)
    assert words(f"figure.{name}.alt").strip()
    assert words.under(f"figure.{name}.column")


def test_no_words_are_left_of_a_figure_that_is_gone():
    named = {key.split(".")[1] for key in EN if key.startswith("figure.") and key.endswith(".alt")}
    assert named == set(declarations())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_a_shown_table_is_declared(language):
    words = catalogue.of(language)
    for table in {key.split(".")[1] for key in words.strings if key.startswith("table.")}:
        declared = REAL.package.columns(table)
        for column in words.under(f"table.{table}"):
            assert column in declared or f"{column}_{language}" in declared, f"{table}.{column}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_in_words_is_one_that_the_table_may_hold_and_none_is_forgotten(language):
    """A key into the numbers has no value in words but the one for a cell that is empty."""
    words = catalogue.of(language)
    for table, column in {tuple(key.split(".")[1:3]) for key in words.strings if key.startswith("value.")}:
        resource = next(r for r in REAL.package.descriptor["resources"] if r["name"] == table)
        field = next(f for f in resource["schema"]["fields"] if f["name"] == column)
        keys = {key for one in resource["schema"].get("foreignKeys", ()) for key in one["fields"]}
        used = {"none"} if column in keys else {row[column] for row in REAL.package.rows(table)}
        allowed = field["constraints"].get("enum") or used
        assert set(words.under(f"value.{table}.{column}")) == set(allowed)


def test_a_string_takes_its_values_and_leaves_braces_alone_without_any():
    words = catalogue.of("en")
    assert words("fact.average-rate", year=2019) == "Won per US dollar, average of 2019"
    assert words("number.pair") == "{0} ({1})"


def test_an_unknown_string_or_language_is_refused():
    with pytest.raises(KeyError, match="nothing"):
        catalogue.of("en")("no.such.string.nothing")
    with pytest.raises(KeyError, match="the book has no language «fr», only ko, en"):
        catalogue.of("fr")
