"""What stands in sentences is what the kernel answers there: after the code cell before, and not after the next."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from tiny_book import TinyBook

from factbook.catalogue import LANGUAGES
from factbook.notebook import expressions_after

CELL = """
```{{code-cell}} python
:tags: [remove-input]
word = "{word}".upper
```

{before} {{eval}}`word()`.
"""
FIGURE = {"mystnb": {"figure": {"caption": "Of {eval}`say('c')`."}}}


def cells() -> list[NotebookNode]:
    return [
        new_markdown_cell("Before: {eval}`say('a')`."),
        new_code_cell("1", metadata=FIGURE),
        new_markdown_cell("After: {eval}`say('d')` and {eval}`say('e')`."),
        new_markdown_cell("And {eval}`say('d')`."),
        new_code_cell("2"),
        new_markdown_cell("Last: {eval}`say('f')`."),
    ]


@pytest.mark.parametrize(
    ("executed", "found"),
    [(-1, []), (1, ["say('c')", "say('d')", "say('e')", "say('d')"]), (4, ["say('f')"])],
)
def test_what_stands_between_a_code_cell_and_the_next_is_asked_together(executed, found):
    assert expressions_after(cells(), executed) == found


@pytest.fixture
def tiny(tmp_path: Path) -> TinyBook:
    return TinyBook.copied_to(tmp_path / "tiny")


def in_both(tiny: TinyBook, text: str) -> None:
    for language in LANGUAGES:
        tiny.append(f"book/{language}/market.md", text)


def test_a_name_that_a_later_cell_gives_anew_is_said_as_it_is_in_each_place(tiny, tmp_path):
    in_both(tiny, CELL.format(word="alder", before="A") + CELL.format(word="birch", before="B"))
    outcome = tiny.build(tmp_path / "site")
    assert outcome.status == 0, outcome.complained
    for language in LANGUAGES:
        text = lxml.html.parse(tmp_path / "site" / language / "market.html").getroot().text_content()
        assert "A ‘ALDER’." in text
        assert "B ‘BIRCH’." in text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('{eval}`say("no-such")`', "no number has the id «no-such»"),
        ("{eval}`say`", "not valid"),
        ("{eval}`dict().clear()`", "does not return any outputs"),
    ],
)
def test_what_has_no_answer_is_told_with_its_place(tiny, tmp_path, said, told):
    in_both(tiny, f"Here {said} stands.")
    outcome = tiny.build(tmp_path / "site")
    assert outcome.status == 1
    for language in LANGUAGES:
        problem = outcome.problem("book.mystnb.eval", f"book/{language}/market.md")
        assert told in problem
