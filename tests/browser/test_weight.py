"""What a reader waits for: few bytes, one stylesheet, and no script that can come later."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, Page

from site_pages import BOOK_PAGES, DESKTOP

#: For the first view of a page, compressed, in bytes. Live charts come when they are scrolled to.
BUDGET = 150 * 1024
#: What must be known before the first paint: what is remembered, colours and rate.
BEFORE_PAINT = {"before-paint.js"}


@pytest.fixture(scope="module")
def uncached(browser: Browser) -> Iterator[Page]:
    """A page that asks for everything at each view, as at the first one, and keeps the answers: ``page.answers``."""
    with browser.new_page(viewport={**DESKTOP, "height": 100}) as page:
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        page.on("response", lambda answer: page.answers.append(answer))
        yield page


@pytest.mark.parametrize("name", BOOK_PAGES)
def test_the_first_view_of_a_page_is_within_its_budget(uncached: Page, address: str, name: str):
    uncached.answers = []
    uncached.goto(f"{address}/{name}", wait_until="networkidle")
    sizes = {answer.url.rpartition("/")[2]: len(gzip.compress(answer.body())) for answer in uncached.answers}
    assert {name.rpartition("/")[2], "before-paint.js"} <= {asked.partition("?")[0] for asked in sizes}
    assert "vega.js" not in sizes
    assert sum(sizes.values()) <= BUDGET, sizes


@pytest.mark.parametrize("name", BOOK_PAGES)
def test_the_first_paint_waits_for_one_stylesheet_and_what_it_must_know(site: Path, name: str):
    page = lxml.html.fromstring((site / name).read_bytes())
    assert len(page.xpath("//link[@rel='stylesheet']")) == 1
    waited = {src.partition("?")[0].rpartition("/")[2] for src in page.xpath("//script[not(@defer)]/@src")}
    assert waited <= BEFORE_PAINT


def test_both_languages_share_one_stylesheet(site: Path):
    linked = {
        (site / name).parent.joinpath(href).resolve()
        for name in BOOK_PAGES
        for href in lxml.html.fromstring((site / name).read_bytes()).xpath("//link[@rel='stylesheet']/@href")
    }
    assert len(linked) == 1
    assert all(sheet.is_file() for sheet in linked)


def test_no_file_is_published_that_nothing_asks_for(site: Path):
    published = [path for path in site.rglob("*") if "_static" in path.parts and path.is_file()]
    texts = [path.read_text("utf-8") for path in site.rglob("*") if path.suffix in (".html", ".js")]
    named = {name for text in texts for name in re.findall(r"[\w.+-]+\.\w+", text)}
    assert [path for path in published if path.name not in named] == []
