"""A row of the data that has changed, come or gone since it was compared with its source is told."""

from __future__ import annotations

import re
import subprocess
from datetime import date

import pytest

from factbook.data.package import Package
from factbook.data.reviews import checking, recording, rows
from factbook.data.reviews.model import Review, digest
from factbook.data.reviews.register import register
from factbook.problems import ProblemError
from factbook.provenance.ledger import compared
from tiny_book import REAL, Outcome, TinyBook

FACT = "market-2019"
DAY = date(2026, 11, 27)


@pytest.fixture
def reviewed(tiny: TinyBook) -> TinyBook:
    """The tiny book with a register in which every row stands, committed."""
    table = next(one for one in REAL.package.descriptor["resources"] if one["name"] == "reviews")
    tiny.declared(lambda descriptor: descriptor["resources"].append(table))
    (tiny.root / "data" / "reviews.csv").write_text("table,row,digest,reviewed_on,compared_with\n", "utf-8")
    recording.record(tiny.layout, rows.items(tiny.layout), "source", DAY)
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "as reviewed"]):
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *command], cwd=tiny.root, check=True
        )
    assert checking.check(tiny.layout) == []
    return tiny


def complaint(book: TinyBook) -> tuple[str, str, str | None]:
    """The one problem: its code, what was found, its columns."""
    (found,) = checking.check(book.layout)
    return found.code, found.found, found.column


def test_both_entries_of_a_number_changed_together_are_told_with_what_they_were(reviewed: TinyBook):
    reviewed.replace("data/facts.csv", f"{FACT},600000000,USD,6억 달러", f"{FACT},700000000,USD,7억 달러")
    code, found, column = complaint(reviewed)
    assert (code, column) == ("review.changed", "value, as_printed")
    assert "value «600000000» → «700000000»; as_printed «6억 달러» → «7억 달러»" in found


def test_the_place_is_that_of_the_row(reviewed: TinyBook):
    line = reviewed.line_of("data/facts.csv", f"{FACT},")
    reviewed.replace("data/facts.csv", f"{FACT},600000000,USD,6억 달러", f"{FACT},700000000,USD,7억 달러")
    (found,) = checking.check(reviewed.layout)
    assert (found.file, found.line) == ("data/facts.csv", line)


def test_the_author_of_a_source_changed_is_told(reviewed: TinyBook):
    text = (reviewed.root / "book/references.bib").read_text("utf-8")
    author = re.search(r"author *= *(\{.*\})", text)
    assert author
    reviewed.replace("book/references.bib", author[0], "author = {{Somebody Else}}")
    code, found, column = complaint(reviewed)
    assert (code, column) == ("review.changed", "author")
    assert "Somebody Else" in found


def test_a_row_that_is_gone_is_told_at_its_review(reviewed: TinyBook):
    lines = (reviewed.root / "data/relations.csv").read_text("utf-8").splitlines(keepends=True)
    gone = next(line for line in lines if line.startswith("won-converts,"))
    reviewed.replace("data/relations.csv", gone, "")
    code, found, _ = complaint(reviewed)
    assert (code, found) == ("review.gone", "«relations/won-converts», reviewed on 2026-11-27, is gone")


def test_a_new_row_is_told(reviewed: TinyBook):
    line = (reviewed.root / "data/facts.csv").read_text("utf-8").splitlines()[1]
    reviewed.append("data/facts.csv", line.replace(line.split(",")[0], "brand-new", 1))
    code, found, _ = complaint(reviewed)
    assert code == "review.new"
    assert "facts/brand-new" in found


def test_without_a_history_the_change_is_told_without_what_was(reviewed: TinyBook):
    reviewed.replace("data/facts.csv", f"{FACT},600000000,USD,6억 달러", f"{FACT},700000000,USD,7억 달러")
    (reviewed.root / ".git").rename(reviewed.root / "git")
    code, found, column = complaint(reviewed)
    assert (code, column) == ("review.changed", None)
    assert "the history here does not have the row" in found


def test_a_build_stops_at_it_before_any_page_is_built(reviewed: TinyBook):
    reviewed.replace("data/facts.csv", f"{FACT},600000000,USD,6억 달러", f"{FACT},700000000,USD,7억 달러")
    outcome = reviewed.build(reviewed.root / "site")
    assert outcome.status == 1
    assert outcome.problem("review.changed", FACT)
    assert "2/4" not in outcome.said


