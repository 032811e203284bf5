"""A number is hedged as its fact is: a hedge that is lost, added or exchanged is told."""

from __future__ import annotations

import lxml.html
import pytest

from factbook.chapter import Book
from factbook.checks.of_pages import hedges
from factbook.facts import state
from tiny_book import REAL

DATA = state.read(REAL.package)


def misread(language: str, html: str) -> tuple[str, str] | None:
    return hedges.misread(lxml.html.fromstring(html), language, DATA)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_number_of_the_book_is_hedged_as_its_fact_is(language):
    book = Book(language, REAL.package)
    for name in DATA.facts.entries:
        page = lxml.html.fromstring(f"<p>{book.sayer.say(name).html}</p>")
        assert not any(hedges.misread(element, language, DATA) for element in page.iter("data"))


def test_a_hedge_that_is_added_is_told_on_its_page(made):
    made.write("en", "index", '<p><data data-fact="papers">about 55 papers</data></p>')
    problem = made.the_problem(hedges)
    assert problem.code == "page.hedge"
    assert problem.found.startswith("«about 55 papers» is said about")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_hedge_that_is_lost_added_or_exchanged_is_told(language):
    said = {"ko": ("{}", "약 {}", "{} 이상", "{} 이하"), "en": ("{}", "about {}", "at least {}", "at most {}")}[
        language
    ]
    for entry in list(DATA.facts.facts.values()):
        due = ("", "about", "at-least", "at-most").index(entry.amount.qualifier)
        for place, words in enumerate(said):
            told = misread(language, f'<data data-fact="{entry.id}">{words.format(1)}</data>')
            assert (told is None) == (place == due)
