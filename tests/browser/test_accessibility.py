"""WCAG 2.2 AA (and the Korean KWCAG 2.2, which follows it) on every page, in a real browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path

import lxml.html
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from factbook.interface.catalogue import LANGUAGES
from site_pages import BOOK_PAGES, CHAPTERS, DESKTOP, EVERY_PAGE, NOT_FOUND, PHONE, ROOT_PAGE, TOOLS

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: A window of 1280 pixels enlarged to 400 % (WCAG 1.4.10).
ENLARGED = {"width": 320, "height": 256}
SCREENS = {
    "light-desktop": ("light", DESKTOP),
    "dark-phone": ("dark", PHONE),
    "dark-desktop": ("dark", DESKTOP),
    "light-phone": ("light", PHONE),
}
#: Two screens meet every colour and every width.
BOTH = list(SCREENS)[:2]


def looked_at() -> Iterator[tuple[str, str]]:
    """Each page on one of the two screens, its twin on the other; FACTBOOK_EVERY_SCREEN=1 looks at all on all four."""
    if os.environ.get("FACTBOOK_EVERY_SCREEN"):
        yield from product(SCREENS, EVERY_PAGE)
        return
    for page in (ROOT_PAGE, NOT_FOUND):
        yield from zip(BOTH, [page] * 2, strict=True)
    for turn, chapter in enumerate((*CHAPTERS, *TOOLS)):
        for screen, language in zip(BOTH[:: -1 if turn % 2 else 1], LANGUAGES, strict=True):
            yield screen, f"{language}/{chapter}.html"


@pytest.fixture(scope="module")
def screens(browser: Browser) -> Iterator[dict[str, Page]]:
    """What a page can be looked at with; each goes from page to page: to open one is slower than to read it."""
    opened = {
        name: browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
        for name, (scheme, size) in SCREENS.items()
    }
    yield opened
    for page in opened.values():
        page.close()


@pytest.mark.parametrize(("screen", "name"), list(looked_at()))
def test_axe_finds_nothing(screens: dict[str, Page], address: str, screen: str, name: str):
    page = screens[screen]
    page.goto(f"{address}/{name}")
    page.evaluate(AXE_SCRIPT)
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    violations = page.evaluate("options => axe.run(document, options).then(found => found.violations)", options)
    assert [(one["id"], node["html"]) for one in violations for node in one["nodes"]] == []


@pytest.fixture(scope="module")
def enlarged(browser: Browser) -> Iterator[Page]:
    with browser.new_page(viewport=ENLARGED) as page:
        yield page


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_at_400_percent_nothing_is_scrolled_sideways(enlarged: Page, address: str, name: str):
    enlarged.goto(f"{address}/{name}")
    assert enlarged.evaluate("document.documentElement.scrollWidth") <= ENLARGED["width"]


def test_whatever_is_tabbed_to_is_outlined(browser: Browser, address: str):
    with browser.new_context(viewport=DESKTOP) as context:
        page = context.new_page()
        page.goto(f"{address}/ko/market.html")
        for _ in range(60):
            page.keyboard.press("Tab")
            what, line, width = page.evaluate(
                "() => { const e = document.activeElement, s = getComputedStyle(e);"
                " return [e.outerHTML.slice(0, 120), s.outlineStyle, parseFloat(s.outlineWidth)]; }"
            )
            assert line != "none", what
            assert width >= 2, what


@pytest.mark.parametrize("name", ["ko/market.html", "en/numbers.html", ROOT_PAGE])
def test_nothing_moves_for_whoever_asks_for_less_motion(browser: Browser, address: str, name: str):
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{address}/{name}")
        moving = page.evaluate(
            """() => [...document.querySelectorAll("*")].filter((e) => {
              const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(e);
              const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0.001);
              return lasts(transitionDuration) || (animationName !== "none" && lasts(animationDuration))
                || scrollBehavior === "smooth";
            }).map((e) => e.outerHTML.slice(0, 100))"""
        )
        assert moving == []


@pytest.fixture(params=BOOK_PAGES)
def read(request: pytest.FixtureRequest, site: Path) -> tuple[str, lxml.html.HtmlElement]:
    """A page's language and its elements."""
    path = site / request.param
    return path.parent.name, lxml.html.fromstring(path.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8"))


def test_a_page_says_its_language_and_what_it_is_about(read):
    language, page = read
    assert page.get("lang") == language
    assert len(page.xpath("//head/title[normalize-space()]")) == 1
    assert len(page.xpath("//head/meta[@name='description'][normalize-space(@content)]")) == 1


def test_headings_go_down_one_step_at_a_time_from_one_title(read):
    _, page = read
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_a_table_has_a_name_and_its_headings_a_direction(read):
    _, page = read
    tables = [table for table in page.iter("table") if table.find("caption") is None and not table.get("aria-label")]
    assert tables == []
    assert [heading.text_content() for heading in page.iter("th") if heading.get("scope") not in ("col", "row")] == []
