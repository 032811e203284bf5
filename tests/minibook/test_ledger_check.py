"""The ledger page of a site is held to the data as it is now."""

from __future__ import annotations

import pytest

from factbook.checks import pages
from factbook.checks.of_pages import ledger
from factbook.data.layout import Layout
from tiny_book import TinyBook


@pytest.fixture
def found(tiny: TinyBook, built):
    """The problems of the built ledger beside a copy of the data that a test may change."""

    def check() -> list:
        site = pages.read(Layout(tiny.root), {language: built.site / language for language in ("ko", "en")})
        return list(ledger.check(site))

    return check


def test_the_ledger_of_the_data_it_was_built_from_has_no_problem(found):
    assert found() == []


def test_a_relation_that_makes_another_claim_now_is_told_in_every_language(tiny, found):
    tiny.replace("data/relations.csv", "papers-differ,papers,", "papers-differ,patients,")
    problems = found()
    assert len(problems) == 2
    assert all("«papers-differ» shows papers, papers-citing" in problem.found for problem in problems)
    assert problems[0].expected.startswith("papers-citing, patients")


def test_a_formula_that_takes_another_number_now_is_told(tiny, found):
    tiny.replace("data/formulas.csv", "difference,papers papers-citing", "difference,patients papers-citing")
    assert {problem.code for problem in found()} == {"page.ledger"}


def test_a_number_that_has_no_row_yet_is_told(tiny, found):
    tiny.append("data/facts.csv", "pages,12,paper,12편,ko,,,,other,lee2023,본문,,쪽,Pages,,")
    assert [problem.found for problem in found()] == ["«pages» has no row"] * 2


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [("lee2023,page,", "‘55 papers’, page"), ("kim2022,text,", "the source kim2022"), ("lee2023,text,", "")],
)
def test_an_origin_that_is_another_now_is_told_in_every_language(tiny, found, wrong, expected):
    tiny.replace("data/facts.csv", "55 papers,en,,,,other,lee2023,text,", f"55 papers,en,,,,other,{wrong}")
    assert [problem.expected for problem in found()] == [expected] * 2 * bool(expected)
