"""The tiny book, fresh for each test, built once a run for all, or a copy of that to go on from."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock
from tiny_book import Outcome, TinyBook
from written_pages import Pages


@dataclass(frozen=True)
class Built:
    """A book that has been built, its site, and what the command said."""

    book: TinyBook
    site: Path
    outcome: Outcome

    def page(self, name: str) -> str:
        return (self.site / name).read_text("utf-8")


@pytest.fixture
def tiny(tmp_path: Path) -> TinyBook:
    return TinyBook.copied_to(tmp_path / "tiny")


@pytest.fixture
def made(tiny: TinyBook, tmp_path: Path) -> Pages:
    return Pages(tiny, tmp_path / "site")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Built:
    """The tiny book as it is, built by whichever process comes first. Tests that share it must not change it."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "built"
    with FileLock(folder.with_suffix(".lock")):
        if not folder.exists():
            book = TinyBook.named_in(folder)
            outcome = book.build(folder / "site")
            assert outcome.status == 0, outcome.complained
            (folder / "built.pickle").write_bytes(pickle.dumps(Built(book, folder / "site", outcome)))
    return pickle.loads((folder / "built.pickle").read_bytes())


@pytest.fixture
def begun(built: Built) -> TinyBook:
    """The tiny book to be changed and built: a build of it goes on from one that is done, which takes a third."""
    return built.book.twin()
