"""The site as readers use it, in a real browser, in both languages."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

import pytest
from playwright.sync_api import Browser, Page, expect

from factbook.interface.catalogue import LANGUAGES
from site_pages import CHAPTERS, DESKTOP, PHONE, SHIFTS


@contextmanager
def watched(browser: Browser) -> Iterator[Page]:
    """A page that keeps what it asks for and what goes wrong on it: ``page.asked``, ``page.wrong``."""
    with browser.new_page(viewport=DESKTOP) as opened:
        opened.asked, opened.wrong = [], []
        opened.on("request", lambda request: opened.asked.append(request.url))
        opened.on("pageerror", lambda error: opened.wrong.append(f"script: {error}"))
        opened.on(
            "console", lambda said: opened.wrong.append(f"console: {said.text}") if said.type == "error" else None
        )
        opened.on("requestfailed", lambda request: opened.wrong.append(f"failed: {request.url}"))
        yield opened


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page as a new reader opens it."""
    with watched(browser) as opened:
        yield opened


@pytest.fixture(scope="module")
def desktop(browser: Browser) -> Iterator[Page]:
    """A page that goes through all of the book: to open a new one for each takes longer than to read it."""
    with watched(browser) as opened:
        yield opened


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """The same on a phone; it sums up how far what is shown moves."""
    with browser.new_page(viewport=PHONE) as opened:
        opened.add_init_script(SHIFTS)
        yield opened


