"""The files of a figure say what its page says, and the check of the pages tells where they do not."""

from __future__ import annotations

import csv
import io
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from factbook.chapter import Book
from factbook.checks import pages
from factbook.checks.of_pages import figures
from factbook.figures import files
from factbook.figures.files import KINDS, Shown, file_of, shown
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem
from factbook.provenance import ledger
from tiny_book import REAL

NAMES = ("market-line", "stated-implied", "policy-timeline", "preclinical-share")
BOOKS = {language: Book(language, REAL.package) for language in LANGUAGES}
PAGE = """<!doctype html><html lang="{language}"><body>{figures}</body></html>"""
FIGURE = """<figure id="fig-{name}">{chart}<p>{links}</p><figcaption><p><span class="caption-number">1 </span>
<span class="caption-text">Title &amp; more</span></p><div class="legend"><p>Source: one</p></div></figcaption>
</figure>"""


def written(folder: Path, language: str, figure: str = FIGURE) -> list[Shown]:
    """A page with some figures of the book, and their files beside it."""
    made = [
        figure.format(
            name=name,
            chart=BOOKS[language].chart(name).html,
            links="".join(f'<a href="{file_of(name, language, kind)}" download>{kind}</a>' for kind in KINDS),
        )
        for name in NAMES
    ]
    html = PAGE.format(language=language, figures="".join(made))
    folder.mkdir()
    (folder / "market.html").write_text(html, "utf-8")
    found = list(shown(html, "market", language))
    files.write(found, folder, {line["id"]: line for line in ledger.rows(BOOKS[language].sayer)})
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("figures")
    for language in LANGUAGES:
        written(folder / language, language)
    return folder


def problems(folder: Path) -> list[Problem]:
    return list(figures.check(pages.read(REAL, {language: folder / language for language in LANGUAGES})))


def rows(folder: Path, name: str, language: str) -> list[dict[str, str]]:
    text = (folder / language / file_of(name, language, "csv")).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_files_as_they_are_written_have_no_problem(built):
    assert problems(built) == []


def test_a_number_stands_in_the_file_exactly_with_its_bounds_its_name_and_its_source(built):
    row = next(row for row in rows(built, "market-line", "en") if row["Year"] == "2019")
    assert row["Market size"] == "USD 0.6 billion"
    assert Decimal(row["Market size: value"]) == 600_000_000
    assert (row["Market size: unit"], row["Market size: id of the number"]) == ("USD", "world-market-2019")
    assert (row["Market size: lower bound"], row["Market size: upper bound"]) == ("550000000", "650000000")
    assert row["Market size: source or formula"] == "bioin169"
    computed = next(row for row in rows(built, "market-line", "en") if row["Year"] == "2020")
    assert computed["Market size: source or formula"] == "grow(world-market-2019, world-cagr, 2020)"


def test_how_far_two_rates_lie_apart_is_in_percentage_points_and_has_no_bounds(built):
    far = next(row for row in rows(built, "stated-implied", "ko") if "%p" in "".join(row.values()))
    column = next(key.removesuffix(": 단위") for key, value in far.items() if value == "pp")
    assert far[column].endswith("%p")
    assert far[f"{column}: 하한"] == far[f"{column}: 상한"] == ""


@pytest.mark.parametrize("name", NAMES)
def test_the_files_of_both_languages_have_the_same_numbers(built, name):
    def numbers(language: str) -> list[str]:
        values = (value for row in rows(built, name, language) for value in row.values())
        return [value for value in values if re.fullmatch(r"-?\d+(\.\d+)?", value)]

    assert numbers("ko") == numbers("en")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_stands_alone_with_its_title_and_its_source(built, name, language):
    text = (built / language / file_of(name, language, "svg")).read_text("utf-8")
    root = etree.fromstring(text.encode())
    assert root.findtext("{*}title") == "1 Title & more"
    said = ["".join(element.itertext()) for element in root.iter("{*}text")]
    assert "Source: one" in said
    assert any(f"market.html#fig-{name}" in line for line in said)
    assert "currentColor" not in text
    assert not re.search(r'(?:href|src)="(?!#)', text.replace("xmlns:xlink", ""))


def test_a_picture_that_has_not_changed_is_not_drawn_again(tmp_path):
    found = written(tmp_path / "en", "en")
    pixels = tmp_path / "en" / file_of("market-line", "en", "png")
    pixels.write_bytes(b"as it was")
    files.write(found, tmp_path / "en", {line["id"]: line for line in ledger.rows(BOOKS["en"].sayer)})
    assert pixels.read_bytes() == b"as it was"


def test_the_files_of_a_figure_that_is_gone_go_too(tmp_path):
    found = written(tmp_path / "en", "en")
    files.write(found[1:], tmp_path / "en", {line["id"]: line for line in ledger.rows(BOOKS["en"].sayer)})
    assert not list((tmp_path / "en").glob(f"_figures/{found[0].name}*"))


def test_a_letter_that_the_font_of_the_figures_lacks_is_told(tmp_path):
    for language in LANGUAGES:
        written(tmp_path / language, language, FIGURE.replace("Source: one", "Source: 漢字"))
    found = problems(tmp_path)
    assert {problem.code for problem in found} == {"page.figure-letter"}
    assert len(found) == 2 * len(NAMES) * len(LANGUAGES)
    assert "«字» (U+5B57)" in str(found[0])


def _replace(old: str, new: str):
    def change(path: Path) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


@pytest.mark.parametrize(
    ("file", "change", "code", "told"),
    [
        ("_figures/market-line-en.csv", _replace("600000000", "600000001"), "page.figure-csv", "600000001"),
        ("_figures/market-line-en.csv", _replace(",USD,", ",KRW,"), "page.figure-csv", "KRW"),
        ("_figures/market-line-en.csv", _replace(",bioin169,", ",fredrates,"), "page.figure-csv", "fredrates"),
        ("_figures/market-line-en.csv", _replace("550000000", "540000000"), "page.figure-csv", "540000000"),
        (
            "_figures/market-line-en.csv",
            _replace("USD 0.6 billion", "USD 6 billion"),
            "page.figure-csv",
            "USD 6 billion",
        ),
        (
            "_figures/market-line-en.csv",
            _replace(",world-market-2019,", ",world-market-2025,"),
            "page.figure-csv",
            "2025",
        ),
        ("_figures/market-line-en.svg", _replace(">USD 0.6 billion<", ">USD 6 billion<"), "page.figure-svg", "0.6"),
        ("_figures/market-line-en.svg", _replace("</svg>", ""), "page.figure-svg", "no SVG"),
        (
            "_figures/market-line-en.svg",
            _replace(">Source: one<", ">Source: two<"),
            "page.figure-svg",
            "another picture",
        ),
        ("_figures/market-line-en.png", lambda path: path.write_bytes(b"GIF89a"), "page.figure-png", "no PNG"),
        ("_figures/market-line-en.png", Path.unlink, "page.figure-file", "market-line-en.png"),
        ("_figures/market-bar-en.png", Path.touch, "page.figure-left", "no page shows"),
        ("market.html", _replace('href="_figures/market-line-en.csv" download', ""), "page.figure-link", "CSV"),
    ],
)
def test_a_file_that_says_something_else_or_is_missing_is_told(built, tmp_path, file, change, code, told):
    copy = shutil.copytree(built, tmp_path / "copy")
    change(copy / "en" / file)
    found = problems(copy)
    assert {problem.code for problem in found} == {code}
    assert told in str(found[0])
