"""Every chapter, heading, figure and table stands in every language, or the build fails."""

from __future__ import annotations

import pytest

from factbook import parity
from factbook.parity import Label, labels_of

CHAPTER = """---
kernelspec:
  name: python3
---

(market)=
# Market

```{code-cell} python
---
tags: [remove-input]
mystnb:
  figure:
    name: fig-market
    caption: A caption
---
chart("market")
```

:::{table} A caption
:name: table-players

| a |
|---|
:::

(growth-old)=
(growth)=
## Growth
"""


def test_the_labels_of_headings_figures_and_tables_are_found_with_their_lines():
    labels = labels_of(CHAPTER)
    assert [label.name for label in labels] == ["market", "fig-market", "table-players", "growth-old", "growth"]
    lines = CHAPTER.splitlines()
    assert all(label.name in lines[label.line - 1] for label in labels)


def test_the_lines_are_the_same_without_front_matter():
    assert labels_of("(a)=\n# A\n") == [Label("a", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "```python\n(label)=\n```\n",
        "```{code-cell} python\nclass Player:\n    name: str\n```\n",
        "```{code-cell} python\n:tags: [hide-input]\n\n(label)=3\nname: str\n```\n",
        "```{code-block} yaml\nname: site\n```\n",
        "name: prose\n",
        "Text with (label)= inside a sentence.\n",
    ],
)
def test_code_and_prose_are_not_taken_for_labels(text):
    assert labels_of(text) == []


def test_labels_within_another_directive_are_found_with_their_lines():
    text = "::::{admonition} Key points\n:class: tip\n\n:::{figure} a.svg\n:name: fig-a\n:::\n\n(inside)=\ntext\n::::\n"
    assert labels_of(text) == [Label("fig-a", 5), Label("inside", 8)]


def test_the_tiny_book_is_the_same_in_both_languages(tiny):
    assert parity.check(tiny.layout) == []


@pytest.mark.parametrize(("here", "missing"), [("ko", "en"), ("en", "ko")])
def test_a_chapter_that_stands_in_one_language_only_is_told_where_it_is_missing(tiny, here, missing):
    (tiny.root / "book" / here / "extra.md").write_text("(extra)=\n# Extra\n", "utf-8")
    (problem,) = parity.check(tiny.layout)
    assert (problem.code, problem.file) == ("parity.chapter", f"book/{missing}/extra.md")
    assert "take it out of the other languages and of _toc.yml" in problem.advice


@pytest.mark.parametrize(("here", "missing"), [("ko", "en"), ("en", "ko")])
def test_a_label_that_stands_in_one_language_only_is_told_where_it_is_missing(tiny, here, missing):
    line = tiny.append(f"book/{here}/method.md", "(extra-section)=\n## Extra")
    (problem,) = parity.check(tiny.layout)
    assert (problem.code, problem.file) == ("parity.label", f"book/{missing}/method.md")
    assert problem.found == "the label «extra-section» is missing"
    assert problem.expected == f"every label of book/{here}/method.md (there in line {line})"


def test_a_label_that_stands_twice_is_told_at_each_place(tiny):
    for language in ("ko", "en"):
        tiny.append(f"book/{language}/method.md", "(licence)=\n## Again")
    problems = parity.check(tiny.layout)
    assert {problem.code for problem in problems} == {"parity.twice"}
    assert len({(problem.file, problem.line) for problem in problems}) == 4


def test_a_chapter_saved_in_another_encoding_is_told(tiny):
    path = tiny.root / "book/ko/market.md"
    path.write_bytes(path.read_text("utf-8").encode("cp949"))
    (problem,) = parity.check(tiny.layout)
    assert (problem.code, problem.file) == ("data.encoding", "book/ko/market.md")
    assert "CP949" in problem.found
