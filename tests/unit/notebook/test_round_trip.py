"""A chapter saved from a notebook: what nobody edited has the same bytes, and what another tool wrote is taken out."""

from __future__ import annotations

import re
from pathlib import Path

import jupytext
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.chapter import Book
from factbook.notebook import round_trip
from factbook.notebook.round_trip import Cell
from factbook.notebook.round_trip.saving import SUPPOSING
from tiny_book import REAL

CHAPTERS = sorted(REAL.root.glob("book/[ek][no]/*.md"))
EVERY = pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
HEADER = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  name: python3
  display_name: Python 3
---
"""
CHAPTER = f"""{HEADER}
(market)=
# Market

```{{code-cell}} python
:tags: [remove-input]
book = open_book("en")
```

The market was {{eval}}`say("market-2019")`.

```{{code-cell}} python
---
tags: [hide-input]
mystnb:
  figure:
    name: fig-market
    caption: |
      The market.

      Source: {{cite:p}}`report`.
---
chart("market")
```

It grows.
"""
PIECES = st.sampled_from(
    [
        "", " ", "\t", "---", "+++", '+++ {"tags": ["a"]}', "+++ {broken", '+++ {"user_expressions": []}', "# Heading",
        "```{code-cell} python", "```{code-cell} ipython3", "````{raw-cell}", "~~~{code-cell}", "```", "````", "~~~",
        "```python", ":tags: [hide-input]", ":tags: [", "tags: [a]", "caption: |", "  text", "  ```{code-cell}",
        "- item",        "print(1)", "문장 {eval}`say('x')`", "a\x0cb", "a\u2028b", "a\x85b",
        ":::{note}", ":::", "kernelspec: {name: x}",
    ]
)  # fmt: skip
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n", "\n", "\n\n", "\r\n", "\r", ""])), max_size=16).map(
    lambda lines: "".join(piece + end for piece, end in lines)
)


def cells(text: str) -> list[Cell]:
    """The cells of a chapter as a notebook opens them."""
    return [segment.cell for segment in round_trip.read(text).segments]


def edited(text: str, old: str, new: str) -> list[Cell]:
    """The cells of a chapter with ``old`` replaced in the one that has it."""
    opened = cells(text)
    assert sum(old in cell.source for cell in opened) == 1
    return [Cell(cell.kind, cell.source.replace(old, new), cell.metadata) for cell in opened]


def run(cell: Cell) -> Cell:
    """A cell as JupyterLab sends it after a run: with values, and with how it was shown."""
    noted = {
        "trusted": True,
        "editable": True,
        "scrolled": True,
        "collapsed": False,
        "jupyter": {"outputs_hidden": True},
        "execution": {"iopub.execute_input": "2026-01-01T00:00:00Z"},
        "user_expressions": [{"expression": "say('x')", "result": {"data": {"text/plain": "KRW 810 billion"}}}],
    }
    return Cell(cell.kind, cell.source, {**cell.metadata, **noted})


def by_jupytext(text: str) -> str:
    """A chapter that was run and saved in JupyterLab with Jupytext and jupyterlab-myst alone."""
    notebook = jupytext.reads(text, fmt="md:myst")
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    notebook.metadata["language_info"] = {"name": "python", "pygments_lexer": "ipython3", "version": "3.12.3"}
    for cell in notebook.cells:
        said = re.findall(r"\{eval\}`([^`]+)`", cell.source) if cell.cell_type == "markdown" else []
        if said:
            value = {"status": "ok", "data": {"text/plain": "KRW 810 billion"}, "metadata": {}}
            cell.metadata["user_expressions"] = [{"expression": name, "result": value} for name in said]
    return jupytext.writes(notebook, fmt="md:myst")


# Opened and saved


@given(TEXTS | st.text())
def test_any_text_is_the_joined_pieces_that_it_is_cut_into(text: str):
    assert round_trip.read(text).text == text


@given(TEXTS | st.text())
def test_any_text_saved_with_the_cells_that_it_has_is_the_same_text(text: str):
    assert round_trip.saved(text, [run(cell) for cell in cells(text)]) == text


@given(TEXTS, st.text("ab:-`+#\n ", min_size=1, max_size=12))
def test_an_edited_code_cell_is_read_as_what_was_written(text: str, source: str):
    chapter = f"# T\n\n```{{code-cell}} python\n:tags: [x]\nbefore()\n```\n\n{text}"
    opened = cells(chapter)
    changed = [opened[0], Cell("code", source + "x", opened[1].metadata), *opened[2:]]
    assert cells(round_trip.saved(chapter, changed))[1] == changed[1]


@EVERY
def test_a_chapter_opens_with_the_cells_that_jupytext_gives_it(path: Path):
    text = path.read_bytes().decode()
    expected = [(cell.cell_type, cell.source, cell.metadata) for cell in jupytext.reads(text, fmt="md:myst").cells]
    assert [(cell.kind, cell.source, cell.metadata) for cell in cells(text)] == expected


@EVERY
def test_a_chapter_that_was_run_is_saved_as_it_was(path: Path):
    text = path.read_bytes().decode()
    assert round_trip.saved(text, [run(cell) for cell in cells(text)]) == text


@EVERY
def test_an_edited_cell_changes_nothing_around_it(path: Path):
    text = path.read_bytes().decode()
    opened = cells(text)
    place = len(round_trip.read(text).header)
    for number, segment in enumerate(round_trip.read(text).segments):
        start = place + len(segment.before)
        place = start + len(segment.text)
        if any(name in segment.cell.source for name in SUPPOSING):
            continue
        seen = Cell(segment.cell.kind, segment.cell.source + " # seen", segment.cell.metadata)
        changed = [*opened[:number], seen, *opened[number + 1 :]]
        after = round_trip.saved(text, changed)
        assert after.startswith(text[:start])
        assert after.endswith(text[place:])
        assert len(after) == len(text) + len(" # seen")


# Edited


def test_an_edited_sentence_is_all_that_changes():
    after = round_trip.saved(CHAPTER, edited(CHAPTER, "It grows.", "It shrinks."))
    assert after == CHAPTER.replace("It grows.", "It shrinks.")


def test_an_edited_code_cell_keeps_its_fence_and_the_spelling_of_its_options():
    after = round_trip.saved(CHAPTER, edited(CHAPTER, 'chart("market")', 'chart("growth")\nprint(1)'))
    assert after == CHAPTER.replace('chart("market")', 'chart("growth")\nprint(1)')


def test_a_new_cell_is_written_as_the_chapter_writes_its_own():
    opened = cells(CHAPTER)
    after = round_trip.saved(
        CHAPTER, [*opened, Cell("code", "table('x')", {"tags": ["hide-input"]}), Cell("code", "1")]
    )
    new = "\n```{code-cell} python\n---\ntags: [hide-input]\n---\ntable('x')\n```\n\n```{code-cell} python\n1\n```\n"
    assert after == CHAPTER + new


def test_a_paragraph_that_was_split_stays_split():
    opened = cells(CHAPTER)
    after = round_trip.saved(CHAPTER, [*opened[:-1], Cell("markdown", "It"), Cell("markdown", "grows.")])
    assert after == CHAPTER.replace("It grows.", "It\n\n+++\n\ngrows.")


def test_a_cell_that_was_deleted_is_gone_and_so_is_the_gap_before_it():
    opened = cells(CHAPTER)
    after = round_trip.saved(CHAPTER, [opened[0], *opened[2:]])
    assert [cell.source for cell in cells(after)] == [cell.source for cell in [opened[0], *opened[2:]]]
    assert "\n\n\n" not in after and "open_book" not in after


def test_the_empty_cell_that_jupyterlab_adds_at_the_end_is_not_written():
    assert round_trip.saved(CHAPTER, [*cells(CHAPTER), Cell("code", "")]) == CHAPTER


def test_a_changed_tag_is_written_and_the_caption_stays_spelled_as_it_was():
    opened = cells(CHAPTER)
    figure = next(number for number, cell in enumerate(opened) if "mystnb" in cell.metadata)
    tagged = Cell("code", opened[figure].source, {**opened[figure].metadata, "tags": ["seen"]})
    changed = [*opened[:figure], tagged, *opened[figure + 1 :]]
    assert round_trip.saved(CHAPTER, changed) == CHAPTER.replace("tags: [hide-input]", "tags: [seen]")


def test_an_edit_takes_the_ends_of_lines_that_the_chapter_has():
    windows = CHAPTER.replace("\n", "\r\n")
    after = round_trip.saved(windows, edited(windows, "It grows.", "It\nshrinks."))
    assert after == windows.replace("It grows.", "It\r\nshrinks.")


def test_a_fence_in_the_code_does_not_close_the_cell():
    wanted = edited(CHAPTER, 'chart("market")', 'chart("market")\n"""\n```\n"""')
    assert cells(round_trip.saved(CHAPTER, wanted)) == wanted


# Supposed


@pytest.mark.parametrize(
    "what_if", ["book.at_rate(1350)", 'b = book.with_fact("papers", 3)', "rate = book.at_rate\nrate(1)"]
)
def test_a_what_if_is_not_saved_wherever_it_stands(what_if: str):
    opened = cells(CHAPTER)
    for place in range(len(opened) + 1):
        assert round_trip.saved(CHAPTER, [*opened[:place], Cell("code", what_if), *opened[place:]]) == CHAPTER


def test_a_what_if_added_to_a_cell_leaves_the_cell_as_the_chapter_has_it():
    supposed = edited(CHAPTER, 'open_book("en")', 'open_book("en")\nbook.at_rate(1350)')
    assert round_trip.saved(CHAPTER, supposed) == CHAPTER


def test_an_example_of_a_what_if_stays_as_its_author_wrote_it():
    chapter = CHAPTER.replace('chart("market")', "book.at_rate(1350)")
    assert round_trip.saved(chapter, edited(chapter, "1350", "1400")) == chapter
    assert round_trip.saved(chapter, cells(chapter)) == chapter


def test_every_way_to_suppose_is_one_of_the_book():
    assert all(hasattr(Book, name) for name in SUPPOSING)


# Rewritten by another tool


@EVERY
def test_a_chapter_that_jupytext_rewrote_is_mended_to_the_byte(path: Path):
    text = path.read_bytes().decode()
    rewritten = by_jupytext(text)
    assert rewritten != text
    assert round_trip.mend(rewritten).text == text


@EVERY
def test_nothing_is_found_in_a_chapter_as_its_authors_wrote_it(path: Path):
    mended = round_trip.mend(path.read_bytes().decode())
    assert (mended.text, mended.marks) == (path.read_bytes().decode(), ())


@given(TEXTS)
def test_what_is_mended_needs_no_mending(text: str):
    mended = round_trip.mend(text)
    assert mended.marks or mended.text == text
    assert round_trip.mend(mended.text).text == mended.text


def test_edits_made_since_are_kept():
    rewritten = by_jupytext(CHAPTER).replace("It grows.", "It shrinks.")
    assert round_trip.mend(rewritten).text == CHAPTER.replace("It grows.", "It shrinks.")


def test_each_mark_names_its_line_and_its_tool():
    rewritten = by_jupytext(CHAPTER)
    lines = rewritten.splitlines()
    marks = round_trip.mend(rewritten).marks
    at = {lines[mark.line - 1].split(":")[0].strip(): mark.tool for mark in marks}
    assert at == {
        "format_version": "jupytext",
        "jupytext_version": "jupytext",
        "language": "jupytext",
        "display_name": "jupytext",
        "```{code-cell} ipython3": "jupytext",
        '+++ {"user_expressions"': "jupyterlab-myst",
        "caption": "jupytext",
    }


