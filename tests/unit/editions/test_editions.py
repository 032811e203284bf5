"""An edition is frozen once, kept to the byte, and what has changed since is told with its reason."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factbook import facts
from factbook.editions import archives, changes, checking, freezing, publishing, records, sections
from factbook.editions.sections import Moved
from factbook.problems import ProblemError
from tiny_book import TinyBook

DAY = date(2026, 11, 23)


def built(layout, folder: Path) -> None:
    """Stands in for the build: the data, and one page that names the edition."""
    (folder / "ko").mkdir(parents=True)
    (folder / "ko" / "index.html").write_text(f"<section id='index'>{layout.edition}</section>", "utf-8")
    (folder / "data").mkdir()
    for path in sorted(layout.package.folder.iterdir()):
        (folder / "data" / path.name).write_bytes(path.read_bytes())


@pytest.fixture
def book(tmp_path: Path) -> TinyBook:
    return TinyBook.copied_to(tmp_path / "tiny")


@pytest.fixture
def frozen(book: TinyBook) -> TinyBook:
    freezing.freeze(book.layout, "2026-Q4", DAY, built)
    return book


def codes(book: TinyBook) -> list[str]:
    return [problem.code for problem in checking.check(book.layout)]


def test_an_edition_is_built_under_its_name_and_recorded_with_its_checksum(frozen):
    (edition,) = records.read(frozen.layout)
    assert (edition.name, edition.frozen, edition.year) == ("2026-Q4", "2026-11-23", 2026)
    pages = archives.pages(frozen.layout.editions / edition.file)
    assert pages == {"ko/index.html": b"<section id='index'>2026-Q4</section>"}
    assert codes(frozen) == []


@pytest.mark.parametrize("name", ["2026", "2026-Q5", "2026-Q4-rc", "../2026-Q4", "q4", ""])
def test_a_name_that_is_no_quarter_is_refused(book, name):
    with pytest.raises(ProblemError, match="a year and a quarter, such as 2026-Q4") as raised:
        freezing.freeze(book.layout, name, DAY, built)
    assert [problem.code for problem in raised.value.problems] == ["edition.name"]
    assert records.read(book.layout) == ()


@pytest.mark.parametrize("name", ["2026-Q4", "2026-Q3", "2025-Q4"])
def test_what_is_frozen_stays_and_no_older_edition_comes_after_it(frozen, name):
    with pytest.raises(ProblemError, match="2026-Q4 is frozen already") as raised:
        freezing.freeze(frozen.layout, name, DAY, built)
    assert [problem.code for problem in raised.value.problems] == ["edition.frozen"]


def test_the_citation_file_names_the_newest_edition_and_is_told_where_it_names_another(frozen):
    citation = frozen.root / "CITATION.cff"
    assert yaml.safe_load(citation.read_text("utf-8"))["preferred-citation"]["edition"] == "2026-Q4"
    frozen.replace("CITATION.cff", 'edition: "2026-Q4"', 'edition: "2026-Q3"')
    (problem,) = checking.check(frozen.layout)
    assert (problem.code, problem.found) == ("edition.cited", "its preferred citation names the edition 2026-Q3")
    frozen.replace("CITATION.cff", '  edition: "2026-Q3"\n', "")
    (problem,) = checking.check(frozen.layout)
    assert problem.found == "its preferred citation has no edition"


@pytest.mark.parametrize(
    ("was", "now", "served"),
    [
        ("https://book.example/", "https://book.org/twins/", "https://book.org/twins/"),
        ("https://book.org/", "https://moved.org/", "https://book.org/"),
        ("https://book.example/", "https://other.example/", "https://book.example/"),
    ],
)
def test_an_edition_that_was_frozen_without_an_address_for_good_is_served_under_the_one_of_the_book(
    book, tmp_path, was, now, served
):
    def built_there(layout, folder: Path) -> None:
        built(layout, folder)
        (folder / "data" / "numbers.json").write_text(json.dumps({"address": was}), "utf-8")
        (folder / "ko" / "index.html").write_text(f"<a href='{was}editions/2026-Q4/ko/index.html'>", "utf-8")

    freezing.freeze(book.layout, "2026-Q4", DAY, built_there)
    archive = (book.layout.editions / "2026-Q4.zip").read_bytes()
    (tmp_path / "site").mkdir()
    publishing.publish(book.layout, tmp_path / "site", now)
    page = (tmp_path / "site/editions/2026-Q4/ko/index.html").read_text("utf-8")
    assert page == f"<a href='{served}editions/2026-Q4/ko/index.html'>"
    assert (tmp_path / "site/editions/2026-Q4.zip").read_bytes() == archive


def test_the_next_quarter_can_be_frozen(frozen):
    freezing.freeze(frozen.layout, "2027-Q1", DAY, built)
    assert [edition.name for edition in records.read(frozen.layout)] == ["2026-Q4", "2027-Q1"]
    assert records.latest(frozen.layout).name == "2027-Q1"


def test_a_byte_changed_in_an_edition_is_told(frozen):
    path = frozen.layout.editions / "2026-Q4.zip"
    path.write_bytes(path.read_bytes() + b"\0")
    (problem,) = checking.check(frozen.layout)
    assert problem.code == "edition.changed"
    assert "its bytes have changed" in problem.found


def test_an_edition_that_is_gone_and_one_that_no_record_names_are_told(frozen):
    path = frozen.layout.editions / "2026-Q4.zip"
    path.rename(path.with_name("2020-Q1.zip"))
    assert codes(frozen) == ["edition.changed", "edition.unknown"]


def test_a_record_that_cannot_be_read_is_told(frozen):
    (frozen.layout.editions / records.RECORD).write_text('[{"name": 3}]', "utf-8")
    assert codes(frozen) == ["edition.record"]


def _alter(book: TinyBook) -> str:
    """Gives a printed fact another value; its id."""
    old = facts.load(book.layout.package)
    fact = next(fact for fact in old.facts.values() if fact.as_printed == "6억 달러")
    book.replace("data/facts.csv", "600000000,USD,6억 달러", "700000000,USD,7억 달러")
    return fact.id


def test_a_fact_that_changes_without_a_reason_fails_and_with_one_in_every_language_passes(frozen):
    changed = _alter(frozen)
    (problem,) = checking.check(frozen.layout)
    assert problem.code == "edition.reason"
    assert f"«{changed}» has changed since 2026-Q4: it was «6억 달러» and is «7억 달러»" in problem.found
    assert "nothing says why in ko and en" in problem.found
    reasons = frozen.layout.editions / changes.REASONS
    reasons.write_text(f'[2026-Q4.{changed}]\nko = "원문이 고쳐졌습니다."\n', "utf-8")
    assert "nothing says why in en" in checking.check(frozen.layout)[0].found
    reasons.write_text(f'[2026-Q4.{changed}]\nko = "원문이 고쳐졌습니다."\nen = "Corrected."\n', "utf-8")
    assert codes(frozen) == []


def test_reasons_that_cannot_be_read_are_told(frozen):
    (frozen.layout.editions / changes.REASONS).write_text("[2026-Q4.nothing\n", "utf-8")
    assert codes(frozen) == ["edition.reasons"]


def test_a_reason_for_a_fact_that_has_not_changed_is_told(frozen):
    (frozen.layout.editions / changes.REASONS).write_text('[2026-Q4.nothing]\nko = "가"\nen = "a"\n', "utf-8")
    assert codes(frozen) == ["edition.reason"]


def test_changes_are_told_with_what_follows_from_them_printed_facts_first(frozen):
    changed = _alter(frozen)
    before = changes.facts_of(frozen.layout, records.latest(frozen.layout))
    after = facts.load(frozen.layout.package)
    found = changes.between(before, after, {changed: {"ko": "가", "en": "a"}})
    assert found[0].id == changed
    assert (found[0].before.as_printed, found[0].after.as_printed) == ("6억 달러", "7억 달러")
    assert found[0].reason["en"] == "a"
    following = {name for name, entry in after.derived.items() if changed in entry.operands}
    assert following <= {change.id for change in found}
    assert changes.between(before, before, {}) == ()


def test_a_section_stands_as_frozen_until_its_words_or_what_it_shows_have_changed(frozen):
    before = sections.of(frozen.layout, records.latest(frozen.layout))
    now = sections.now(frozen.layout)
    assert now == before
    label = next(iter(before))
    altered = {**before, label: {**before[label], "en": "0" * 8}}
    assert sections.moved(label, before, now, (), tables=False) is None
    assert sections.moved(label, altered, now, (), tables=False) is Moved.WORDS
    assert sections.moved(label, before, now, {label}, tables=True) is Moved.NUMBERS
    assert sections.moved(label, before, now, {"another"}, tables=True) is Moved.TABLES
    without = {name: digests for name, digests in before.items() if name != label}
    assert sections.moved(label, without, now, {label}, tables=True) is Moved.NEW
    assert sections.moved("made-of-tables", before, now, (), tables=False) is None
    assert sections.moved("made-of-tables", before, now, (), tables=True) is Moved.TABLES


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8})?", fullmatch=True), st.binary(max_size=60), max_size=6))
def test_an_archive_depends_on_names_and_contents_alone(tmp_path_factory, files):
    packed = []
    for order in (sorted(files), sorted(files, reverse=True)):
        folder = tmp_path_factory.mktemp("packed")
        for name in order:
            path = folder / f"{name}.bin"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(files[name])
        packed.append(archives.pack(folder))
    assert packed[0] == packed[1]


def test_the_record_lists_what_a_reader_of_it_expects(frozen):
    (listed,) = json.loads((frozen.layout.editions / records.RECORD).read_text("utf-8"))
    assert sorted(listed) == ["frozen", "name", "sha256"]
    assert replace(frozen.layout, edition="2026-Q4").work != frozen.layout.work
