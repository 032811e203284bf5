"""What stands in sentences is what the kernel answers there: after the code cell before, and not after the next.

Chapters are built without the check of their sources, which refuses most of the code that is told apart here.
"""

from __future__ import annotations

import lxml.html
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from factbook.build.making import build_language, build_languages
from factbook.interface.catalogue import LANGUAGES
from factbook.notebook.export import expressions_after
from factbook.problems import Problem
from tiny_book import TinyBook

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


def in_both(book: TinyBook, text: str) -> dict[str, int]:
    """The line at which each language's chapter has the text from then on."""
    return {language: book.append(f"book/{language}/market.md", text) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_a_later_cell_gives_anew_is_said_as_it_is_in_each_place(begun, language):
    in_both(begun, CELL.format(word="alder", before="A") + CELL.format(word="birch", before="B"))
    built = build_language(begun.layout, language, print)
    assert built.problems == ()
    text = lxml.html.parse(built.folder / "market.html").getroot().text_content()
    assert "A ‘ALDER’." in text
    assert "B ‘BIRCH’." in text


#: What has no answer, and what is told of it.
UNANSWERED = {
    '{eval}`say("no-such")`': "no number has the id «no-such»",
    "{eval}`say`": "not valid",
    "{eval}`dict().clear()`": "does not return any outputs",
}


@pytest.fixture(scope="module")
def unanswered(built) -> tuple[dict[str, dict[str, int]], list[Problem]]:
    """The lines at which a book asks what has no answer, and what its languages are told."""
    book = built.book.twin()
    lines = {said: in_both(book, f"\nHere {said} stands.") for said in UNANSWERED}
    return lines, [problem for one in build_languages(book.layout, lambda _: None) for problem in one.problems]


@pytest.mark.parametrize(("said", "told"), UNANSWERED.items())
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_no_answer_is_told_with_its_place(unanswered, language, said, told):
    lines, problems = unanswered
    place = (f"book/{language}/market.md", lines[said][language])
    (problem,) = (one for one in problems if (one.file, one.line) == place)
    assert problem.code == "book.mystnb.eval"
    assert told in str(problem)


def test_what_has_no_answer_is_all_that_is_told(unanswered):
    lines, problems = unanswered
    assert len(problems) == len(lines) * len(LANGUAGES)