def scroll_through(page: Page) -> None:
    """Shows every part of the page; a browser without a screen may draw no frame for a while, and is not waited for."""
    page.evaluate(
        "async () => { for (let y = 0; y < document.body.scrollHeight; y += window.innerHeight) {"
        " window.scrollTo(0, y);"
        " await new Promise(done => { requestAnimationFrame(done); setTimeout(done, 200); }); } }"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_page_asks_another_site_for_anything_or_stumbles(desktop: Page, address: str, language: str, chapter: str):
    # What the page before still loads fails when it is left, and is to be forgotten.
    desktop.goto("about:blank")
    desktop.asked.clear()
    desktop.wrong.clear()
    desktop.goto(f"{address}/{language}/{chapter}.html")
    scroll_through(desktop)
    desktop.wait_for_load_state("networkidle")
    assert [url for url in desktop.asked if not url.startswith((address, "data:", "blob:"))] == []
    assert desktop.wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_phone_shows_every_page_without_scrolling_sideways_or_moving_it(
    phone: Page, address: str, language: str, chapter: str
):
    phone.goto(f"{address}/{language}/{chapter}.html", wait_until="networkidle")
    assert phone.evaluate("window.shift") < 0.02
    scroll_through(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


class InSteps(SimpleHTTPRequestHandler):
    """Sends a page up to its first long table, or its first note on a source, and the rest some frames later."""

    def log_message(self, *args: object) -> None:
        return

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:
        text = source.read()
        late = [place for mark in (b'class="ledger"', b'class="source-note"') if (place := text.find(mark)) > 0]
        for part in (text[: min(late, default=0)], text[min(late, default=0) :]):
            outputfile.write(part)
            outputfile.flush()
            time.sleep(0.4 if late else 0)


@pytest.mark.parametrize("size", [PHONE, DESKTOP, {"width": 1920, "height": 1000}], ids=lambda size: str(size["width"]))
@pytest.mark.parametrize("chapter", ["codebook", "numbers", "market"])
def test_a_page_that_comes_in_steps_stays_where_it_is(browser: Browser, site: Path, size: dict, chapter: str):
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(InSteps, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with browser.new_context(viewport=size) as context:
            page = context.new_page()
            page.add_init_script(SHIFTS)
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/ko/{chapter}.html", wait_until="networkidle")
            assert page.evaluate("window.shift") < 0.02
        server.shutdown()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_is_a_picture_at_first_and_live_when_it_comes_into_view(page: Page, address: str, language: str):
    page.goto(f"{address}/{language}/market.html")
    chart = page.locator('[data-chart="market-line"]')
    assert chart.locator("svg").count() == 1
    before = chart.bounding_box()["height"]
    chart.scroll_into_view_if_needed()
    expect(chart.locator(".chart-live.drawn svg")).to_be_visible()
    assert abs(chart.bounding_box()["height"] - before) < 4
    chart.locator('input[value="KRW"]').check()
    expect(chart.locator(".chart-live")).to_contain_text("1,220")


def test_without_scripts_a_page_has_its_numbers_and_its_pictures(browser: Browser, address: str):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/ko/market.html")
        expect(page.locator('data[data-fact="world-market-2019"]').first).to_have_text("6억 달러")
        expect(page.locator('[data-chart="market-line"] svg').first).to_be_visible()
        page.goto(f"{address}/en/market.html")
        expect(page.locator('data[data-fact="world-market-2019-krw"]').first).to_have_text("KRW 732 billion")


@pytest.mark.parametrize(("language", "other"), [("ko", "en"), ("en", "ko")])
def test_a_page_leads_to_the_same_section_in_the_other_language(page: Page, address: str, language: str, other: str):
    page.goto(f"{address}/{language}/market.html#market-unknown")
    page.locator(".language-switch").first.click()
    page.wait_for_url(f"{address}/{other}/market.html#market-unknown")
    expect(page.locator("html")).to_have_attribute("lang", other)


def test_each_heading_leads_to_its_twin_without_scripts(browser: Browser, address: str):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/ko/market.html")
        href = page.locator("section#market-unknown > .heading a.twin").get_attribute("href")
        assert href == "../en/market.html#market-unknown"


def test_the_root_page_offers_both_languages_without_scripts(browser: Browser, address: str):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for language in LANGUAGES:
            page.goto(f"{address}/")
            page.locator(f'a[hreflang="{language}"]').first.click()
            page.wait_for_url(f"{address}/{language}/index.html")


def test_the_root_page_remembers_the_language_that_was_chosen(page: Page, address: str):
    page.goto(f"{address}/")
    page.locator('a[hreflang="en"]').first.click()
    page.wait_for_url(f"{address}/en/index.html")
    page.goto(f"{address}/")
    page.wait_for_url(f"{address}/en/index.html")


def test_the_site_works_from_a_disk(page: Page, site: Path):
    page.goto((site / "ko" / "market.html").as_uri())
    chart = page.locator('[data-chart="market-line"]')
    chart.scroll_into_view_if_needed()
    expect(chart.locator(".chart-live.drawn svg")).to_be_visible()
    assert page.wrong == []


#: Words that a Korean page may write in Latin letters inside its interface: names of things.
LATIN_NAMES = {"EN", "English", "Jupyter", "Python", "CSV", "PDF", "Ctrl", "K", "MyST", "ipynb", "md"}
#: What a page says outside its text: the words of its frame and the labels of everything, but for those that say
#: themselves to be in another language.
INTERFACE = """language => {
  const other = e => e.closest("[lang]").lang !== language;
  const own = e => other(e) || e.closest("article.bd-article, script, noscript, style, svg, pre, code");
  const words = [];
  for (const e of document.querySelectorAll("body *")) {
    if (own(e) && e.closest("article.bd-article") === null) continue;
    for (const a of ["title", "aria-label", "placeholder", "alt", "data-tooltip"])
      if (e.hasAttribute(a) && !other(e) && !e.closest(".chart, .bibtex-citation")) words.push(e.getAttribute(a));
    if (!own(e)) for (const n of e.childNodes) if (n.nodeType === 3) words.push(n.textContent);
  }
  return words;
}"""


@pytest.mark.parametrize("chapter", ["index", "market", "search"])
def test_the_interface_of_a_korean_page_is_korean(page: Page, address: str, chapter: str):
    page.goto(f"{address}/ko/{chapter}.html")
    page.wait_for_load_state("networkidle")
    latin = {word for text in page.evaluate(INTERFACE, "ko") for word in re.findall(r"[A-Za-z]{2,}", text)}
    assert latin - LATIN_NAMES == set()


@pytest.mark.parametrize("chapter", ["index", "market", "cite-and-run", "search"])
def test_the_interface_of_an_english_page_is_english(page: Page, address: str, chapter: str):
    page.goto(f"{address}/en/{chapter}.html")
    page.wait_for_load_state("networkidle")
    assert [text for text in page.evaluate(INTERFACE, "en") if re.search("[가-힣]", text)] == []
