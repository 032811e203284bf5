"""The data as a whole: one list of all that is wrong with it, each place once, and never a traceback."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factbook.checks import validation
from factbook.problems import Problem
from tiny_book import REAL

FACTS, TARGETS = "data/facts.csv", "data/targets.csv"
TABLES = ("units", "facts", "exchange_rates", "formulas", "relations", "targets")


def test_the_tiny_book_has_no_problem(tiny):
    assert tiny.problems() == []


def test_the_real_book_has_no_problem():
    assert validation.check(REAL) == []


def test_a_source_that_the_bibliography_does_not_have_is_told(tiny):
    tiny.replace(FACTS, "paper,42편,ko,,,,other,lee2023", "paper,42편,ko,,,,other,lee2024")
    problem = tiny.the_problem("data.source")
    assert (problem.file, problem.line, problem.column) == (FACTS, 8, "source")
    assert problem.found == "the source «lee2024» is not in book/references.bib"
    assert "keys of book/references.bib" in problem.expected


def test_each_unknown_source_of_a_list_is_told_and_the_known_ones_are_not(tiny):
    tiny.replace(TARGETS, "kim2022 lee2023", "kim2022 lee2023 who2022")
    assert tiny.the_problem("data.source").found == "the source «who2022» is not in book/references.bib"


def test_a_row_without_a_source_is_told(tiny):
    tiny.replace(TARGETS, "The flow of work,kim2022 lee2023", "The flow of work,")
    assert tiny.the_problem("data.source").found == "no source is named"


@pytest.mark.parametrize(
    ("entry", "found"), [("@misc{kim2022, title = {Again}}", "repeated"), ("@misc{open, title", "syntax error")]
)
def test_a_bibliography_that_cannot_be_read_is_told(tiny, entry, found):
    tiny.append("book/references.bib", entry)
    problem = tiny.the_problem("data.bibliography")
    assert problem.file == "book/references.bib"
    assert found in problem.found


def test_a_text_that_stands_in_one_language_only_is_told_in_the_other(tiny):
    tiny.replace(TARGETS, "일의 흐름", "")
    problem = tiny.the_problem("data.one-language")
    assert (problem.file, problem.line, problem.column) == (TARGETS, 3, "meaning_ko")


def test_a_text_column_that_stands_in_one_language_only_is_told(tiny):
    def drop(descriptor: dict) -> None:
        schema = descriptor["resources"][-1]["schema"]
        schema["fields"] = [field for field in schema["fields"] if field["name"] != "name_ko"]

    tiny.declared(drop)
    path = tiny.root / TARGETS
    rows = [row[:2] + row[3:] for row in csv.reader(io.StringIO(path.read_text("utf-8")))]
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    path.write_text(written.getvalue(), "utf-8")
    problem = tiny.the_problem("data.one-language")
    assert (problem.file, problem.line, problem.found) == (TARGETS, 1, "the column «name_ko» is missing")


def test_a_placeholder_that_names_no_number_is_told_in_each_language_with_the_nearest(tiny):
    tiny.replace(TARGETS, "{papers}", "{pappers}")
    problems = tiny.problems()
    assert [(p.code, p.line, p.column) for p in problems] == [
        ("data.unknown-fact", 2, "meaning_ko"),
        ("data.unknown-fact", 2, "meaning_en"),
    ]
    assert problems[0].found == "no number has the id «pappers»"
    assert "did you mean papers" in problems[0].advice


def test_texts_that_name_other_numbers_in_one_language_than_in_the_other_are_told(tiny):
    tiny.replace(TARGETS, "One of {papers}", "One of {papers-citing}")
    problem = tiny.the_problem("data.languages-differ")
    assert (problem.line, problem.column) == (2, "meaning_en")
    assert (problem.found, problem.expected) == (
        "it names the numbers ['papers-citing']",
        "those of the other language: ['papers']",
    )


def test_a_number_named_twice_in_one_language_and_once_in_the_other_is_told(tiny):
    tiny.replace(TARGETS, "One of {papers}", "One of {papers} {papers}")
    assert tiny.the_problem("data.languages-differ").column == "meaning_en"


def test_a_table_that_lies_in_the_folder_undeclared_is_told(tiny):
    (tiny.root / "data/leftover.csv").write_text("a,b\n", "utf-8")
    problem = tiny.the_problem("data.undeclared")
    assert (problem.file, problem.advice) == ("data/leftover.csv", "declare it, or delete it")


def test_a_core_table_that_is_not_declared_is_told(tiny):
    tiny.declared(lambda it: it["resources"].remove(next(r for r in it["resources"] if r["name"] == "relations")))
    assert {(p.code, p.file) for p in tiny.problems()} == {
        ("data.undeclared", "data/datapackage.json"),
        ("data.undeclared", "data/relations.csv"),
    }


def test_a_descriptor_that_is_no_data_package_is_told(tiny):
    tiny.declared(lambda it: it.update(licenses="none"))
    assert tiny.the_problem("data.package").file == "data/datapackage.json"


SCHEMA = [
    (FACTS, "본문,market-2019-krw", "본문,market-2019-kwr", "data.foreign-key", "pair", "market-2019-kwr"),
    (FACTS, "report,kim2022,본문,market", "repart,kim2022,본문,market", "data.constraint-error", "said_by", "repart"),
    (FACTS, "patients,200", "Patients,200", "data.constraint-error", "id", "Patients"),
    (FACTS, "lee2023,text,,검토한 논문", "lee2023,,,검토한 논문", "data.constraint-error", "locator", ""),
    (TARGETS, "process,2,", "process,second,", "data.type-error", "stage", "second"),
    (TARGETS, "process,2,", "device,2,", "data.unique-error", "key", "device"),
    ("data/formulas.csv", "papers-rest-share,", "papers-rest,", "data.unique-error", "id", "papers-rest"),
    ("data/exchange_rates.csv", "2025,1421.3963,", "2019,1421.3963,", "data.duplicate", "id", "krw-per-usd-2019"),
]


@pytest.mark.parametrize(("file", "old", "new", "code", "column", "found"), SCHEMA)
def test_what_the_schema_does_not_allow_is_told_with_its_line_and_column(tiny, file, old, new, code, column, found):
    line = tiny.line_of(file, old)
    tiny.replace(file, old, new)
    at_place = [p for p in tiny.problems() if (p.file, p.line, p.column) == (file, line, column)]
    assert [problem.code for problem in at_place] == [code], "\n".join(map(str, tiny.problems()))
    assert found in at_place[0].found


def test_each_place_is_told_once_though_the_schema_forbids_it_too(tiny):
    tiny.replace(FACTS, "papers-citing,42,", "papers-citing,-42,")
    assert tiny.the_problem("data.negative").line == 8


def test_problems_stand_in_the_order_of_files_and_lines(tiny):
    tiny.replace(TARGETS, "일의 흐름", "")
    tiny.replace(
        FACTS,
        "patients,200,paper,200편 이상,ko,at-least,,,other,lee2023",
        "patients,200,paper,200편 이상,ko,at-least,,,other,x",
    )
    tiny.replace(FACTS, "kim2022,본문,market-2019-krw", "y,본문,market-2019-krw")
    # The first is of another source than its pair, which nobody has.
    assert [(p.file, p.line) for p in tiny.problems()] == [(FACTS, 2), (FACTS, 2), (FACTS, 10), (TARGETS, 3)]


def test_a_problem_says_where_what_was_found_what_was_expected_and_what_to_do():
    problem = Problem("data.number", FACTS, "«x» is not a number", "digits", "mend it", 7, "value")
    assert str(problem) == (
        "data/facts.csv:7, column value: «x» is not a number\n"
        "    expected: digits\n    to mend: mend it\n    [data.number]"
    )


WEIRD = st.sampled_from(
    [
        "",
        " ",
        "x",
        "NaN",
        "-1",
        "0",
        "inf",
        "1e5",
        "１２",
        "²",
        "9" * 40,
        '"',
        "a b",
        "*",
        "{",
        "{x}",
        "2019-13-45",
        "papers papers",
        "market-2025",
        "papers-rest",
        "patients",
        "sum",
        "same",
        "USD",
        "\x00",
        "=1+1",
        "한글",
    ]
) | st.text(max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.sampled_from(TABLES), row=st.integers(0, 9), column=st.integers(0, 15), cell=WEIRD)
def test_whatever_stands_in_a_cell_the_check_ends_in_words(tiny, table, row, column, cell):
    path = tiny.root / "data" / f"{table}.csv"
    good = path.read_text("utf-8")
    rows = list(csv.reader(io.StringIO(good)))
    cells = rows[row % len(rows)]
    cells[column % len(cells)] = cell
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    path.write_text(written.getvalue(), "utf-8", errors="replace", newline="")
    try:
        assert all(str(problem) for problem in tiny.problems())
    finally:
        path.write_text(good, "utf-8")


@pytest.mark.parametrize(
    ("fields", "right"),
    [
        ("author = {{Seoul Daily}}", False),
        ("author = {{Seoul Daily}},\n  author_ko = {{서울일보}}", True),
        ("author = {{서울일보}}", True),
        ("author = {{seoulnotes}}", True),
    ],
)
def test_the_author_of_a_korean_source_has_the_name_that_its_readers_know(tiny, fields, right):
    entry = f"\n@misc{{daily2024,\n  {fields},\n  title = {{글}},\n  langid = {{korean}},\n}}"
    line = tiny.append("book/references.bib", entry)
    problems = list(validation.named(tiny.layout))
    assert [(one.code, one.line) for one in problems] == ([] if right else [("data.author-letters", line)])
    assert all("add author_ko" in one.advice for one in problems)
