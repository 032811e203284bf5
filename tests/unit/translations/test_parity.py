"""Every section says the same in every language, block by block, or the build fails with what is to be done."""

from __future__ import annotations

import pytest

from factbook import translations
from factbook.translations import comparing
from factbook.translations.reading import read

ENGLISH = """(one)=
# One

Grows by {eval}`say("cagr")` a year from 2019 {cite:p}`kim2022`, see {ref}`two`.

| Year | Value |
|---|---|
| first | {eval}`say("a")` |
| last | {eval}`say("b")` |

- {doc}`method`
- {doc}`numbers`

:::{admonition} What the report says
:class: report-says

{eval}`say("a")` [more](https://example.org/en/)
:::

```{code-cell} python
book = open_book("en")
book.table("targets").captioned("Targets {cite:p}`lee2023`", "tab-targets")
```

(two)=
## Two

```bash
check --rate 1300 report.docx
```
"""
KOREAN = """(one)=
# 하나

{cite:p}`kim2022` 자료로는 2019년부터 해마다 {eval}`say("cagr")` 커진다. {ref}`둘째 절 <two>`에서 본다.

| 해 | 값 |
|---|---|
| 처음 | {eval}`say("a")` |
| 끝 | {eval}`say("b")` |

- {doc}`method`
- {doc}`숫자 <numbers>`

:::{admonition} 보고서의 내용
:class: report-says

{eval}`say("a")` [더](https://example.org/ko/)
:::

```{code-cell} python
book = open_book("ko")
book.table("targets").captioned("대상 {cite:p}`lee2023`", "tab-targets")
```

(two)=
## 둘

```bash
check --rate 1300 보고서.docx
```
"""


def differences(korean, english):
    one, other = read(korean, "page", "ko/page.md"), read(english, "page", "en/page.md")
    found = [problem for problems in comparing.contents(one, other).values() for problem in problems]
    return found + list(comparing.order(one, other))


def difference(old, new):
    """The one difference after a change of the English chapter."""
    assert old in ENGLISH
    (problem,) = differences(KOREAN, ENGLISH.replace(old, new, 1))
    return problem


def line(text, words):
    return next(number for number, written in enumerate(text.splitlines(), 1) if words in written)


def test_chapters_that_say_the_same_in_the_words_of_each_language_do_not_differ():
    assert differences(KOREAN, ENGLISH) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "found", "expected"),
    [
        ('say("cagr")', 'say("crag")', "number", 'the number «say("crag")» stands here', '«say("cagr")»'),
        ("{cite:p}`kim2022`", "", "citation", "the citation «kim2022» is missing", "as in ko/page.md:4"),
        ("{ref}`two`", "{ref}`one`", "cross-reference", "the cross-reference «one» stands here", "«two»"),
        ("2019", "2018", "typed-number", "the typed number «2018» stands here", "«2019»"),
        ("example.org/en", "example.com/en", "link", "the link «https://example.com/LANGUAGE/»", "example.org"),
        ("{doc}`method`", "text", "cross-reference", "items, item 1: the cross-reference «method» is missing", "ko"),
        ("- {doc}`method`\n", "", "shape", "list of 1 item stands here", "list of 2 items, as in ko/page.md:11"),
        ("| last |", "| last | |\n| more |", "shape", "table of 2 columns and 4 rows stands here", "and 3 rows"),
        ("class: report-says", "class: book-adds", "shape", "{admonition} (class: book-adds)", "(class: report-says)"),
        ('table("targets")', 'table("models")', "code", 'table(\'models\')', "table('targets')"),
        ("{cite:p}`lee2023`", "", "citation", "{code-cell} python: the citation «lee2023» is missing", "ko/page.md:22"),
        ("1300", "1200", "typed-number", "bash listing of 1 line: the typed number «1200» stands here", "«1300»"),
        ("## Two", "### Two", "shape", "heading of level 3 stands here", "heading of level 2"),
    ],
)  # fmt: skip
def test_a_difference_says_what_stands_where_and_what_the_other_language_has(old, new, code, found, expected):
    problem = difference(old, new)
    assert (problem.code, problem.file) == (f"parity.{code}", "en/page.md")
    assert found in problem.found
    assert expected in problem.expected
    assert problem.advice


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("![](twin.png)", "parity.image"),
        ("[^note]\n\n[^note]: x", "parity.footnote"),
        ("{{ twin }}", "parity.substitution"),
    ],
)
def test_markup_that_no_chapter_may_have_is_told_where_one_language_has_it(more, code):
    problems = differences(KOREAN, ENGLISH.replace("Grows by", f"Grows {more} by", 1))
    assert code in [problem.code for problem in problems]


def test_a_difference_names_the_line_in_both_languages():
    problem = difference('say("cagr")', 'say("crag")')
    assert problem.line == line(ENGLISH, "cagr")
    assert problem.expected.endswith(f"as in ko/page.md:{line(KOREAN, 'cagr')}")


