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
    assert all(set(entered) == set(LANGUAGES) for entered in meanings.MEANINGS.values())


@pytest.mark.parametrize(
    ("key", "text"),
    [("verdict.holds", "does not hold"), ("explanation.allowed", "Error margin given by the source")],
)
def test_a_word_that_changes_alone_is_told(other, key, text):
    other("en", key, text)
    assert [problem.found for problem in meanings.check(None) if text in problem.found] == [f"{key} is «{text}»"]
