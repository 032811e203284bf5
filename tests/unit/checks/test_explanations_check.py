"""What is told of numbers is held to what pages are held to, and every number on a page has something told of it."""

from __future__ import annotations

import json

import pytest

from factbook.chapter import Book
from factbook.checks.of_pages import explanations

SECTION = '<h2>Market, 2019</h2><p>{}</p><a href="market.html#growth">row</a>'


def explain(made, html: str, **told: str) -> None:
    """Writes what is told of the numbers of the tiny book in English; in Korean nothing needs to be told."""
    for language, entries in (("ko", {}), ("en", {"market-2019": html, **told})):
        told_there = {"numbers": entries}
        script = f"(window.factbook ??= {{}}).explanations = {json.dumps(told_there)};\n"
        (made.folders[language] / "explanations.js").write_text(script, "utf-8")


@pytest.fixture
def said(made):
    made.write("en", "market", "")
    return Book("en", made.tiny.layout.package).say("market-2019", alone=True).html


def test_a_number_of_which_everything_is_told_passes(made, said):
    made.write("en", "index", said)
    explain(made, SECTION.format(said.replace("numbers.html#market-2019", "market.html#growth")))
    assert made.found(explanations) == []


def test_a_number_of_which_nothing_is_told_is_told_of(made, said):
    made.write("en", "index", said)
    explain(made, SECTION.format(""), papers=said.replace("numbers.html#market-2019", "#papers"))
    problem = made.the_problem(explanations)
    assert problem.code == "page.explanation"
    assert problem.file.endswith("en/index.html")
    assert "«USD 0.6 billion» (market-2019)" in problem.found


def test_a_part_of_a_number_that_its_explanation_does_not_show_is_told(made, said):
    explain(made, SECTION.format(said.replace("numbers.html", "market.html").replace("#market-2019", "#growth")))
    made.write("en", "index", said.replace(">USD", ' data-part="low">USD'))
    assert "(market-2019, low)" in made.the_problem(explanations).found


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("600000000", "610000000", "page.number"),
        ("USD 0.6 billion", "USD 0.7 billion", "page.number"),
        ("market.html#growth", "market.html#nowhere", "page.link"),
        ("market.html#growth", "nowhere.html", "page.link"),
    ],
)
def test_an_explanation_is_held_to_what_a_page_is(made, said, old, new, code):
    html = SECTION.format(said.replace("numbers.html#market-2019", "market.html"))
    explain(made, html.replace(old, new))
    problem = made.the_problem(explanations)
    assert problem.code == code
    assert problem.file.endswith("en/explanations.js")
    assert "(in «Market, 2019»)" in problem.found


@pytest.mark.parametrize("text", [None, "var explanations = {};", "(window.factbook ??= {}).explanations = {;\n"])
def test_a_file_of_explanations_that_is_missing_or_broken_is_told(made, said, text):
    explain(made, "")
    path = made.folders["en"] / "explanations.js"
    path.unlink() if text is None else path.write_text(text, "utf-8")
    problem = made.the_problem(explanations)
    assert (problem.code, problem.file.endswith("en/explanations.js")) == ("page.explanation", True)
    assert problem.found.startswith("it cannot be read: ")
