"""Readers whose browser keeps nothing, runs no scripts, or reads a page aloud have the whole of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from site_pages import BOOK_PAGES, DESKTOP, EVERY_PAGE, PHONE

#: Texts that a page shows, but for those of its tools.
SHOWN = """() => [...document.querySelectorAll("main :is(h1, h2, h3, h4, p, li, td, th, figcaption, pre)")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".chart, .beside, .pst-js-only"))
  .map((one) => one.cloneNode(true)).map((copy) => {
    for (const tool of copy.querySelectorAll("button, template")) tool.remove();
    return copy.textContent.replace(/\\s+/g, " ").trim();
  })"""
CONTROLS = """() => [...document.querySelectorAll("button, input, select, textarea, [role=button]")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.outerHTML.slice(0, 120))"""
COPIED = """() => [...document.querySelectorAll(".heading, caption, figcaption")].map((one) => {
  getSelection().selectAllChildren(one);
  return getSelection().toString().trim();
})"""
#: The tools beside headings and captions, as they are written.
TOOLS = ("Cite", "인용", "#", "KO", "EN")


@pytest.fixture(scope="module")
def forgetful(keeps_nothing: BrowserContext) -> Iterator[Page]:
    """A page that keeps nothing but the errors of scripts: ``page.wrong``."""
    with keeps_nothing.new_page() as page:
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        yield page


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_where_storage_is_blocked_no_script_stumbles(forgetful: Page, address: str, name: str):
    forgetful.wrong = []
    forgetful.goto(f"{address}/{name}", wait_until="networkidle")
    assert forgetful.wrong == []


def test_where_storage_is_blocked_light_and_dark_are_chosen_for_the_page(keeps_nothing: BrowserContext, address: str):
    page = keeps_nothing.new_page()
    page.goto(f"{address}/ko/market.html")
    seen = []
    for _ in range(3):
        page.locator(".theme-switch-button").first.click()
        seen.append(page.evaluate("[document.documentElement.dataset.mode, document.documentElement.dataset.theme]"))
    page.close()
    assert seen == [["dark", "dark"], ["light", "light"], ["auto", "light"]]


@pytest.fixture(scope="module")
def unscripted(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=DESKTOP, java_script_enabled=False) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def scripted(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=DESKTOP) as context:
        yield context.new_page()


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_without_scripts_a_page_has_all_its_text_and_no_control_that_does_nothing(
    scripted: Page, unscripted: Page, address: str, name: str
):
    for page in (scripted, unscripted):
        page.goto(f"{address}/{name}")
    without = set(unscripted.evaluate(SHOWN))
    assert [text for text in scripted.evaluate(SHOWN) if text not in without] == []
    for screen in (PHONE, DESKTOP):
        unscripted.set_viewport_size(screen)
        assert unscripted.evaluate(CONTROLS) == []


@pytest.mark.parametrize("name", BOOK_PAGES)
def test_headings_are_read_out_and_copied_by_their_words_alone(scripted: Page, address: str, name: str):
    scripted.goto(f"{address}/{name}")
    session = scripted.context.new_cdp_session(scripted)
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    named = [
        (node["role"]["value"], node["name"]["value"].strip())
        for node in tree
        if not node["ignored"] and node["role"]["value"] in ("heading", "table", "figure")
    ]
    assert [role for role, _ in named].count("heading") >= scripted.locator("main :is(h1, h2, h3)").count() > 0
    assert [one for one in named if one[1].endswith(TOOLS) and one[1] not in TOOLS] == []
    copied = scripted.evaluate(COPIED)
    assert [text for text in copied if not text or (text.endswith(TOOLS) and text not in TOOLS)] == []
