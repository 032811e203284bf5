"""A chapter opens with its answer: three sentences at most, with a number where it speaks of the market."""

from __future__ import annotations

import pytest

from factbook.checks.of_pages import openings

NUMBER = '<data class="fact" value="1" data-fact="papers-read">1 paper</data>'
CITED = '<a href="references.html#source-kim2022">U.S. Food and Drug Administration, 2014</a>'


def opened(made, chapter, article):
    for language in ("ko", "en"):
        made.write(language, "index", "<p>A book.</p>")
    made.write("en", chapter, article)
    return made


@pytest.mark.parametrize(
    ("chapter", "article"),
    [
        ("market", f"<p>It is {NUMBER}. It grows. It is known.</p><h2>x</h2>"),
        ("market", f"<p>It is {NUMBER} ({CITED}). It grows ({CITED}). It is known.</p>"),
        ("market", f"<p>It is {NUMBER}.</p><p>One. Two. Three. Four.</p>"),
        ("method", "<p>No number is typed.</p>"),
        ("method", "<section><h2>First</h2></section><section><h2>Second</h2></section>"),
        ("market", f"<section><h2>Alone</h2><p>{NUMBER}</p></section>"),
        ("extra", "<p>A chapter without numbers.</p>"),
    ],
)
def test_an_answer_of_three_sentences_with_a_number_is_right(made, chapter, article):
    assert opened(made, chapter, article).found(openings) == []


@pytest.mark.parametrize(
    ("article", "found"),
    [
        (f"<p>It is {NUMBER}. It grows. It is known. It is so.</p>", "opens with 4 sentences"),
        (f"<p>It grows.</p><h2>x</h2><p>{NUMBER}</p>", "without a number"),
        (f"<section><h2>First</h2></section><section><h2>Second</h2></section><p>{NUMBER}</p>", "no paragraph"),
    ],
)
def test_another_opening_is_told(made, article, found):
    problem = opened(made, "market", article).the_problem(openings)
    assert problem.code == "page.opening"
    assert found in problem.found
