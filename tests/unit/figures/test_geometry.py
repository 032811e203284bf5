"""Each mark of each figure stands for its number: a figure as it is passes, and one that is moved, renamed or
recoloured is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from factbook import report
from factbook.chapter import Book
from factbook.checks.of_pages import geometry
from factbook.checks.of_pages.geometry import scales
from factbook.data.layout import Layout
from factbook.facts import state
from factbook.figures.gallery import declarations
from folders import ROOT

BOOK = Layout(ROOT)
FIGURES = report.module("geometry").FIGURES
NAMES = sorted(FIGURES)
_GROUP = re.compile(r'<g class="mark-(?:rect|symbol) role-mark[^>]*>(.*?)</g>', re.DOTALL)


@pytest.fixture(scope="module")
def drawn() -> dict[tuple[str, str], str]:
    return {
        (name, language): f"<html><body>{Book(language, BOOK.package).chart(name).html}</body></html>"
        for name in NAMES
        for language in ("ko", "en")
    }


def found(html: str, language: str = "en") -> list[geometry.Wrong]:
    (told,) = geometry.read(html, "page", language, state.read(BOOK.package))
    return geometry.wrong(told)


def test_every_figure_has_what_it_is_compared_with():
    assert set(declarations()) == set(FIGURES)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_a_figure_as_it_is_passes(drawn, name, language):
    assert found(drawn[name, language], language) == []


def moved(html: str) -> Iterator[str]:
    """The page with the first or the last mark of each group of bars and points moved to the right by nine pixels."""
    for group in _GROUP.finditer(html):
        marks = list(re.finditer(r"<path ", group[1]))
        for mark in marks[:: max(1, len(marks) - 1)]:
            start = group.start(1) + mark.start()
            rest = html[start + len("<path ") :]
            if 'transform="' in rest[: rest.index(">")]:
                yield html[:start] + "<path " + rest.replace('transform="', 'transform="translate(9,0) ', 1)
            else:
                yield f'{html[:start]}<path transform="translate(9,0)" {rest}'


@pytest.mark.parametrize("name", [name for name in NAMES if name != "preclinical-share"])
def test_a_mark_that_is_moved_is_told(drawn, name, monkeypatch):
    # Drawing anew at each rate takes longer than all else, and draws no mark that was moved here.
    monkeypatch.setattr(geometry.live, "check", lambda *_: iter(()))
    for html in moved(drawn[name, "en"]):
        assert found(html)


@pytest.mark.parametrize("name", ["market-line", "won-per-dollar", "forecasts"])
def test_a_line_past_its_points_is_told(drawn, name):
    line = re.compile(r'(<g class="mark-line role-mark.*?[ML][^"]*?L[-\d.]+,)([-\d.]+)', re.DOTALL)
    assert any(
        "line" in what
        for what, _, _ in found(line.sub(lambda one: f"{one[1]}{float(one[2]) + 9}", drawn[name, "en"], count=1))
    )


def test_a_square_of_another_colour_is_told(drawn):
    assert found(drawn["preclinical-share", "en"].replace('fill="#767676"', 'fill="#C4560A"', 1))


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("market-line", ">1.5 bn<", ">15 bn<"),
        ("market-line", ">USD 0.6 billion</text>", ">USD 2.4 billion</text>"),
        ("forecasts", ">quoted elsewhere<", ">headline only<"),
        ("forecasts", '"shown":"USD 2.4 billion"', '"shown":"USD 0.6 billion"'),
        ("won-per-dollar", ">March 2022<", ">April 2022<"),
        ("twins-by-kind", ">48 twins (60%)<", ">11 twins (60%)<"),
        ("world-market", "is USD 0.6 billion in 2019", "is USD 2.4 billion in 2019"),
        ("growth-allowed", 'fill="#00875F"', 'fill="#0072B2"'),
        ("forecasts", ">MarketsandMarkets</text>", ">Grand View</text>"),
        ("us-and-rest", '"field":"value","title":"Market size"', '"field":"year","title":"Market size"'),
    ],
)
def test_a_slip_is_told(drawn, name, right, wrong):
    html = drawn[name, "en"]
    assert right in html
    assert found(html.replace(right, wrong, 1))


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("market-line", "datum.dollars * rate : datum.dollars", "datum.dollars * rate * 1.1 : datum.dollars"),
        ("market-line", "/ datum.ulp + 0.5)", "/ datum.ulp)"),
        ("world-market", "round(datum.size * rate)", "round(datum.size * 1220)"),
    ],
)
def test_a_live_chart_that_follows_another_rate_is_told(drawn, name, right, wrong):
    html = drawn[name, "en"]
    assert right in html
    assert any("won to the dollar" in what for what, _, _ in found(html.replace(right, wrong)))


def test_a_date_that_is_not_of_the_data_is_told_even_where_mark_and_table_agree(drawn):
    html = drawn["policy-timeline", "en"]
    assert 'datetime="2021-09"' in html
    assert any(what == "the dates of the events" for what, _, _ in found(html.replace('"2021-09"', '"2021-10"')))


def test_words_that_stand_on_no_scale_are_told():
    with pytest.raises(ValueError, match="do not stand on one scale"):
        scales.fitted([0, 10, 20], ["1", "2", "5"])
