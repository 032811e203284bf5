"""``build --exports`` and ``edition --exports``: files to take away are read back, offered on pages, and frozen."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from sphinx_external_toc.parsing import parse_toc_yaml

from factbook.checks.channels import exported
from factbook.export import FORMATS
from factbook.interface.catalogue import LANGUAGES
from tiny_book import Outcome, TinyBook

# To make every file of a book twice takes a minute or two.
pytestmark = pytest.mark.timeout(900)


@dataclass(frozen=True)
class Taken:
    """A book that was built with its files to take away."""

    book: TinyBook
    site: Path
    outcome: Outcome

    @property
    def files(self) -> set[str]:
        names = [*parse_toc_yaml(self.book.layout.toc), "book"]
        return {f"{language}/{name}.{kind}" for language in LANGUAGES for name in names for kind in FORMATS}


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    folder = tmp_path_factory.mktemp("taken")
    book = TinyBook.copied_to(folder / "book")
    return Taken(book, folder / "site", book.run("build", "--exports", "--out", folder / "site"))


def test_each_chapter_and_the_book_stand_beside_their_pages_which_offer_them_with_their_size(taken: Taken):
    assert taken.outcome.status == 0, taken.outcome.complained
    assert f"{len(taken.files)}/{len(taken.files)} " in taken.outcome.said
    assert "reading back the exported files" in taken.outcome.said
    for file in taken.files:
        assert (taken.site / file).stat().st_size > 1000
    for language in LANGUAGES:
        html = (taken.site / language / "market.html").read_text("utf-8")
        for kind in FORMATS:
            assert f'<a href="market.{kind}" download>' in html
            assert f'<a href="book.{kind}" download>' in html


def test_every_number_of_every_file_was_read_back(taken: Taken):
    read = list(exported.check(taken.book.layout, taken.site))
    assert list(filter(None, read)) == []
    assert len(read) == exported.size(taken.book.layout, taken.site) > 0


def test_an_edition_has_them_as_they_were_when_it_was_frozen(taken: Taken):
    outcome = taken.book.run("edition", "--exports", "2026-Q4")
    assert outcome.status == 0, outcome.complained
    with zipfile.ZipFile(taken.book.layout.editions / "2026-Q4.zip") as archive:
        assert taken.files <= set(archive.namelist())
