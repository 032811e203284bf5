"""Words beside numbers are entered twice: the entries agree, and one that changes alone is told."""

from __future__ import annotations

import pytest

from factbook.checks.of_pages import meanings
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES


@pytest.fixture
def other(monkeypatch):
    """Makes a string of a language another."""

    def make(language: str, key: str, text: str) -> None:
        all_of_them = {code: catalogue.of(code) for code in LANGUAGES}
        strings = {**all_of_them[language].strings, key: text}
        all_of_them[language] = catalogue.Catalogue(language, strings)
        monkeypatch.setattr(catalogue, "of", all_of_them.__getitem__)

    return make


def test_both_entries_agree():
    assert list(meanings.check(None)) == []


def test_every_entry_is_of_every_language():
    keys = [{key for _, key, code, _ in meanings.entered() if code == language} for language in LANGUAGES]
    assert keys[0] == keys[1] != set()


def test_the_words_of_the_engine_and_of_the_report_are_entered_in_files_of_their_own():
    files = {key: file for file, key, _, _ in meanings.entered()}
    assert files["verdict.holds"] == "src/factbook/checks/of_pages/meanings.toml"
    assert files["figure.market-line.won"] == "book/report/meanings.toml"


@pytest.mark.parametrize(
    ("key", "text"),
    [("verdict.holds", "does not hold"), ("explanation.allowed", "Error margin given by the source")],
)
def test_a_word_that_changes_alone_is_told(other, key, text):
    other("en", key, text)
    told = [(problem.code, problem.found) for problem in meanings.check(None) if text in problem.found]
    assert told == [("page.meaning", f"{key} is «{text}»")]


def test_a_word_beside_numbers_that_is_entered_once_is_told(other):
    other("en", "figure.market-line.other", "a new heading")
    assert [(problem.code, problem.found[:24]) for problem in meanings.check(None)] == [
        ("page.meaning", "figure.market-line.other")
    ]