def test_a_value_is_named_with_the_expression_that_it_was_of():
    (mark,) = (mark for mark in round_trip.mend(by_jupytext(CHAPTER)).marks if mark.value)
    assert mark.found == 'the value of a run is stored: say("market-2019") was «KRW 810 billion»'


def test_other_notes_of_a_cell_stay_beside_the_values_that_go():
    text = '# A\n\n+++ {"tags": ["a"], "user_expressions": []}\n\nB\n'
    assert round_trip.mend(text).text == '# A\n\n+++ {"tags": ["a"]}\n\nB\n'
    assert round_trip.mend('# A\n\n+++ {"user_expressions": []}\n\nB\n').text == "# A\n\n+++\n\nB\n"


def test_an_example_in_a_fence_is_no_mark():
    text = '# A\n\n```text\n+++ {"user_expressions": []}\n\n```{code-cell} ipython3\n```\n'
    assert round_trip.mend(text).marks == ()


def test_values_are_told_apart_from_what_is_only_spelled_otherwise():
    values, rewritten = round_trip.problems(by_jupytext(CHAPTER), "book/en/market.md")
    assert (values.code, rewritten.code) == ("chapter.values", "chapter.rewritten")
    assert "jupyterlab-myst wrote" in values.found and "jupytext wrote" in rewritten.found
    assert all("factbook tidy book/en/market.md" in problem.advice for problem in (values, rewritten))