def test_reviewing_it_anew_mends_it(reviewed: TinyBook):
    reviewed.replace("data/facts.csv", f"{FACT},600000000,USD,6억 달러", f"{FACT},700000000,USD,7억 달러")
    shown = reviewed.run("review", FACT)
    assert "as_printed: 7억 달러    (reviewed: 6억 달러)" in shown.said
    assert "compared with source, before it changed" in shown.said
    assert reviewed.run("review").status == 1
    assert recorded(reviewed, FACT).said == "recorded: 1 row compared with second-source\n"
    assert reviewed.run("review").status == 0
    assert register(reviewed.layout.package)["facts", FACT].compared_with == "second-source"


def recorded(book: TinyBook, *names: str) -> Outcome:
    return book.run("review", *names, "--compared-with", "second-source")


def test_a_name_of_no_row_is_told(reviewed: TinyBook):
    outcome = recorded(reviewed, "no-such-row")
    assert outcome.status == 2
    assert "«no-such-row» names no row" in outcome.problem("review.name")


def test_a_pattern_names_all_that_fit(reviewed: TinyBook):
    keys = recording.matching(["facts/market-*"], reviewed.layout)
    assert ("facts", FACT) in keys
    assert all(table == "facts" and row.startswith("market-") for table, row in keys)


@pytest.mark.parametrize(
    ("column", "wrong", "code"),
    [(3, "yesterday", "review.date"), (4, "memory", "review.compared"), (2, "0000", "review.digest")],
)
def test_a_review_that_cannot_be_read_is_told_at_its_line(reviewed: TinyBook, column: int, wrong: str, code: str):
    path = reviewed.root / "data/reviews.csv"
    header, first, *rest = path.read_text("utf-8").splitlines()
    cells = first.split(",")
    cells[column] = wrong
    path.write_text("\n".join([header, ",".join(cells), *rest]) + "\n", "utf-8")
    with pytest.raises(ProblemError) as raised:
        register(Package(reviewed.root / "data"))
    assert [(one.code, one.line) for one in raised.value.problems] == [(code, 2)]
    assert [one.code for one in checking.check(reviewed.layout)] == [code]


def test_a_row_that_is_reviewed_twice_is_told(reviewed: TinyBook):
    first = (reviewed.root / "data/reviews.csv").read_text("utf-8").splitlines()[1]
    reviewed.append("data/reviews.csv", first)
    assert [one.code for one in checking.check(reviewed.layout)] == ["review.twice"]
    found = {one.code: one.file for one in reviewed.problems()}
    assert found == dict.fromkeys(("review.twice", "data.primary-key"), "data/reviews.csv")


def test_a_review_is_not_recorded_where_no_table_for_it_is_declared(tiny: TinyBook):
    with pytest.raises(ProblemError) as raised:
        recording.record(tiny.layout, rows.items(tiny.layout), "source", DAY)
    assert [one.code for one in raised.value.problems] == ["review.table"]


def test_an_empty_column_more_is_no_change_and_the_order_of_columns_is_none():
    assert digest({"a": "1", "b": "2"}) == digest({"b": "2", "a": "1", "quote": ""})
    assert digest({"a": "1", "b": "2"}) != digest({"a": "2", "b": "1"})


def test_every_row_of_this_book_stands_in_its_register():
    assert checking.check(REAL) == []
    assert set(register(REAL.package)) == set(rows.items(REAL))


def test_readers_are_told_in_their_language_when_a_number_was_compared():
    review = Review("facts", FACT, "0" * 16, DAY, "excerpt", 2)
    assert compared(review, "en") == "compared with an excerpt of the source on 27 November 2026"
    assert compared(review, "ko") == "2026년 11월 27일에 출처의 발췌와 대조함"
    assert compared(None, "en") == ""


def test_the_key_of_a_number_alone_means_the_words_that_print_it_too():
    row = REAL.package.rows("quotes")[0]["fact"]
    assert recording.matching([row], REAL) == [("facts", row), ("quotes", row)]
