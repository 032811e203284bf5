"""A table is read as it is declared, or its fault is named: file, line, what was found, what was expected."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from factbook.data import package
from factbook.data.package import FOLDER_VARIABLE, Package, decode, find
from factbook.problems import Problem, ProblemError
from tiny_book import REAL, TinyBook

FACTS = "data/facts.csv"


def fault(tiny: TinyBook, table: str = "facts") -> Problem:
    with pytest.raises(ProblemError) as caught:
        tiny.layout.package.rows(table)
    (problem,) = caught.value.problems
    assert tiny.problems() == [problem], "the check of the data says the same, and nothing beside it"
    return problem


def test_rows_know_their_cells_and_their_line(tiny):
    row = tiny.layout.package.rows("facts")[2]
    assert (row["id"], row["as_printed"], row.file, row.line) == ("market-2025", "USD 2.4 billion", FACTS, 4)


def test_the_line_of_a_row_after_a_cell_of_two_lines_is_the_one_in_the_file(tiny):
    tiny.replace(FACTS, "Annual growth, 2019–2025", "Annual growth,\n2019–2025")
    rows = tiny.layout.package.rows("facts")
    assert rows[4]["id"] == "rate"
    assert rows[4].line == tiny.line_of(FACTS, "rate,1250")


def test_a_missing_column_is_named(tiny):
    tiny.replace(FACTS, "source,locator,pair", "source,pair")
    problem = fault(tiny)
    assert (problem.file, problem.line, problem.code) == (FACTS, 1, "data.columns")
    assert problem.found == "the column «locator» is missing"
    assert problem.expected.startswith("the columns id, value, unit")


def test_an_extra_column_is_named(tiny):
    tiny.replace(FACTS, "label_ko,label_en", "colour,label_ko,label_en")
    assert fault(tiny).found == "the column «colour» is not declared"


def test_a_renamed_column_is_both_missing_and_extra(tiny):
    tiny.replace(FACTS, "as_printed", "as_prnted")
    assert fault(tiny).found == "the column «as_printed» is missing; the column «as_prnted» is not declared"


def test_columns_in_another_order_are_told(tiny):
    tiny.replace(FACTS, "id,value,unit", "id,unit,value")
    assert fault(tiny).found == "the columns stand in another order"


@pytest.mark.parametrize(("line", "cells"), [("one-cell-too-many,1" + "," * 15, 17), ("too-few,1,USD", 3), ("", 0)])
def test_a_line_with_another_number_of_cells_is_told_with_its_line(tiny, line, cells):
    number = len((tiny.root / FACTS).read_text("utf-8").splitlines()) + 1
    with (tiny.root / FACTS).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    problem = fault(tiny)
    assert (problem.code, problem.line, problem.found) == ("data.cells", number, f"{cells} cells")
    assert problem.expected == "16 cells, one a column"
    assert "double quotes" in problem.advice


def test_empty_rows_of_a_spreadsheet_are_told_as_such_each_with_its_line(tiny):
    first = tiny.append(FACTS, "," * 15)
    tiny.append(FACTS, " ," * 15)
    assert [(one.code, one.file, one.line, one.found) for one in tiny.problems()] == [
        ("data.empty-row", FACTS, first, "an empty row"), ("data.empty-row", FACTS, first + 1, "an empty row")
    ]  # fmt: skip
    assert "delete the line" in tiny.problems()[0].advice


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


UNWANTED = [
    ("6억 달러", nfd("6억 달러"), "as_printed", "U+110B HANGUL CHOSEONG IEUNG in «", "decomposed letters (NFD)"),
    ("6억 달러", "６억 달러", "as_printed", "U+FF16 FULLWIDTH DIGIT SIX in «６억 달러»", "a full-width form of «6»"),
    ("6억 달러", "6억\u00a0달러", "as_printed", "U+00A0 NO-BREAK SPACE in «", "a character that is not seen"),
    ("papers-citing,42", "papers-citing,4\u200b2", "value", "U+200B ZERO WIDTH SPACE in «", "not seen"),
    ("42,paper,", "42,paper\u3000,", "unit", "U+3000 IDEOGRAPHIC SPACE in «", "a full-width form of « »"),
    ("42,paper,", "42,paper\x07,", "unit", "U+0007 (a control character) in «", "not seen"),
    (',"시장 규모, 2019년', nfd(',"시장 규모, 2019년'), "label_ko", "U+1109 HANGUL CHOSEONG SIOS in «", "(NFD)"),
]


@pytest.mark.parametrize(("old", "new", "column", "letter", "why"), UNWANTED)
def test_a_character_that_looks_like_another_is_told_by_its_code_point_and_name(tiny, old, new, column, letter, why):
    line = tiny.line_of(FACTS, old)
    tiny.replace(FACTS, old, new)
    problem = tiny.the_problem("data.character")
    assert (problem.file, problem.line, problem.column) == (FACTS, line, column)
    assert letter in problem.found
    assert why in problem.found
    assert "NFC" in problem.expected


def test_a_quote_that_does_not_close_is_told(tiny):
    tiny.append(FACTS, '"open,1,')
    problem = fault(tiny)
    assert problem.code == "data.csv"
    assert problem.line >= 11


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8-sig", "byte-order mark: it seems to be Excel's «CSV UTF-8» (UTF-8 with BOM)"),
        ("cp949", "line 2 is not UTF-8: the file seems to be CP949 (Korean Excel)"),
        ("utf-16", "is not UTF-8: the file seems to be UTF-16 (Excel «Unicode text»)"),
    ],
)
def test_a_file_in_another_encoding_is_named_with_the_encoding_it_seems_to_be(tiny, encoding, said):
    path = tiny.root / FACTS
    path.write_bytes(path.read_text("utf-8").encode(encoding, errors="replace"))
    problem = fault(tiny)
    assert (problem.code, problem.file) == ("data.encoding", FACTS)
    assert said in problem.found
    assert problem.expected == "UTF-8 without a byte-order mark"
    assert "save it as UTF-8 without BOM" in problem.advice


def test_bytes_of_no_encoding_are_told_without_a_guess(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes(b"a\n\xff\xff\xff")
    with pytest.raises(ProblemError, match="line 2 is not UTF-8, nor any encoding that Korean programs use"):
        decode(path, "x.csv")


def test_a_declared_table_whose_file_is_missing_is_named(tiny):
    (tiny.root / "data/targets.csv").unlink()
    problem = fault(tiny, "targets")
    assert (problem.code, problem.file) == ("data.file", "data/targets.csv")
    assert "No such file" in problem.found


def test_a_table_that_is_not_declared_cannot_be_read(tiny):
    with pytest.raises(ProblemError, match="no table «plyers» is declared") as caught:
        tiny.layout.package.rows("plyers")
    assert "facts" in caught.value.problems[0].expected


@pytest.mark.parametrize(
    "change",
    [
        lambda it: it.pop("resources"),
        lambda it: it.update(resources={"facts": 1}),
        lambda it: it["resources"][0].pop("name"),
        lambda it: it["resources"][0].pop("path"),
        lambda it: it["resources"][0].pop("schema"),
        lambda it: it["resources"][0]["schema"]["fields"][0].pop("name"),
        lambda it: it["resources"][0].update(path=["units.csv"]),
    ],
)
def test_a_descriptor_that_does_not_name_its_tables_is_told(tiny, change):
    tiny.declared(change)
    problem = tiny.the_problem("data.descriptor")
    assert problem.file == "data/datapackage.json"
    assert "resources" in problem.expected


@pytest.mark.parametrize("text", ["{", "[]", "3", "\xff"])
def test_a_descriptor_that_is_no_object_is_told(tiny, text):
    (tiny.root / "data/datapackage.json").write_bytes(text.encode("latin-1"))
    assert tiny.the_problem("data.descriptor").file == "data/datapackage.json"


def test_the_data_is_found_from_a_folder_below_the_book(tiny, monkeypatch):
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    assert find(tiny.root / "book" / "ko").folder == (tiny.root / "data").resolve()


def test_the_variable_points_a_chapter_that_runs_elsewhere_at_its_data(tiny, monkeypatch, tmp_path):
    monkeypatch.setenv(FOLDER_VARIABLE, str(tiny.root / "data"))
    assert find(tmp_path) == Package(tiny.root / "data")


def test_far_from_any_data_the_installed_tables_are_found(monkeypatch, tmp_path):
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    assert find(tmp_path) == REAL.package


def test_where_no_data_is_found_the_place_and_the_remedy_are_told(monkeypatch, tmp_path):
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    monkeypatch.setattr(package, "_installed", lambda: None)
    with pytest.raises(ProblemError, match=r"no folder data/ with a datapackage.json stands here or above") as caught:
        find(tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert FOLDER_VARIABLE in caught.value.problems[0].advice


def test_every_declared_file_of_the_real_package_lies_in_its_folder():
    for path in REAL.package.files.values():
        assert path.parent == REAL.package.folder
        assert path == Path(path).resolve()
