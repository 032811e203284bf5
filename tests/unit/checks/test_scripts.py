"""Running text of an English page has no Hangul but in what it prints of a source, or marks as Korean."""

from __future__ import annotations

import pytest

from factbook.checks.of_pages import scripts


@pytest.mark.parametrize(
    "article",
    [
        "<p>By Lee Songha.</p>",
        '<p>It is called <i lang="ko">디지털 트윈</i> there.</p>',
        '<div class="citation"><p>이송하 (2022).</p></div>',
        '<div class="source-note"><p>이송하 (2022).</p></div>',
        "<p>Type <code>20억 달러</code>.</p>",
        '<div class="ledger"><table><tr><td>6억 달러</td></tr></table></div>',
    ],
)
def test_korean_that_is_marked_or_printed_of_a_source_is_admitted(made, article):
    made.write("en", "index", article)
    assert made.found(scripts) == []


@pytest.mark.parametrize("article", ["<p>By 이송하.</p>", "<p>By <b>Lee</b> 이송하.</p>", "<h3>시장</h3>"])
def test_korean_in_the_text_of_an_english_page_is_told(made, article):
    made.write("en", "index", article)
    problem = made.the_problem(scripts)
    assert problem.code == "page.script"
    assert problem.file.endswith("en/index.html")
    assert "author_en" in problem.advice


def test_korean_on_a_korean_page_is_admitted(made):
    made.write("ko", "index", "<p>이송하의 시장</p>")
    assert made.found(scripts) == []
