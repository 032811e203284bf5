"""``factbook check`` names the tool that rewrote a chapter, and ``factbook tidy`` takes out what it wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_round_trip import by_jupytext

from tiny_book import TinyBook, contents

MARKET = "book/en/market.md"


@pytest.fixture
def rewritten(tiny: TinyBook) -> TinyBook:
    """The tiny book with one chapter saved by Jupytext and jupyterlab-myst."""
    chapter = tiny.root / MARKET
    chapter.write_text(by_jupytext(chapter.read_text("utf-8")), "utf-8")
    return tiny


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_rewritten_chapter_is_told_by_its_cause_and_as_nothing_else(rewritten: TinyBook, command: str):
    outcome = rewritten.run(command)
    assert outcome.status == 1
    values = outcome.problem("chapter.values")
    assert f"{MARKET}:" in values and "jupyterlab-myst" in values and f"run: factbook tidy {MARKET}" in values
    assert "jupytext wrote" in outcome.problem("chapter.rewritten")
    assert outcome.complained.count("    [") == 2


def test_tidy_gives_the_chapter_back_and_says_what_it_took_out(tiny: TinyBook):
    before = contents(tiny.root / "book")
    chapter = tiny.root / MARKET
    chapter.write_text(by_jupytext(chapter.read_text("utf-8")), "utf-8")
    outcome = tiny.run("tidy")
    assert (outcome.status, outcome.complained) == (0, "")
    assert contents(tiny.root / "book") == before
    assert f"{MARKET}:" in outcome.said and "jupyterlab-myst: the value of a run is stored" in outcome.said
    assert "nothing to take out" in tiny.run("tidy").said


def test_only_the_chapters_that_are_named_are_changed(rewritten: TinyBook):
    before = contents(rewritten.root / "book")
    assert rewritten.run("tidy", rewritten.root / "book" / "ko").status == 0
    assert contents(rewritten.root / "book") == before
    rewritten.run("tidy", rewritten.root / MARKET)
    changed = contents(rewritten.root / "book")
    assert [name for name in before if changed[name] != before[name]] == ["en/market.md"]


def test_jupyters_own_copies_of_a_chapter_are_let_be(rewritten: TinyBook):
    copy = rewritten.root / "book/en/.ipynb_checkpoints/market-checkpoint.md"
    copy.parent.mkdir()
    copy.write_bytes((rewritten.root / MARKET).read_bytes())
    rewritten.run("tidy", rewritten.root / "book")
    assert copy.read_bytes() != (rewritten.root / MARKET).read_bytes()


@pytest.mark.parametrize(("name", "code"), [("_toc.yml", "chapter.kind"), ("book/en/none.md", "data.file")])
def test_what_is_no_chapter_is_named_once_the_others_are_mended(rewritten: TinyBook, name: str, code: str):
    outcome = rewritten.run("tidy", rewritten.root / name, rewritten.root / MARKET)
    assert outcome.status == 2
    outcome.problem(code, name)
    assert "nothing to take out" in rewritten.run("tidy").said


def test_a_chapter_that_cannot_be_written_is_told(rewritten: TinyBook, monkeypatch):
    def refused(path: Path, content: bytes) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "write_bytes", refused)
    problem = rewritten.run("tidy", rewritten.root / MARKET).problem("chapter.write", MARKET)
    assert "it cannot be written: Permission denied" in problem


def test_ends_of_lines_stay_as_they_are(rewritten: TinyBook):
    chapter = rewritten.root / MARKET
    chapter.write_bytes(chapter.read_bytes().replace(b"\n", b"\r\n"))
    rewritten.run("tidy")
    assert b"ipython3" not in chapter.read_bytes()
    assert chapter.read_bytes().count(b"\n") == chapter.read_bytes().count(b"\r\n")
