"""A built page becomes a document: what says something is there, once; what leads, hides or is operated is not."""

from __future__ import annotations

import pytest

from factbook.export import document
from factbook.export.model import (
    Box,
    Cell,
    Document,
    Figure,
    Heading,
    Items,
    Listing,
    Paragraph,
    Reference,
    Run,
    Table,
    runs_in,
    text_of,
    walk,
)
from small_page import FOLDER, PAGE


@pytest.fixture
def read() -> Document:
    return document.read(PAGE, "market", "en", FOLDER)


def of(found: Document, kind: type) -> list:
    return [block for block in walk(found.blocks) if isinstance(block, kind)]


def test_a_heading_has_its_permanent_address(read: Document):
    assert of(read, Heading) == [Heading(1, (Run("Market"),), "market-market", f"{FOLDER}market.html#market")]


def test_a_number_keeps_its_fact_its_value_and_the_link_to_its_row(read: Document):
    link = {"href": f"{FOLDER}numbers.html#size", "target": "numbers-size"}
    number = Run("USD 0.6 billion", fact="size", value="600000000", **link)
    assert [run for run in runs_in(read.blocks) if run.fact] == [number, number]


def test_blanks_are_folded_and_styles_are_told_apart(read: Document):
    paragraph = of(read, Paragraph)[0]
    assert text_of(paragraph.runs) == "It is worth USD 0.6 billion in all (A), see Table 1."
    assert Run("worth", strong=True) in paragraph.runs


def test_code_of_hidden_cells_controls_and_notes_of_sources_are_dropped(read: Document):
    assert of(read, Listing) == [Listing("type_me()")]
    text = text_of(runs_in(read.blocks))
    assert not any(word in text for word in ("secret", "#", "Download", "Data", "(2022)"))


def test_a_table_has_head_caption_and_cells(read: Document):
    table = of(read, Table)[0]
    assert text_of(table.caption) == "Table 1 Sizes"
    assert table.head == ((Cell((Run("Year"),), True), Cell((Run("Size"),), True)),)
    assert text_of(table.body[0][1].runs) == "USD 0.6 billion read"
    assert table.body[0][0].anchor == "market-row"


def test_a_figure_has_its_picture_as_written_its_words_and_its_data(read: Document):
    figure = of(read, Figure)[0]
    assert (figure.alternative, text_of(figure.caption), text_of(figure.legend)) == (
        "A line.",
        "Fig. 1 A line",
        "Source: us.",
    )
    assert "<linearGradient/>" in figure.svg
    assert figure.data.body == ((Cell((Run("1"),)),),)


def test_boxes_and_lists_hold_blocks(read: Document):
    assert of(read, Box) == [Box("report-says", (Run("Says"),), (Paragraph((Run("Little."),)),))]
    deep = Items(True, ((Paragraph((Run("Deep"),)),),))
    assert of(read, Items)[0] == Items(False, ((Paragraph((Run("One"),)), deep), (Paragraph((Run("Two"),)),)))


def test_sources_are_listed_once_by_the_words_of_the_page(read: Document):
    assert read.references == (Reference("references-source-a", "A (2022). T. https://a.org/x", "https://a.org/x"),)


def test_notes_around_the_text_are_kept(read: Document):
    assert read.notes == ("Up to 26 November.",)


def test_what_is_no_chapter_is_refused():
    with pytest.raises(document.NotAPageError, match="no article"):
        document.read("<p>Search</p>", "search", "en", FOLDER)
