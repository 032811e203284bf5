"""Builds that are killed, that meet, that the disk stops: the published site stays whole, the next build succeeds."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sys
import threading
from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from factbook import processes
from factbook.build import assembly, build, publish
from factbook.build.turns import turn
from factbook.problems import ProblemError
from tiny_book import TinyBook, contents

#: How often a build is killed here, and each night.
KILLS, NIGHTLY = 3, 10


@pytest.fixture(scope="module")
def book(built, tmp_path_factory) -> tuple[TinyBook, Path]:
    """A book and its site, built once and then again and again."""
    return built.book.twin(), Path(shutil.copytree(built.site, tmp_path_factory.mktemp("interrupted") / "site"))


def started(book: TinyBook, site: Path) -> tuple[BaseProcess, Connection]:
    """A build in a process of its own, and what it says as it goes."""
    heard, said = Pipe(duplex=False)
    process = processes.start(build.build, book.layout, site, said.send)
    said.close()
    return process, heard


def told(heard: Connection) -> Iterator[str]:
    with contextlib.suppress(EOFError):
        while True:
            yield heard.recv()


@pytest.mark.parametrize("kills", [KILLS, pytest.param(NIGHTLY, marks=pytest.mark.nightly)])
def test_killed_at_random_moments_a_build_leaves_the_site_whole_and_the_next_one_succeeds(book, kills):
    tiny, site = book
    good = contents(site)
    chance = random.Random(169)
    for kill in range(1, kills + 1):
        # A change to every page, so that there is something to be killed at.
        tiny.append("book/references.bib", "% again")
        process, heard = started(tiny, site)
        # Each line that a build says is a moment; where it says fewer, it ends by itself.
        for _ in zip(range(chance.randrange(1, 24)), told(heard), strict=False):
            pass
        process.kill()
        process.join()
        assert contents(site) == good
        # The build after a killed one is itself killed, or left to end.
        if kill % 4 and kill < kills:
            continue
        outcome = tiny.build(site)
        assert outcome.status == 0, outcome.complained
        assert contents(site) == good
        assert sorted(path.name for path in site.parent.iterdir()) == ["site"]


def test_what_a_build_that_was_killed_while_publishing_left_is_put_right(tmp_path):
    old, half = tmp_path / ".html-old-7", tmp_path / ".html-new-x"
    for folder in (old, half):
        folder.mkdir()
        (folder / "index.html").write_text(folder.name, "utf-8")
    publish.recover(tmp_path / "html")
    assert contents(tmp_path).keys() == {"html/index.html"}
    assert (tmp_path / "html" / "index.html").read_text("utf-8") == ".html-old-7", "the last good site"


def test_an_old_site_beside_a_new_one_is_cleared_away(tmp_path):
    for name in (".html-old-7", "html"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, "utf-8")
    publish.recover(tmp_path / "html")
    assert (tmp_path / "html" / "index.html").read_text("utf-8") == "html"
    assert [path.name for path in tmp_path.iterdir()] == ["html"]


def test_two_builds_at_once_take_turns_and_both_succeed(book):
    tiny, site = book
    good = contents(site)
    tiny.append("book/references.bib", "% again")
    both = [started(tiny, site), started(tiny, site)]
    said = ["\n".join(told(heard)) for _, heard in both]
    for process, _ in both:
        process.join()
    assert [process.exitcode for process, _ in both] == [0, 0], said
    assert ["another build of this book is running" in text for text in said].count(True) == 1
    assert contents(site) == good


def test_a_build_that_waits_says_since_when_and_goes_on_once_the_other_is_done(tmp_path):
    said: list[str] = []
    other_is_told, waits = threading.Event(), threading.Event()

    def tell(text: str) -> None:
        said.append(text)
        waits.set()

    def other() -> None:
        with turn(tmp_path, tell):
            other_is_told.set()

    with turn(tmp_path, said.append):
        thread = threading.Thread(target=other)
        thread.start()
        assert waits.wait(10)
        assert not other_is_told.is_set()
    thread.join(20)
    assert other_is_told.is_set()
    assert len(said) == 1
    assert "another build of this book is running (since " in said[0]


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files is not limited this way here")
def test_a_disk_that_takes_no_more_is_told_and_the_site_stays(book):
    import resource

    tiny, site = book
    good = contents(site)
    tiny.append("book/references.bib", "% again")
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, kept[1]))
    try:
        outcome = tiny.command("build", "--out", site)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)
    assert outcome.status == 1
    assert "the site cannot be written: File too large" in outcome.problem("book.disk")
    assert "Traceback" not in outcome.said + outcome.complained
    assert contents(site) == good
    again = tiny.build(site)
    assert again.status == 0, again.complained
    assert contents(site) == good


def test_a_working_folder_that_may_not_be_written_to_is_told(tiny, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(tiny.layout.work))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(ProblemError, match="the site cannot be written: Permission denied"):
        build.build(tiny.layout, tiny.root / "site", print)


def _is_ended(*_: object) -> None:
    os._exit(9)


def test_a_build_whose_site_is_not_put_together_to_the_end_says_so_and_leaves_the_old_one(book, monkeypatch):
    tiny, site = book
    good = contents(site)
    monkeypatch.setattr(assembly, "assemble", _is_ended)
    with pytest.raises(ProblemError, match="puts the site together was ended"):
        build.build(tiny.layout, site, print)
    assert contents(site) == good
    assert sorted(path.name for path in site.parent.iterdir()) == ["site"]
