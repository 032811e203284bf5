"""Every figure in a browser: a picture without scripts, a live chart with them, its files, read by every means."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from lxml import etree
from playwright.sync_api import Browser, Locator, Page, Route, expect

from factbook.figures.files import KINDS, file_of
from factbook.interface.catalogue import LANGUAGES
from site_pages import PHONE, SHIFTS

PAGES = ("summary", "overview", "scope", "market", "opportunities-threats", "players", "forecast-check")
#: No program that is made from text, and no script or style from elsewhere.
POLICY = "default-src 'self'; script-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'"
HANGUL = re.compile("[가-힣]")


@contextmanager
def reading(browser: Browser, **how: Any) -> Iterator[Page]:
    """A page of a reader who brings nothing along; what its console says of charts fails the test."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **how})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    try:
        yield page
        assert not [text for text in said if "picture stays" in text or "vega" in text.lower()]
    finally:
        context.close()


def live(chart: Locator) -> Locator:
    """The chart, once it is live and can be read by keyboard."""
    chart.scroll_into_view_if_needed()
    expect(chart.locator(".chart-live.drawn svg")).to_be_visible()
    expect(chart.locator(".chart-slider")).to_be_attached()
    return chart


def charts(page: Page) -> list[Locator]:
    return page.locator(".chart").all()


def in_language(text: str, language: str) -> bool:
    return bool(HANGUL.search(text)) == (language == "ko")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_a_figure_is_a_picture_with_its_table_and_files(
    browser: Browser, site: Path, language: str, name: str
) -> None:
    with reading(browser, java_script_enabled=False) as page:
        page.goto((site / language / f"{name}.html").as_uri())
        assert charts(page)
        for chart in charts(page):
            expect(chart.locator(".chart-view > svg")).to_be_visible()
            assert chart.locator("tbody tr").count()
            assert chart.locator("xpath=ancestor::figure").locator(".chart-files a").count() == len(KINDS)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_live_chart_needs_no_compiled_program_and_speaks_the_language_of_the_page(
    browser: Browser, address: str, language: str, name: str
) -> None:
    def with_policy(route: Route) -> None:
        answer = route.fetch()
        meta = f'<head><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        route.fulfill(response=answer, body=answer.text().replace("<head>", meta, 1))

    with reading(browser) as page:
        page.route("**/*.html", with_policy)
        page.goto(f"{address}/{language}/{name}.html")
        for chart in charts(page):
            slider = live(chart).locator(".chart-slider")
            assert in_language(slider.get_attribute("aria-label") or "", language)
            said = set()
            for _ in range(int(slider.get_attribute("max") or 0) + 1):
                said.add(slider.get_attribute("aria-valuetext") or "")
                slider.press("ArrowRight")
            assert len(said) == int(slider.get_attribute("max") or 0) + 1, "each point is said, and says something else"
            assert all(in_language(text, language) for text in said)
            for group in chart.get_by_role("radiogroup").all():
                assert in_language(group.get_attribute("aria-label") or "", language)
                for box in (label.bounding_box() for label in group.locator("label").all()):
                    assert box and min(box["width"], box["height"]) >= 24


def nothing_moves(page: Page, address: str) -> None:
    """While every live chart of the page takes the place of its picture."""
    page.add_init_script(SHIFTS)
    page.goto(address)
    for chart in charts(page):
        before = chart.bounding_box()
        after = live(chart).bounding_box()
        assert before and after and abs(before["height"] - after["height"]) < 1
    assert page.evaluate("window.shift") < 0.01


@pytest.mark.parametrize("name", PAGES)
def test_charts_come_alive_from_a_disk_and_nothing_moves(browser: Browser, site: Path, name: str) -> None:
    with reading(browser) as page:
        nothing_moves(page, (site / "ko" / f"{name}.html").as_uri())


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_moves_on_a_phone_either(browser: Browser, address: str, language: str, name: str) -> None:
    with reading(browser, viewport=PHONE) as page:
        nothing_moves(page, f"{address}/{language}/{name}.html")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_of_a_figure_open_as_what_they_are_called(site: Path, language: str, name: str) -> None:
    folder = site / language
    for chart in lxml.html.parse(str(folder / f"{name}.html")).xpath("//@data-chart"):
        data, picture, pixels = (folder / file_of(chart, language, kind) for kind in KINDS)
        assert data.read_bytes().startswith(b"\xef\xbb\xbf"), "a Korean spreadsheet must not take it for CP949"
        head, *rows = csv.reader(io.StringIO(data.read_text("utf-8-sig"), newline=""))
        assert rows
        assert all(in_language(heading, language) for heading in head)
        root = etree.parse(str(picture)).getroot()
        assert "currentColor" not in picture.read_text("utf-8"), "a document has no ink of its own"
        assert f"{name}.html#" in rows[0][-1]
        assert f"{name}.html#" in "".join(root.itertext())
        assert pixels.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
        assert f"{name}.html#".encode() in pixels.read_bytes()


