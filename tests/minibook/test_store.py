"""What is known of chapters from an earlier command: the same as is found anew, and only for as long as it holds."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.checks import sources
from factbook.checks.memory import Memory
from factbook.data import store
from factbook.data.store import Store
from tiny_book import TinyBook

WRONG = ('say("market-2019")', 'say("market-2018")')
#: Checks the sources of a book in a process of its own; says what was found, and which chapters were read for it.
CHECK = """
import json, sys
from pathlib import Path
from factbook.checks import manuscript, sources
from factbook.checks.memory import Memory
from factbook.data.layout import Layout
from factbook.translations import chapters

looked_at = []
read, judged = chapters.read, manuscript.of_chapter
chapters.read = lambda *of: looked_at.append(("read", of[2])) or read(*of)
manuscript.of_chapter = lambda *of: looked_at.append(("judged", of[3])) or judged(*of)
found = sources.check(Layout(Path(sys.argv[1])), Memory())
print(json.dumps([list(map(str, found)), looked_at]))
"""
#: Builds a book; says with what status that ends, and what it has imported of the libraries that take long.
BUILD = """
import json, sys
from factbook.cli import main

try:
    main(["--book", sys.argv[1], "build"])
except SystemExit as end:
    late = {"altair", "frictionless", "jupyter_client", "jupytext", "lxml", "pandas", "sphinx"}
    print(json.dumps({"status": end.code, "imported": sorted(late & sys.modules.keys())}))
"""


@pytest.fixture
def book(tiny: TinyBook) -> TinyBook:
    tiny.layout.work.mkdir(parents=True)
    return tiny


def checked(book: TinyBook) -> tuple[list[str], list[list[str]]]:
    done = subprocess.run([sys.executable, "-c", CHECK, str(book.root)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found, looked_at = json.loads(done.stdout)
    return found, looked_at


def test_the_second_command_reads_only_the_chapter_that_has_changed_and_finds_what_the_first_would(book):
    assert checked(book)[0] == []
    assert checked(book) == ([], [])
    book.replace("book/ko/index.md", *WRONG)
    found, looked_at = checked(book)
    assert sorted(looked_at) == [["judged", "book/ko/index.md"], ["read", "book/ko/index.md"]]
    assert [text for text in found if "market-2018" in text]
    (book.layout.work / "store.pickle").unlink()
    assert checked(book)[0] == found


def test_chapters_are_judged_anew_where_the_data_change_but_not_read(book):
    checked(book)
    book.replace("data/facts.csv", "Market in won, 2019", "The market in won, 2019")
    _, looked_at = checked(book)
    assert {what for what, _ in looked_at} == {"judged"}


@pytest.mark.parametrize("damage", [b"", b"no pickle", b"\x80\x04K\x01."])
def test_a_damaged_file_is_as_good_as_none(book, damage):
    checked(book)
    (book.layout.work / "store.pickle").write_bytes(damage)
    found, looked_at = checked(book)
    assert found == [] and looked_at


def test_another_program_reads_every_chapter_anew(tmp_path, monkeypatch):
    file = tmp_path / "store.pickle"
    first = Store(file)
    assert first.of("number", ("a",), lambda: 1) == 1
    first.save()
    assert Store(file).of("number", ("a",), lambda: 2) == 1
    monkeypatch.setattr(store, "_program", lambda: "another")
    assert Store(file).of("number", ("a",), lambda: 2) == 2


@given(texts=st.lists(st.tuples(st.text(max_size=3), st.text(max_size=3)), max_size=6))
def test_what_rests_on_other_texts_is_another_entry(texts, tmp_path_factory):
    kept = Store(tmp_path_factory.mktemp("store") / "store.pickle")
    for pair in texts:
        assert kept.of("pair", pair, lambda pair=pair: pair) == pair


def test_what_nobody_asks_for_is_dropped_and_nothing_is_left_beside_the_file(tmp_path):
    file = tmp_path / "store.pickle"
    for text in ("before", "after"):
        kept = Store(file)
        kept.of("text", (text,), lambda text=text: text)
        kept.save()
    assert Store(file).of("text", ("before",), lambda: "anew") == "anew"
    assert list(tmp_path.iterdir()) == [file]


def test_before_anything_is_built_nothing_is_written(tiny):
    sources.check(tiny.layout, Memory())
    assert not tiny.layout.work.exists()


def test_what_is_wrong_is_told_before_what_a_book_is_built_with_is_imported(book):
    assert checked(book)[0] == []
    book.replace("book/ko/index.md", *WRONG)
    done = subprocess.run([sys.executable, "-c", BUILD, str(book.root)], capture_output=True, text=True, check=False)
    assert "no number has the id «market-2018»" in done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {"status": 1, "imported": []}
