"""An address that is not there shows a page that leads back into the book, at any depth, on a host or below a path."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from factbook.build import assembly, serve
from factbook.checks.policy import POLICY
from factbook.data.layout import Layout
from site_pages import DESKTOP, PHONE, ROOT


@pytest.fixture(scope="module", params=["/", "/book/"])
def host(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site on a host that shows 404.html where there is no page, as GitHub Pages does."""
    folder, base = tmp_path_factory.mktemp("host"), request.param
    below = folder / base.strip("/")
    shutil.copytree(site, below, dirs_exist_ok=True)
    if base != "/":
        (below / assembly.NOT_FOUND).write_text(assembly.not_found_page(Layout(ROOT), base), "utf-8")

    class Host(SimpleHTTPRequestHandler):
        error_message_format = (below / assembly.NOT_FOUND).read_text("utf-8").replace("%", "%%")
        error_content_type = "text/html; charset=utf-8"

        def log_message(self, *args: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{base}"
        server.shutdown()


@pytest.mark.parametrize(
    "missing", ["nowhere.html", "ko/nowhere.html", "a/b/c", "a/b/c/", "editions/2020-Q1/en/market.html"]
)
def test_an_address_that_is_not_there_leads_into_the_book_in_both_languages(browser: Browser, host: str, missing: str):
    for language in ("ko", "en"):
        with browser.new_context() as context:
            page, wrong, asked = context.new_page(), [], []
            page.on("pageerror", lambda error, wrong=wrong: wrong.append(str(error)))
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            answer = page.goto(f"{host}{missing}")
            assert answer.status == 404
            expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).to_have_attribute("content", POLICY)
            assert [url for url in asked if not url.startswith("data:")] == [f"{host}{missing}"], (
                "it is whole by itself"
            )
            colour = page.evaluate("getComputedStyle(document.body).display")
            assert colour == "flex", "its style is in it"
            assert page.locator(f"section[lang={language}] a").count() == 2
            page.locator(f"section[lang={language}] a").first.click()
            page.wait_for_url(f"{host}{language}/index.html")
            expect(page.locator("html")).to_have_attribute("lang", language)
            assert wrong == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_it_leads_to_the_search_of_each_language(browser: Browser, host: str, language: str):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{host}a/b/c")
        page.locator(f"section[lang={language}] a").nth(1).click()
        expect(page.locator("h1")).to_be_visible()
        assert page.url == f"{host}{language}/search.html"


@pytest.mark.parametrize("screen", [PHONE, DESKTOP])
def test_it_fits_the_screen(browser: Browser, host: str, screen: dict[str, int]):
    with browser.new_context(viewport=screen) as context:
        page = context.new_page()
        page.goto(f"{host}a/b/c")
        assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"]


def test_links_begin_with_the_path_of_the_address_under_which_the_book_is_published(tmp_path: Path):
    page = assembly.not_found_page(Layout(ROOT), "/book/")
    assert page.count('href="/book/') == 4
    assert 'name="robots" content="noindex"' in page


def test_factbook_serve_answers_a_missing_page_with_it_too():
    layout = Layout(ROOT)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(serve.Handler, layout=layout)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with pytest.raises(HTTPError) as answer:
            urlopen(f"http://127.0.0.1:{server.server_address[1]}/a/b/nowhere.html")
        server.shutdown()
    assert answer.value.code == 404
    assert answer.value.read().decode() == assembly.not_found_page(layout, "/")
