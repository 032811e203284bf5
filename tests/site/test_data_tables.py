"""Tables of data on pages show every row of what they are asked for; a row that is lost or exchanged is told."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from factbook.checks import pages
from factbook.checks.channels import known
from factbook.checks.of_pages import data_tables
from factbook.data.layout import Layout
from folders import ROOT

BOOK = Layout(ROOT)
_ROW = re.compile(r"<tr class=\"row-(?:even|odd)\"><td>.*?</tr>", re.DOTALL)


@pytest.fixture
def page(site, tmp_path) -> Path:
    """The page of forecasts by itself, and its path."""
    return Path(shutil.copy(site / "en" / "forecast-check.html", tmp_path))


def found(page: Path, code: str = "page.table") -> list[str]:
    problems = list(data_tables.check(pages.read(BOOK, {"en": page.parent})))
    assert {problem.code for problem in problems} == {code}
    return [problem.found for problem in problems]


def test_tables_as_they_are_pass(site):
    folders = {language: site / language for language in ("ko", "en")}
    assert list(data_tables.check(pages.read(BOOK, folders))) == []


def rows(text: str) -> list[re.Match[str]]:
    start = text.index("from-forecasts")
    return list(_ROW.finditer(text, start, text.index("</table>", start)))


def test_a_row_that_is_lost_is_told(page):
    text = page.read_text("utf-8")
    page.write_text(text.replace(rows(text)[-1][0], ""), "utf-8")
    assert found(page)[0].startswith("«forecasts» has 14 rows")


def test_rows_that_are_exchanged_are_told(page):
    text = page.read_text("utf-8")
    one, other = rows(text)[:2]
    page.write_text(text[: one.start()] + other[0] + one[0] + text[other.end() :], "utf-8")
    assert found(page)


def test_a_column_that_the_codebook_has_not_is_told(site, tmp_path):
    page = Path(shutil.copy(site / "en" / "codebook.html", tmp_path))
    text = page.read_text("utf-8")
    place = text.index("The columns of ‘Units’")
    row = re.compile(r"<tr id=.*?</tr>", re.DOTALL).search(text, place)
    page.write_text(text[: row.start()] + text[row.end() :], "utf-8")
    assert found(page, "page.codebook")[0].startswith("the columns of «Units» are 4 lines")


def test_a_file_that_nothing_reads_back_is_told(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "numbers.xlsx").touch()
    (problem,) = filter(None, known.check(BOOK, tmp_path))
    assert (problem.code, problem.file) == ("channel.unknown", "en/numbers.xlsx")
