"""One word a concept: the list of terms, the links that lead to it, and the words that no page uses."""

from __future__ import annotations

import pytest

from factbook.checks.of_pages import terms as check
from factbook.facts import terms

TABLE = """key,ko,en,meaning_ko,meaning_en,avoided_ko,avoided_en
digital-twin,디지털 트윈,digital twin|digital twins,본뜬 모형입니다.,A model of something.,디지털트윈,digital replica
growth,연평균 성장률,annual growth,해마다 커진 비율입니다.,Growth of a year.,CAGR,CAGR
"""
LIST = '<dl class="terms"><dt id="term-digital-twin">x</dt><dt id="term-growth">y</dt></dl>'
LINKS = {
    "ko": '<p><a href="method.html#term-digital-twin">디지털 트윈</a>의 <a href="#term-growth">연평균 성장률</a></p>',
    "en": '<p><a href="method.html#term-digital-twin">Digital twins</a>, <a href="#term-growth">annual growth</a></p>',
}


@pytest.fixture
def worded(made):
    """Pages over a book with terms, which each language explains and uses."""
    made.tiny.add_table("terms", TABLE)
    for language, links in LINKS.items():
        made.write(language, "index", LIST + links)
    return made


def test_pages_that_explain_and_use_their_terms_are_right(worded):
    assert worded.found(check) == []


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en", "The digital replica grows.", "«digital twin»"),
        ("en", "Digital replica is a word.", "«digital twin»"),
        ("en", "The CAGR is high.", "«annual growth»"),
        ("ko", "디지털트윈은 모형입니다.", "«디지털 트윈»"),
    ],
)
def test_another_word_for_a_term_is_told_with_the_term(worded, language, text, named):
    worded.write(language, "market", f"<p>{text}</p>")
    problem = worded.the_problem(check)
    assert problem.code == "page.term"
    assert problem.expected == named
    assert f"avoided_{language}" in problem.advice


@pytest.mark.parametrize(
    "article",
    [
        '<div class="citation"><p>The digital replica (2022).</p></div>',
        '<div class="source-note"><p>The digital replica (2022).</p></div>',
        "<p><code>CAGR</code></p>",
        "<p>한국디지털트윈연구소</p>",
    ],
)
def test_what_a_source_prints_and_parts_of_longer_names_are_admitted(worded, article):
    worded.write("ko" if "연구소" in article else "en", "market", article)
    assert worded.found(check) == []


def test_a_link_that_leads_to_the_meaning_of_another_term_is_told(worded):
    worded.write("en", "market", '<p><a href="index.html#term-growth">digital twins</a></p>')
    problem = worded.the_problem(check)
    assert problem.code == "page.term-link"
    assert "«digital twins» leads to #term-growth" in problem.found


def test_a_term_that_no_page_uses_or_explains_is_told(made):
    made.tiny.add_table("terms", TABLE)
    for language, links in LINKS.items():
        made.write(language, "index", LIST.replace(' id="term-growth"', "") + links.partition("</a>")[0] + "</a></p>")
    found = made.found(check)
    assert [problem.code for problem in found] == ["data.term", "data.term"]
    for language in LINKS:
        made.write(language, "index", LIST + LINKS[language].partition("</a>")[0] + "</a></p>")
    assert [problem.code for problem in made.found(check)] == ["data.term-unused", "data.term-unused"]


def test_a_book_without_terms_is_right(made):
    assert made.found(check) == []


def test_the_longest_form_is_found_with_the_ending_of_a_korean_word(worded):
    known = terms.load(worded.tiny.layout.package)
    (mention,) = known.mentioned("디지털 트윈으로는 모릅니다", "ko")
    assert (mention.start, mention.end, mention.of.key) == (0, 6, "digital-twin")
    assert [one.of.key for one in known.mentioned("Digital twins. digital twinning", "en")] == ["digital-twin"]
