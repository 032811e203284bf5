"""What a chapter reads of the data is noted, and that alone makes it outdated."""

from __future__ import annotations

import pickle
import random
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import lxml.html
import pytest

from factbook.chapter import Book, open_book
from factbook.facts import Facts, UnknownFact, relations, state
from factbook.facts.state import State
from factbook.interface.catalogue import LANGUAGES
from factbook.notebook import reads
from factbook.notebook.reads import NUMBER, RELATION, TABLE, Notebook, Read, noted_in
from factbook.phrasing.saying import LEDGER
from factbook.sphinx_ext.outdated import outdated
from tiny_book import REAL, TinyBook


@pytest.fixture
def noted(tiny: TinyBook, tmp_path: Path):
    """A book, and what it has noted so far."""
    file = tmp_path / "reads.txt"
    return Book("en", tiny.layout.package, Notebook(file)), lambda: set(noted_in(file))


def test_opening_a_book_reads_nothing(noted):
    assert noted[1]() == set()


def test_a_number_is_noted_with_its_pair_and_the_rate_that_converts_it(noted):
    book, so_far = noted
    book.say("papers")
    assert so_far() == {Read(NUMBER, "papers")}
    book.say("market-2019")
    assert so_far() >= {Read(NUMBER, "market-2019"), Read(NUMBER, "market-2019-krw")}
    assert Read(NUMBER, "market-2025") not in so_far()


def test_what_is_looked_at_twice_is_noted_once(noted, tmp_path):
    book, _ = noted
    book.say("papers"), book.allowed("papers")
    assert (tmp_path / "reads.txt").read_text("utf-8").count("papers\n") == 1


def test_a_relation_a_table_and_the_numbers_in_it_are_noted(noted):
    book, so_far = noted
    book.verdict("share-fits")
    book.table("targets")
    assert so_far() == {Read(RELATION, "share-fits"), Read(TABLE, "targets"), Read(NUMBER, "papers")}


def test_whoever_goes_through_all_numbers_has_read_which_there_are(noted):
    book, so_far = noted
    assert "papers" in list(book.facts.entries)
    assert so_far() == {Read(NUMBER, reads.ALL)}
    sum(entry.value for entry in book.facts.facts.values())
    assert Read(NUMBER, "patients") in so_far()


def test_a_number_that_is_missed_is_told_as_ever(noted):
    with pytest.raises(UnknownFact, match="did you mean papers"):
        noted[0].say("paper")


def test_a_kernel_notes_where_the_variable_says_and_nowhere_else(tiny, tmp_path, monkeypatch):
    open_book("ko", tiny.root).say("papers")
    monkeypatch.setenv(reads.VARIABLE, str(tmp_path / "named.txt"))
    open_book("ko", tiny.root).say("papers")
    assert [path.name for path in tmp_path.rglob("*.txt")] == ["named.txt"]


@pytest.mark.parametrize(
    ("file", "old", "new", "changed"),
    [
        ("facts", "papers,55,paper,55 papers", "papers,56,paper,56 papers", {"papers", "papers-rest", "share-fits"}),
        ("facts", "\nmarket-2019,", "\nunused,7,paper,7편,ko,,,,other,lee2023,본문,,쓰,Un,,\nmarket-2019,", {"*"}),
        ("facts", "Market, 2025", "Market in 2025", {"market-2025"}),
        ("relations", "The share fits.", "It fits.", {"share-fits"}),
        ("targets", ",Device,", ",Devices,", {"targets"}),
    ],
)
def test_what_is_read_differs_exactly_where_the_data_do(tiny, file, old, new, changed):
    asked = [Read(NUMBER, name) for name in ("papers", "papers-rest", "papers-citing", "market-2025", "rate", "*")]
    asked += [Read(RELATION, "share-fits"), Read(RELATION, "growth-fits"), Read(TABLE, "targets"), Read(TABLE, "units")]
    before = [reads.digest(read, state.read(tiny.layout.package)) for read in asked]
    tiny.replace(f"data/{file}.csv", old, new)
    after = [reads.digest(read, state.read(tiny.layout.package)) for read in asked]
    assert {read.name for read, was, now in zip(asked, before, after, strict=True) if was != now} == changed


# The real book, as it was built


def over(known: Facts) -> State:
    now = state.read(REAL.package)
    return replace(now, facts=known, judgements=relations.judgements(relations.load(REAL.package), known))


def moved(known: Facts, name: str) -> Facts:
    """All numbers as they would be with another value for one fact."""
    amount = known.fact(name).amount
    return known.replacing(name, replace(amount, value=amount.value + (amount.ulp or Decimal(1))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_fact_of_the_book_outdates_exactly_the_pages_that_show_it_or_what_is_computed_from_it(site, language):
    now = state.read(REAL.package)
    env = pickle.loads((REAL.work / f".doctrees-{language}" / "environment.pickle").read_bytes())
    pages = {path.stem: lxml.html.fromstring(path.read_bytes()) for path in (site / language).glob("*.html")}
    shown = {
        name: set(page.xpath("//article//@data-fact | //article//@data-relation | //article//@data-year-of"))
        | {operand for claim in page.xpath("//article//@data-claim") for operand in now.claims[claim].operands}
        for name, page in pages.items()
        if name != LEDGER
    }
    supposing = {name for name, page in pages.items() if page.xpath("//article//@data-if")}
    known = now.facts
    assert outdated(env, now) == []
    asked = [Read(NUMBER, name) for name in known.entries] + [Read(RELATION, name) for name in now.judgements]
    was = {read: reads.digest(read, now) for read in asked}
    for name in random.Random(6).sample(sorted(known.facts), 25):
        changed = over(moved(known, name))
        numbers = {read.name for read in asked if reads.digest(read, changed) != was[read]}
        assert name in numbers
        # What a page supposes is told with every relation that turns, so that it rests on all of them.
        found = set(outdated(env, changed)) - supposing
        assert found == {page for page, those in shown.items() if those & numbers} - supposing, name