def test_a_chart_in_won_follows_the_readers_rate(browser: Browser, address: str) -> None:
    with reading(browser) as page:
        page.goto(f"{address}/en/market.html")
        chart = live(page.locator('[data-chart="market-line"]'))
        chart.locator('input[value="KRW"]').check()
        expect(chart.locator(".chart-live")).to_contain_text("1,220")
        page.evaluate("document.dispatchEvent(new CustomEvent('factbook:rate', {detail: {rate: 1400}}))")
        expect(chart.locator(".chart-live")).to_contain_text("1,400")
        expect(chart.locator(".chart-live")).not_to_contain_text("1,220")


def test_a_picture_at_another_rate_than_the_readers_comes_alive_at_once(browser: Browser, address: str) -> None:
    with reading(browser) as page:
        page.add_init_script("localStorage.setItem('book:rate', '1400')")
        page.goto(f"{address}/en/market.html")
        assert page.evaluate("window.scrollY") == 0
        chart = page.locator('[data-chart="market-line"]')
        expect(chart.locator(".chart-live.drawn svg")).to_be_attached()
        chart.locator('input[value="KRW"]').check()
        expect(chart.locator(".chart-live")).to_contain_text("1,400")


def test_a_point_is_read_by_keyboard_in_sight_and_aloud(browser: Browser, address: str) -> None:
    with reading(browser) as page:
        page.goto(f"{address}/ko/market.html")
        chart = live(page.locator('[data-chart="market-line"]'))
        slider = chart.locator(".chart-slider")
        slider.focus()
        slider.press("Home")
        slider.press("ArrowRight")
        slider.press("ArrowRight")
        expect(page.locator(".chart-tip")).to_contain_text("6억 달러")
        expect(slider).to_have_attribute("aria-valuetext", re.compile("2019.*6억 달러.*3/9"))
        ring, view = (chart.locator(part).bounding_box() for part in (".chart-ring", ".chart-view"))
        assert ring and view and view["x"] < ring["x"] < view["x"] + view["width"]
        slider.press("Escape")
        expect(page.locator(".chart-tip")).to_be_hidden()


def test_a_tap_reads_a_point_and_a_swipe_scrolls_the_page(browser: Browser, address: str) -> None:
    with reading(browser, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as page:
        page.goto(f"{address}/ko/scope.html")
        chart = live(page.locator('[data-chart="twins-by-kind"]'))
        box = chart.locator(".chart-live").bounding_box()
        assert box
        page.touchscreen.tap(box["x"] + 20, box["y"] + 40)
        expect(page.locator(".chart-tip")).to_contain_text("장기")
        before = page.evaluate("window.scrollY")
        at = {"x": box["x"] + 60, "y": box["y"] + 60}
        page.context.new_cdp_session(page).send("Input.synthesizeScrollGesture", {**at, "yDistance": -200})
        assert page.evaluate("window.scrollY") > before + 100
        expect(page.locator(".chart-tip")).to_be_hidden()


def test_what_the_browser_announces_of_a_live_chart_is_its_description_only(browser: Browser, address: str) -> None:
    with reading(browser) as page:
        page.goto(f"{address}/ko/summary.html")
        chart = live(page.locator('[data-chart="world-market"]'))
        tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        roles = {(node.get("role") or {}).get("value") for node in tree if not node.get("ignored")}
        assert not {role for role in roles if str(role).lower().startswith("graphics")}
        assert "Vega" not in json.dumps([node.get("name") for node in tree if not node.get("ignored")])
        assert chart.get_by_role("img").count() == 1
