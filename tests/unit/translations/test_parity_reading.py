"""A chapter is read as MyST reads it: sections, blocks and what they say, with their lines."""

from __future__ import annotations

import textwrap

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factbook.problems import ProblemError
from factbook.translations import myst
from factbook.translations.model import Block, Label
from factbook.translations.reading import read
from tiny_book import REAL

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
    caption: |
      From {eval}`say("a")`

      Source: {cite:p}`kim2022`
---
chart("market")
```

:::{table} A caption {cite:p}`lee2023,
kim2022`
:name: table-players

| a | {eval}`say('b')` |
|---|---|
| c | see {doc}`method` |
:::

(growth)=
(growth-old)=
## Growth

In 2019 and
in 2025, {ref}`Market <market>`.
"""


def sections(text):
    return read(text, "chapter", "chapter.md").sections


def labels(text):
    return list(read(text, "chapter", "chapter.md").labels)


def digest(text):
    (section,) = sections(text)
    return section.digest


def said(block: Block):
    """All that a block and its blocks say: kind, text and line."""
    own = [(mark.kind, mark.text, mark.line) for mark in block.marks]
    return own + [mark for inner in block.blocks for mark in said(inner)]


def test_the_labels_of_headings_figures_and_tables_are_found_with_their_lines():
    found = labels(CHAPTER)
    assert [label.name for label in found] == ["market", "fig-market", "growth", "growth-old"]
    lines = CHAPTER.splitlines()
    assert all(label.name in lines[label.line - 1] for label in found)


def test_the_lines_are_the_same_without_front_matter():
    assert labels("(a)=\n# A\n") == [Label("a", 1)]


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
    assert labels(text) == []


def test_labels_within_another_directive_are_found_with_their_lines():
    text = "::::{admonition} Key points\n:class: tip\n\n:::{figure} a.svg\n:name: fig-a\n:::\n\n(inside)=\ntext\n::::\n"
    assert labels(text) == [Label("fig-a", 5), Label("inside", 8)]


def test_a_section_is_named_by_the_first_label_of_its_heading():
    assert [(section.label, section.block.shape) for section in sections(CHAPTER)] == [
        ("market", "heading of level 1"),
        ("growth", "heading of level 2"),
    ]


def test_a_chapter_without_labels_is_one_section_under_its_name():
    (section,) = sections("text {cite:p}`kim2022`\n\n# A\n\n## B\n")
    assert section.label == "chapter"
    assert said(section.block) == [("citation", "kim2022", 1)]


def test_text_before_the_first_heading_belongs_to_its_section():
    (section,) = sections("{doc}`a`\n\n(one)=\n# One\n\n{doc}`b`\n")
    assert section.label == "one"
    assert said(section.block) == [("cross-reference", "a", 1), ("cross-reference", "b", 6)]


def test_what_a_section_says_is_found_with_its_lines_in_captions_and_cells_too():
    market, growth = sections(CHAPTER.replace("lee2023,\nkim2022", "lee2023,kim2022"))
    assert said(market.block) == [
        ("number", 'say("a")', 16),
        ("citation", "kim2022", 18),
        ("citation", "lee2023", 23),
        ("citation", "kim2022", 23),
        ("number", 'say("b")', 26),
        ("cross-reference", "method", 28),
    ]
    assert said(growth.block) == [
        ("typed number", "2019", 35),
        ("typed number", "2025", 36),
        ("cross-reference", "market", 36),
    ]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("- a\n- b\n", "list of 2 items"),
        ("1. a\n", "list of 1 item from 1"),
        ("3. a\n4. b\n", "list of 2 items from 3"),
        ("| a | b |\n|---|---|\n| c | d |\n", "table of 2 columns and 2 rows"),
        ("term\n: meaning\n", "definition list of 1 term"),
        ("> said\n", "quotation"),
        ("```bash\nmake\nmake site\n```\n", "bash listing of 2 lines"),
        ("<div>x</div>\n", "HTML"),
        ("```{ledger} book\n```\n", "{ledger} book"),
        (":::{admonition} A title\n:class: tip\n:::\n", "{admonition} (class: tip)"),
        ("```{code-cell} python\n:tags: [hide-input]\nx\n```\n", "{code-cell} python (tags: [hide-input])"),
    ],
)
def test_a_block_is_what_it_is_in_every_language(text, shape):
    (section,) = sections(text)
    assert [block.shape for block in section.block.blocks] == [shape]


@pytest.mark.parametrize("text", ["<!-- a note -->\n", "% a note\n", "+++\n", "text\n"])
def test_what_no_reader_sees_is_no_block(text):
    (section,) = sections(text)
    assert section.block.blocks == ()


def test_lists_are_read_to_every_depth():
    (section,) = sections("- a\n\n  1. {doc}`b`\n- c\n")
    (bullets,) = section.block.blocks
    assert [item.shape for item in bullets.blocks] == ["item 1", "item 2"]
    assert [block.shape for block in bullets.blocks[0].blocks] == ["list of 1 item from 1"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('book = open_book("ko")\n', 'book = open_book("en")  # English\n'),
        ('table("a").captioned("표", "tab-a")\n', 'table("a").captioned(\n    "A table",\n    "tab-a",\n)\n'),
    ],
)
def test_code_is_the_same_but_for_its_language_and_captions(one, other):
    ours, theirs = (sections(f"```{{code-cell}} python\n{code}```\n")[0].block.blocks[0].code for code in (one, other))
    assert ours == theirs != ""


def test_a_caption_in_code_is_text_with_its_line():
    text = '```{code-cell} python\n:tags: [x]\n\ntable("a").captioned(\n    "A {cite:p}`kim2022`", "tab-a")\n```\n'
    (section,) = sections(text)
    assert said(section.block) == [("citation", "kim2022", 5)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3월, 코로나19, 제1장, CC BY 4.0, 2019년", ["4.0", "2019"]),
        ("US$1,220 and 12.5", ["1,220", "12.5"]),
        ("`3.11` or `0`", ["3.11", "0"]),
        ("```bash\ncheck --rate 1300\n```", ["1300"]),
    ],
)
def test_typed_numbers_count_where_no_language_writes_them_as_words(text, numbers):
    (section,) = sections(text)
    assert [(kind, number) for kind, number, _ in said(section.block)] == [("typed number", n) for n in numbers]


def test_a_links_address_may_name_its_language():
    ko, en = (said(sections(f"[x](https://example.org/by/4.0/deed.{code})\n")[0].block) for code in ("ko", "en"))
    assert ko == en
    assert said(sections("[x](https://example.org/keen)\n")[0].block)[0][1] == "https://example.org/keen"


def test_options_that_are_not_yaml_are_told_with_their_line():
    with pytest.raises(ProblemError) as raised:
        sections("(a)=\n# A\n\n```{code-cell} python\n---\ntags: [x\nname: y\n---\n```\n")
    (problem,) = raised.value.problems
    assert (problem.code, problem.file) == ("parity.options", "chapter.md")
    assert problem.line in (6, 7)


def test_the_extensions_of_myst_are_those_of_the_book():
    configured = yaml.safe_load(REAL.config.read_text("utf-8"))["parse"]["myst_enable_extensions"]
    assert set(configured) == myst.EXTENSIONS


PROSE = '성장률은 {eval}`say("a")` 수준이며, 두 값을 **함께** 본다 {cite:p}`kim2022`. See {ref}`market` for the rest.'


@given(st.integers(10, 200), st.sampled_from(["", "- ", "> ", "1. "]))
def test_wrapping_lines_anew_is_no_change(width, prefix):
    indent = " " * len(prefix)
    wrapped = textwrap.fill(
        PROSE, width, initial_indent=prefix, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )
    assert digest(wrapped) == digest(prefix + PROSE)


@given(st.integers(0, len(PROSE.split()) - 1))
def test_every_word_counts_as_a_change(at):
    words = PROSE.split()
    assert digest(" ".join([*words[:at], *words[at + 1 :]])) != digest(PROSE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("text\n", "text   \n\n\n"),
        ("| a | b |\n|---|---|\n| c | d |\n", "| a   | b |\n| --- | --- |\n| c   | d |\n"),
        ("- a\n- b\n", "* a\n\n* b\n"),
        ("text\n", "text\n\n<!-- to do -->\n"),
    ],
)
def test_layout_and_comments_are_no_change(before, after):
    assert digest(before) == digest(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- a\n- b\n", "1. a\n2. b\n"),
        ("text\n", "> text\n"),
        ("```{code-cell} python\nif x:\n    y\n```\n", "```{code-cell} python\nif x:\n        y\n```\n"),
        (":::{admonition} A\n:class: a\n:::\n", ":::{admonition} A\n:class: b\n:::\n"),
        (":::{admonition} A\n:::\n", ":::{admonition} B\n:::\n"),
        ("```bash\nmake\n```\n", "```bash\nmake site\n```\n"),
        ("<div>1</div>\n", "<div>2</div>\n"),
        ("<b>1</b>\n", "<b>2</b>\n"),
        ("[a](b.html)\n", "[a](c.html)\n"),
    ],
)
def test_what_a_reader_could_notice_is_a_change(before, after):
    assert digest(before) != digest(after)
