"""What stands in sentences is what the kernel answers there: after the code cell before, and not after the next.

Chapters are built without the check of their sources, which refuses most of the code that is told apart here.
"""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from tiny_book import TinyBook

from factbook.build.making import build_language
from factbook.interface.catalogue import LANGUAGES
from factbook.notebook.export import expressions_after

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
    book = TinyBook.copied_to(tmp_path / "tiny")
    book.layout.work.mkdir(parents=True)
    return book


def in_both(tiny: TinyBook, text: str) -> None:
    for language in LANGUAGES:
        tiny.append(f"book/{language}/market.md", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_a_later_cell_gives_anew_is_said_as_it_is_in_each_place(tiny, language):
    in_both(tiny, CELL.format(word="alder", before="A") + CELL.format(word="birch", before="B"))
    built = build_language(tiny.layout, language, print)
    assert built.problems == ()
    text = lxml.html.parse(built.folder / "market.html").getroot().text_content()
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
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_no_answer_is_told_with_its_place(tiny, language, said, told):
    in_both(tiny, f"Here {said} stands.")
    (problem,) = build_language(tiny.layout, language, print).problems
    assert (problem.code, problem.file) == ("book.mystnb.eval", f"book/{language}/market.md")
    assert told in str(problem)
