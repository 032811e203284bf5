"""Every figure of the book is drawn in both languages, with its data as a table and a sentence that says it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache

import lxml.html
import pytest

from factbook import facts
from factbook.chapter import Book
from factbook.figures.declared import UnknownFigure
from factbook.figures.gallery import Drawn, declarations
from factbook.interface.catalogue import LANGUAGES
from tiny_book import REAL

NAMES = sorted(declarations())


@cache
def book(language: str) -> Book:
    return Book(language, REAL.package)


@cache
def drawn(name: str, language: str) -> Drawn:
    return book(language).chart(name)


@cache
def html(name: str, language: str) -> str:
    return drawn(name, language).html


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_has_a_heading_for_each_cell_of_its_data(name, language):
    figure = drawn(name, language)
    assert figure.rows
    assert {len(row) for row in figure.rows} == {len(figure.headings)}
    assert all(cell.text.strip() for row in figure.rows for cell in row), "no cell is empty"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_alternative_text_of_a_figure_is_filled(name, language):
    assert not re.search(r"[{}]", drawn(name, language).alt)
    assert len(drawn(name, language).alt) > 20


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_shows_the_same_numbers_in_both_languages(name):
    ko, en = (sorted(re.findall(r'data-(?:fact|relation)="[^"]+"', html(name, code))) for code in LANGUAGES)
    assert ko == en
    assert len(drawn(name, "ko").rows) == len(drawn(name, "en").rows)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_other_language_is_left_in_a_figure(name, language):
    figure = drawn(name, language)
    words = [figure.alt, *figure.headings]
    hangul = [bool(re.search("[가-힣]", text)) for text in words]
    assert all(hangul) if language == "ko" else not any(hangul)


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_reads_declared_tables_and_says_which(name):
    assert declarations()[name].reads
    assert set(declarations()[name].reads) <= set(REAL.package.files)


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_on_a_page_is_whole_and_asks_nothing_of_another_site(name):
    figure = drawn(name, "ko")
    element = lxml.html.fromstring(html(name, "ko"))
    assert element.xpath("string(.//*[@role='img']/@aria-label)") == figure.alt
    assert element.xpath(".//*[local-name()='svg']"), "the picture is drawn at build time"
    assert json.loads(element.xpath("string(.//script)")) == figure.spec
    assert len(element.xpath(".//tbody/tr")) == len(figure.rows)
    assert not re.search(r'(?:src|href|url\()\s*=?\s*["\']?(?:https?:)?//', html(name, "ko").replace("xmlns", ""))


def test_a_script_in_a_figures_words_cannot_close_the_specification():
    figure = drawn("world-market", "ko")
    closing = replace(figure, spec={**figure.spec, "title": "</script><b>"})
    assert closing.html.count("</script>") == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_is_drawn_the_same_way_twice(name):
    again = book("en").chart(name)
    assert (again.spec, again.rows, again.alt) == (
        drawn(name, "en").spec,
        drawn(name, "en").rows,
        drawn(name, "en").alt,
    )


def test_a_figure_follows_its_facts():
    known = facts.load(REAL.package)
    changed = known.replacing("world-market-2025", known.fact("world-market-2019").amount)
    other = Book("en", REAL.package)
    object.__setattr__(other.sayer, "facts", changed)
    assert other.chart("world-market").spec != drawn("world-market", "en").spec


def test_an_unknown_figure_suggests_the_nearest():
    with pytest.raises(UnknownFigure, match="no figure has the id «world-markets»: did you mean world-market"):
        book("ko").chart("world-markets")
