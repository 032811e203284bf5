"""The data of the book itself: valid, as recorded, and each number in one place."""

from __future__ import annotations

import csv
import re
from collections import Counter

import frictionless
import pytest

from factbook import facts
from factbook.facts import REPORT_RATE, Facts, relations
from tiny_book import REAL

PACKAGE = REAL.package


@pytest.fixture(scope="module")
def known() -> Facts:
    return facts.load(PACKAGE)


def test_the_data_package_is_valid():
    report = frictionless.validate(str(PACKAGE.folder / "datapackage.json"), type="package")
    assert report.valid, report.to_summary()


def test_every_table_has_keys_units_a_licence_and_sources():
    descriptor = PACKAGE.descriptor
    assert descriptor["licenses"]
    assert descriptor["sources"]
    for resource in descriptor["resources"]:
        schema = resource["schema"]
        assert schema["primaryKey"], resource["name"]
        assert all(field["title"] and field["title_ko"] for field in schema["fields"]), resource["name"]


def test_every_relation_is_as_it_is_recorded(known):
    judged = relations.judge_all(relations.load(PACKAGE), known)
    verdicts = Counter((one.relation.expected, one.holds) for one in judged)
    assert set(verdicts) == {("holds", True), ("fails", False)}, "there are relations of both kinds"


RATE = re.compile(r"(?<![\d.,])1,?220(?![\d.,]*\d)")


def test_the_reports_rate_stands_in_one_cell_of_the_data():
    rows = [row for row in PACKAGE.rows("facts") if row["id"] == REPORT_RATE]
    assert [row["value"] for row in rows] == ["1220"]
    for table in PACKAGE.files:
        for row in PACKAGE.rows(table):
            for column, cell in row.cells.items():
                own = table == "facts" and row["id"] == REPORT_RATE and column in ("value", "as_printed")
                assert own or not RATE.search(cell), f"{row.file}:{row.line} {column}"


def test_the_reports_rate_stands_in_no_chapter_and_in_no_code():
    book = REAL.root / "book"
    sources_of_pages = [*book.glob("*/*.md"), *(book / "factbook").rglob("*.py"), *(book / "factbook").rglob("*.toml")]
    assert sources_of_pages
    for path in sources_of_pages:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            assert not RATE.search(line), f"{path.relative_to(REAL.root)}:{number}: {line.strip()}"


@pytest.mark.parametrize(
    ("text", "found"), [("1220", True), ("1,220원", True), ("11220", False), ("1220.5", False), ("1,220.", True)]
)
def test_the_search_for_the_rate_finds_it_however_it_is_written(text, found):
    assert bool(RATE.search(text)) is found


def test_the_reports_rate_follows_from_its_own_pairs(known):
    rate = known[REPORT_RATE].interval
    for year in (2019, 2025):
        assert known[f"implied-rate-{year}"].interval.meets(rate)


def test_a_pair_is_another_currency_of_the_same_year_and_converts_at_the_reports_rate(known):
    pairs = [(fact, known.fact(fact.pair)) for fact in known.facts.values() if fact.pair]
    assert pairs
    for fact, pair in pairs:
        assert (pair.years, pair.said_by) == (fact.years, fact.said_by), fact.id
        assert (fact.unit.kind, pair.unit.kind) == ("money", "money"), fact.id
        assert fact.unit.key != pair.unit.key, fact.id


def test_every_number_that_is_computed_is_inside_what_its_operands_allow(known):
    for entry in known.derived.values():
        assert entry.interval.contains(entry.value), entry.id
        assert entry.amount.interval.contains(entry.value) or entry.amount.ulp == 0, entry.id


def test_the_tables_are_utf8_with_unix_lines_and_no_blank_at_the_edge_of_a_cell():
    for path in PACKAGE.files.values():
        raw = path.read_bytes()
        assert not raw.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in raw
        for row in csv.reader(raw.decode("utf-8").splitlines()):
            assert all(cell == cell.strip() for cell in row), f"{path.name}: {row}"


def test_an_altered_digit_anywhere_in_the_facts_is_noticed(known):
    """Double entry: whichever of the two entries of a number is altered, they no longer agree."""
    units = known.units
    for row in PACKAGE.rows("facts"):
        value = row["value"]
        altered = {**row.cells, "value": value[:-1] + ("1" if value[-1] == "0" else "0")}
        with pytest.raises(Exception, match=r"as-printed|number"):
            facts.read_fact(type(row)(row.file, row.line, altered), units)


def test_one_fixed_rate_hides_the_growth_in_won(known):
    """The finding that the book tells: at each year's own rate, growth in won is about 30 % a year, not 26 %."""
    assert round(known["world-cagr"].value) == 26
    assert round(known["world-cagr-krw-average"].value) == 30
