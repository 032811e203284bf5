"""A table of the data as a reader sees it: the reader's language, numbers said, sources cited, dates written out."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from factbook.chapter import Book
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.phrasing import tables
from factbook.problems import ProblemError
from tiny_book import REAL

SHOWN = sorted({key.split(".")[1] for key in catalogue.of("en").strings if key.startswith("table.")})


def test_a_table_shows_the_columns_of_the_catalogue_in_the_readers_language(tiny):
    ko, en = (Book(language, tiny.layout.package).table("targets") for language in LANGUAGES)
    assert ko.headings == tuple(catalogue.of("ko").under("table.targets").values())
    assert ko.rows[1] == ("2", "프로세스", "일의 흐름", "{cite:p}`kim2022,lee2023`")
    assert en.rows[1][1:3] == ("Process", "The flow of work")


def test_a_number_in_a_text_is_said_and_marked(tiny):
    meaning = Book("en", tiny.layout.package).table("targets").rows[0][2]
    assert meaning.startswith("One of <a ")
    assert 'data-fact="papers">55 papers</data>' in meaning


def test_a_table_is_myst_with_a_caption_and_a_label(tiny):
    table = Book("en", tiny.layout.package).table("targets")
    text = table.captioned("Targets", "table-targets")._repr_markdown_()
    assert text.startswith(":::{table} Targets\n:name: table-targets\n:class: data-table from-targets\n\n| Order |")
    assert table._repr_markdown_().count("\n") == 3, "headings, rule and two rows"
    assert repr(table) == "targets: 2 × 4"


def test_a_bar_in_a_cell_does_not_end_the_cell(tiny):
    tiny.replace("data/targets.csv", "The flow of work", "One | two")
    table = Book("en", tiny.layout.package).table("targets")
    assert "| One &#124; two |" in table._repr_markdown_()


@pytest.mark.parametrize(
    ("iso", "ko", "en"),
    [
        ("2022", "2022년", "2022"),
        ("2022-09", "2022년 9월", "September 2022"),
        ("2022-09-05", "2022년 9월 5일", "5 September 2022"),
    ],
)
def test_a_date_is_written_as_its_language_writes_it(iso, ko, en):
    assert (tables.date(iso, "ko").text, tables.date(iso, "en").text) == (ko, en)
    assert tables.date(iso, "ko").html == f'<time datetime="{iso}">{ko}</time>'


@pytest.mark.parametrize("name", SHOWN)
def test_a_shown_table_has_a_cell_a_heading_and_the_same_rows_in_both_languages(name):
    ko, en = (Book(language, REAL.package).table(name) for language in LANGUAGES)
    assert len(ko.rows) == len(en.rows) == len(REAL.package.rows(name))
    assert {len(row) for row in (*ko.rows, *en.rows)} == {len(ko.headings)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_the_data_means_something_else_in_markdown(language):
    """Texts go into tables as MyST: a star or an underscore in one would vanish."""
    inline = MarkdownIt("commonmark")
    for table in REAL.package.files:
        for row in REAL.package.rows(table):
            for column, text in row.cells.items():
                if not column.endswith(f"_{language}") or not text:
                    continue
                (paragraph,) = [token for token in inline.parse(text) if token.type == "inline"]
                kinds = {token.type for token in paragraph.children}
                assert kinds == {"text"}, f"{row.file}:{row.line} {column}: {text}"


def test_a_table_that_is_not_declared_or_has_no_headings_is_refused(tiny):
    book = Book("ko", tiny.layout.package)
    with pytest.raises(ProblemError, match=r"\[table.facts\]"):
        book.table("facts")
    with pytest.raises(ProblemError):
        book.table("no-such-table")


def test_a_frame_has_the_rows_of_its_table(tiny):
    frame = Book("ko", tiny.layout.package).frame("targets")
    assert list(frame["key"]) == ["device", "process"]
    assert list(frame.columns) == list(tiny.layout.package.columns("targets"))