def test_what_only_the_later_language_has_is_to_be_done_in_the_first():
    (problem,) = differences(KOREAN, ENGLISH.replace("see {ref}", "{cite:p}`lee2023` see {ref}"))
    assert problem.file == "ko/page.md"
    assert problem.found == "section «one»: the citation «lee2023» is missing"
    assert problem.expected == "as in en/page.md:4"


def test_numbers_that_changed_places_in_a_table_differ_though_the_section_has_the_same_ones():
    first, last = '| first | {eval}`say("a")` |', '| last | {eval}`say("b")` |'
    assert f"{first}\n{last}" in ENGLISH
    swapped = ENGLISH.replace(first, first.replace('"a"', '"b"')).replace(last, last.replace('"b"', '"a"'))
    found = [problem.found for problem in differences(KOREAN, swapped)]
    assert len(found) == 2
    assert 'row 2, column 2: the number «say("b")» stands here' in found[0]
    assert 'row 3, column 2: the number «say("a")» stands here' in found[1]


def test_a_block_that_stands_in_one_language_only_is_told_and_the_rest_compared_beside_it():
    without = KOREAN[: KOREAN.index(":::{")] + KOREAN[KOREAN.index("```{code-cell}") :]
    (problem,) = differences(without, ENGLISH)
    assert problem.file == "ko/page.md"
    assert problem.found == "section «one»: the {admonition} (class: report-says) is missing"
    assert problem.expected == f"as in en/page.md:{line(ENGLISH, ':::{')}"


def test_a_number_said_once_here_and_twice_there_is_told_once():
    (problem,) = differences(KOREAN, ENGLISH.replace("see {ref}", 'that is {eval}`say("cagr")`, see {ref}'))
    assert problem.found == 'section «one»: the number «say("cagr")» is missing'


def test_a_year_may_be_repeated_in_one_language_only():
    assert differences(KOREAN.replace("2019년부터", "2019년부터, 곧 2019년 뒤로"), ENGLISH) == []


@pytest.mark.parametrize("spelling", ["say('cagr')", 'say( "cagr" )', "say(  'cagr')"])
def test_the_spelling_of_an_expression_does_not_matter(spelling):
    assert differences(KOREAN, ENGLISH.replace('say("cagr")', spelling)) == []


def test_sections_in_another_order_are_told():
    one, other = "(a)=\n# A\n\n(b)=\n## B\n\n(c)=\n## C\n", "(a)=\n# A\n\n(c)=\n## C\n\n(b)=\n## B\n"
    (problem,) = differences(one, other)
    assert (problem.code, problem.file, problem.line) == ("parity.order", "en/page.md", 4)
    assert problem.expected == "section «b», as in ko/page.md:4"


def test_the_tiny_book_is_the_same_in_both_languages(tiny):
    assert translations.check(tiny.layout) == []


@pytest.mark.parametrize(("here", "missing"), [("ko", "en"), ("en", "ko")])
def test_a_chapter_that_stands_in_one_language_only_is_told_where_it_is_missing(tiny, here, missing):
    (tiny.root / "book" / here / "extra.md").write_text("(extra)=\n# Extra\n", "utf-8")
    tiny.append("_toc.yml", "  - file: extra")
    (problem,) = translations.check(tiny.layout)
    assert (problem.code, problem.file) == ("parity.chapter", f"book/{missing}/extra.md")
    assert "take it out of the other languages and of _toc.yml" in problem.advice


def test_a_chapter_that_the_table_of_contents_forgets_is_told(tiny):
    for language in ("ko", "en"):
        (tiny.root / "book" / language / "extra.md").write_text("(extra)=\n# Extra\n", "utf-8")
    (problem,) = translations.check(tiny.layout)
    assert (problem.code, problem.file) == ("book.unlisted", "_toc.yml")
    assert "«extra» is not listed" in problem.found


@pytest.mark.parametrize(("here", "missing"), [("ko", "en"), ("en", "ko")])
def test_a_label_that_stands_in_one_language_only_is_told_where_it_is_missing(tiny, here, missing):
    line = tiny.append(f"book/{here}/method.md", "(extra-section)=\n## Extra")
    (problem,) = translations.check(tiny.layout)
    assert (problem.code, problem.file) == ("parity.label", f"book/{missing}/method.md")
    assert problem.found == "the label «extra-section» is missing"
    assert problem.expected == f"every label of book/{here}/method.md (there in line {line})"


def test_a_label_that_stands_twice_is_told_at_each_place(tiny):
    for language in ("ko", "en"):
        tiny.append(f"book/{language}/method.md", "(licence)=\n## Again")
    problems = translations.check(tiny.layout)
    assert {problem.code for problem in problems} == {"parity.twice"}
    assert len({(problem.file, problem.line) for problem in problems}) == 4


def test_a_chapter_saved_in_another_encoding_is_told(tiny):
    path = tiny.root / "book/ko/market.md"
    path.write_bytes(path.read_text("utf-8").encode("cp949"))
    (problem,) = translations.check(tiny.layout)
    assert (problem.code, problem.file) == ("data.encoding", "book/ko/market.md")
    assert "CP949" in problem.found
