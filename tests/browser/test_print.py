"""A page on paper: tables within their column, no heading without what it heads, nothing that only a screen can do."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from site_pages import BOOK_PAGES

#: The width of the text on A4, in pixels: 210 less two margins of 22 millimetres.
PAPER = 627
#: Leaves a table alone on the page, below room that can grow; its caption, headings and rows are named by their order.
ALONE = """(table) => {
  const room = document.createElement("div");
  room.id = "room";
  const place = table.closest(".pst-scrollable-table-container");
  table.caption.textContent = "captioned";
  table.tHead.rows[0].cells[0].textContent = "headed";
  [...table.tBodies[0].rows].forEach((row, index) => (row.cells[0].textContent = `row${index}.`));
  document.querySelector(".bd-article").replaceChildren(room, place);
}"""


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": PAPER, "height": 900}) as context:
        page = context.new_page()
        page.emulate_media(media="print")
        yield page


@pytest.mark.parametrize("name", BOOK_PAGES)
def test_no_table_is_wider_than_its_column(paper: Page, address: str, name: str):
    paper.goto(f"{address}/{name}")
    wide = paper.evaluate(
        """() => [...document.querySelectorAll(".bd-article table")]
          .filter((table) => table.offsetWidth > table.parentElement.clientWidth + 1).map((table) => table.id)"""
    )
    assert wide == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_can_be_downloaded_only_is_not_printed(paper: Page, address: str, language: str):
    paper.goto(f"{address}/{language}/market.html")
    files = paper.locator(".chart-files")
    assert files.count() > 0
    assert not any(one.is_visible() for one in files.all())
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(paper.pdf())).pages)
    assert catalogue.of(language)("figure.files.label").strip() not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_stands_on_one_page(paper: Page, address: str, language: str):
    paper.goto(f"{address}/{language}/forecast-check.html")
    headings = [" ".join(one.split()) for one in paper.locator(".heading > h2").all_inner_texts()]
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(paper.pdf())).pages]
    apart = [one for one in headings if not any(one.replace(" ", "") in text.replace(" ", "") for text in pages)]
    assert len(headings) > 4 and apart == []


def test_no_heading_of_a_table_is_left_at_the_foot_of_a_page(paper: Page, address: str):
    paper.goto(f"{address}/en/players.html")
    paper.locator("#tab-milestones").evaluate(ALONE)
    for room in range(640, 960, 20):
        paper.evaluate("(pixels) => (document.getElementById('room').style.height = `${pixels}px`)", room)
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(paper.pdf(prefer_css_page_size=True))).pages]
        shown = [re.findall(r"captioned|headed|row\d+\.", text) for text in pages]
        assert sum(len([one for one in page if one.startswith("row")]) for page in shown) > 10
        for page in filter(None, shown):
            assert len(page) - page.count("captioned") - page.count("headed") >= 2, (room, shown)
