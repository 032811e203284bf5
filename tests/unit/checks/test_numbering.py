"""Figures and tables are numbered as they stand in the book, and supposed numbers stand where the book shows them."""

from __future__ import annotations

import pytest

from factbook.checks.manuscript import own
from factbook.checks.of_pages import numbering, suppositions

WHAT_IF_PAGE, WHAT_IF_SECTION = own.at_hand().what_if
FIGURE = '<figure id="{label}"><figcaption><span class="caption-number">{number} </span>x</figcaption></figure>'
TABLE = '<table id="{label}"><caption><span class="caption-number">{number} </span>x</caption></table>'
REFERENCE = '<a href="{href}"><span class="std std-numref">{number}</span></a>'


def numbered(made, index: str, market: str = "") -> list[str]:
    """What is wrong with the numbers on two pages of the English book."""
    made.write("en", "index", index)
    made.write("en", "market", market)
    problems = made.found(numbering)
    assert {problem.code for problem in problems} <= {"page.numbering"}
    return [problem.found.partition(" (in ")[0] for problem in problems]


def test_figures_and_tables_are_counted_apart_in_the_order_of_the_book(made):
    index = FIGURE.format(label="fig-a", number="Fig. 1") + TABLE.format(label="tab-a", number="Table 1")
    market = FIGURE.format(label="fig-b", number="Fig. 2") + TABLE.format(label="tab-b", number="Table 2")
    references = REFERENCE.format(href="#fig-b", number="Fig. 2") + REFERENCE.format(
        href="index.html#tab-a", number="Table 1"
    )
    assert numbered(made, index, market + references) == []


@pytest.mark.parametrize("number", ["Fig. 2", "Fig. 1.", "Fig. 45", "1", "Fig.", "Fig. 1 of 9"])
def test_a_caption_with_another_number_is_told(made, number):
    assert numbered(made, FIGURE.format(label="fig-a", number=number)) == [f"a caption says «{number}»"]


def test_a_number_that_goes_on_anew_on_each_page_is_told(made):
    one = FIGURE.format(label="fig-a", number="Fig. 1")
    assert numbered(made, one, one) == ["a caption says «Fig. 1»"]


def test_a_number_of_nothing_is_told(made):
    assert numbered(made, '<p><span class="caption-number">12</span></p>') == ["«12» numbers nothing"]


@pytest.mark.parametrize(
    ("href", "number"),
    [("#fig-a", "Fig. 2"), ("#fig-a", "45"), ("#fig-none", "Fig. 1"), ("market.html#fig-a", "Fig. 1")],
)
def test_a_reference_that_says_another_number_than_its_caption_is_told(made, href, number):
    page = FIGURE.format(label="fig-a", number="Fig. 1") + REFERENCE.format(href=href, number=number)
    label = href.partition("#")[2]
    assert numbered(made, page) == [f"a reference to «{label}» says «{number}»"]


def test_a_reference_that_leads_nowhere_is_told(made):
    assert numbered(made, '<span class="std-numref">Fig. 7</span>') == ["a reference to «» says «Fig. 7»"]


SUPPOSED = '<data value="1" data-fact="papers" data-if="papers=1±0.5">1 paper</data>'


@pytest.mark.parametrize("article", [SUPPOSED, f'<section id="{WHAT_IF_SECTION}">{SUPPOSED}</section>'])
def test_a_supposed_number_on_another_page_is_told(made, article):
    made.write("en", "market", article)
    problem = made.the_problem(suppositions)
    assert problem.code == "page.supposition"
    assert problem.found.startswith("«1 paper» is supposed: papers=1±0.5")


def test_a_supposed_number_in_another_section_of_its_page_is_told(made):
    made.write("en", WHAT_IF_PAGE, f'<section id="{WHAT_IF_SECTION}">{SUPPOSED}</section><p>{SUPPOSED}</p>')
    assert made.the_problem(suppositions).code == "page.supposition"


def test_supposed_numbers_stand_where_the_book_shows_them(made):
    made.write("en", WHAT_IF_PAGE, f'<section id="{WHAT_IF_SECTION}">{SUPPOSED}</section>')
    assert made.found(suppositions) == []
