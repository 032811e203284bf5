"""The tiny book, fresh for each test or built once for all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
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
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The tiny book as it is, built. Tests that share it must not change it."""
    folder = tmp_path_factory.mktemp("built")
    book = TinyBook.copied_to(folder / "tiny")
    outcome = book.build(folder / "site")
    assert outcome.status == 0, outcome.complained
    return Built(book, folder / "site", outcome)
