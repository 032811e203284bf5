"""A site is published all or nothing; what the disk refuses is told in words."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from factbook.build.publish import beside, replace
from factbook.problems import ProblemError
from tiny_book import contents

NOBODY = 65534


def publish(target: Path, fill: Callable[[Path], None]) -> None:
    """A site that is filled beside ``target`` and takes its place."""
    with beside(target) as folder:
        fill(folder)
        replace(target, folder)


def fill(folder: Path) -> None:
    (folder / "index.html").write_text("new", "utf-8")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    target = tmp_path / "html"
    target.mkdir()
    (target / "index.html").write_text("old", "utf-8")
    (target / "gone.html").write_text("old", "utf-8")
    return target


def test_a_site_takes_the_place_of_the_old_one_whole(target):
    publish(target, fill)
    assert contents(target).keys() == {"index.html"}
    assert (target / "index.html").read_text("utf-8") == "new"
    assert [path.name for path in target.parent.iterdir()] == ["html"], "nothing is left beside it"


def test_a_first_site_is_published_below_folders_that_do_not_exist_yet(tmp_path):
    publish(tmp_path / "a" / "b" / "html", fill)
    assert (tmp_path / "a" / "b" / "html" / "index.html").is_file()
    assert (tmp_path / "a" / "b" / "html").stat().st_mode & 0o777 == 0o755, "a web server can read it"


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), ValueError("a bug"), KeyboardInterrupt()])
def test_whatever_fails_while_the_site_is_filled_the_old_one_stays_and_nothing_is_left(target, error):
    before = contents(target)

    def half(folder: Path) -> None:
        fill(folder)
        raise error

    with pytest.raises((ProblemError, ValueError, KeyboardInterrupt)):
        publish(target, half)
    assert contents(target) == before
    assert [path.name for path in target.parent.iterdir()] == ["html"]


def test_a_full_disk_is_told_in_words(target):
    def full(folder: Path) -> None:
        raise OSError(28, "No space left on device", str(folder / "x"))

    with pytest.raises(ProblemError, match="the site cannot be written: No space left on device"):
        publish(target, full)


def test_where_the_new_site_cannot_take_its_place_the_old_one_is_put_back(target, monkeypatch):
    before, rename = contents(target), Path.rename

    def refuse(path: Path, to: Path) -> Path:
        if path.name.startswith(".html-new-"):
            raise OSError(13, "Permission denied", str(path))
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(ProblemError, match="Permission denied"):
        publish(target, fill)
    assert contents(target) == before
    assert [path.name for path in target.parent.iterdir()] == ["html"]


def test_a_target_below_a_file_is_told(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(ProblemError, match="the site cannot be written") as caught:
        publish(tmp_path / "file" / "html", fill)
    assert caught.value.problems[0].code == "book.disk"


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of the superuser, whom no folder stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="folders are not protected this way here")
def test_a_folder_that_may_not_be_written_to_is_told():
    folder = Path(tempfile.mkdtemp())
    try:
        folder.chmod(0o555)
        with as_nobody(), pytest.raises(ProblemError, match="the site cannot be written: Permission denied") as caught:
            publish(folder / "html", fill)
        assert str(folder) in caught.value.problems[0].file
        assert list(folder.iterdir()) == []
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
