"""The site on a closed network: taken along as one file, opened from a disk, governed by its own policy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from factbook.checks.policy import of_page
from site_pages import EVERY_PAGE


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built folder, zipped, and unzipped elsewhere under a name with a blank and Korean letters."""
    there = tmp_path_factory.mktemp("taken")
    archive = shutil.make_archive(str(there / "site"), "zip", site)
    shutil.unpack_archive(archive, there / "살아 있는 보고서")
    return there / "살아 있는 보고서"


@pytest.fixture(scope="module")
def opened(browser: Browser):
    """One page for all tests: to open another for each takes longer than to read it."""
    with browser.new_page() as opened:
        opened.wrong = []
        opened.on("pageerror", lambda error: opened.wrong.append(f"script: {error}"))
        opened.on("console", lambda said: opened.wrong.append(said.text) if said.type == "error" else None)
        opened.on("requestfailed", lambda request: opened.wrong.append(f"failed: {request.url}"))
        yield opened


@pytest.fixture
def page(opened: Page) -> Page:
    # What the page before still loads fails when it is left, and is to be forgotten.
    opened.goto("about:blank")
    opened.wrong.clear()
    return opened


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_every_page_opens_from_a_disk_and_breaks_no_rule(page: Page, unpacked: Path, name: str):
    page.goto((unpacked / name.partition("?")[0]).as_uri() + "?choose")
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]')
    expect(policy).to_have_attribute("content", of_page(Path(name.partition("?")[0]).stem))
    assert page.wrong == []


def test_a_chart_comes_alive_from_a_disk(page: Page, unpacked: Path):
    page.goto((unpacked / "ko" / "market.html").as_uri())
    chart = page.locator('[data-chart="market-line"]')
    chart.scroll_into_view_if_needed()
    expect(chart.locator(".chart-live.drawn svg")).to_be_visible()
    assert page.wrong == []


@pytest.mark.parametrize(("language", "word"), [("ko", "환율"), ("en", "exchange")])
def test_the_search_finds_from_a_disk(page: Page, unpacked: Path, language: str, word: str):
    page.goto((unpacked / language / "search.html").as_uri() + f"?q={word}")
    expect(page.locator("#search-results a").first).to_be_visible()
    assert page.wrong == []


def test_the_language_is_switched_from_a_disk(page: Page, unpacked: Path):
    page.goto((unpacked / "ko" / "market.html").as_uri())
    page.locator(".language-switch").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.go_back()
    page.locator('.page-footer a[href*="index.html"]').first.click()
    expect(page.locator("a[data-language]").first).to_be_visible()


def test_the_policy_stops_what_a_page_does_not_hold(page: Page, address: str):
    """Were something smuggled into a page, neither a script within it nor a file from elsewhere would run."""
    page.goto(f"{address}/ko/index.html")
    page.evaluate(
        """() => {
          const within = document.createElement("script");
          within.textContent = "window.ran = true";
          const handler = document.createElement("button");
          handler.setAttribute("onclick", "window.ran = true");
          document.body.append(within, handler);
          handler.click();
        }"""
    )
    assert page.evaluate("window.ran") is None
    assert len([said for said in page.wrong if "Content Security Policy" in said]) == 2
