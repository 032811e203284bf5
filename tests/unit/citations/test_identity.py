"""The book says who publishes it in one way only."""

import tomllib

import pytest
import yaml
from sphinx_external_toc.parsing import parse_toc_yaml

from factbook.citations import identity
from factbook.citations.works import TITLE_PAGE
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.phrasing import ledger_link
from factbook.problems import ProblemError
from folders import ROOT


def citation():
    return yaml.load((ROOT / "CITATION.cff").read_text("utf-8"), Loader=yaml.BaseLoader)


def test_citation_cff_names_the_book_and_its_authors_as_the_english_pages_do():
    words, said = catalogue.of("en"), citation()
    assert said["title"] == said["preferred-citation"]["title"] == words("site.name")
    assert said["authors"] == said["preferred-citation"]["authors"] == [{"name": words("citing.author")}]


def test_the_version_is_the_same_in_citation_cff_the_package_and_the_data(book):
    package = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert citation()["version"] == package == book.package.descriptor["version"] == identity.read(ROOT).version


def test_the_licence_of_citations_is_that_of_the_text(book):
    assert identity.LICENCE in citation()["license"]
    assert [licence["path"] for licence in book.package.descriptor["licenses"]] == [identity.LICENCE_ADDRESS]


def test_whoever_publishes_a_copy_can_say_where(monkeypatch):
    monkeypatch.setenv(ledger_link.BASE_VARIABLE, "https://ministry.example.org/twins")
    known = identity.read(ROOT)
    assert known.address("ko/market.html") == "https://ministry.example.org/twins/ko/market.html"
    assert known.is_placed


@pytest.mark.parametrize("base", ["ministry.example.org", "ftp://example.org/", "https://example.org/?a=b"])
def test_an_address_that_is_none_is_told(monkeypatch, base):
    monkeypatch.setenv(ledger_link.BASE_VARIABLE, base)
    with pytest.raises(ProblemError, match=r"html\.baseurl") as raised:
        identity.read(ROOT)
    assert [problem.code for problem in raised.value.problems] == ["book.identity"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_is_introduced_without_a_figure(language):
    introduced = catalogue.of(language).under("page")
    assert set(introduced) == set(parse_toc_yaml(ROOT / "_toc.yml")) - {TITLE_PAGE}
    assert not any(character.isdigit() for text in introduced.values() for character in text)
