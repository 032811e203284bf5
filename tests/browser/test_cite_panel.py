"""Sections, figures and tables are cited from where they stand: by keyboard, in the reader's form, from a disk too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import rispy
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from pybtex.database import parse_string

from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from site_pages import DESKTOP, PHONE, cited_at, clipboard

SECTION = "market-size"
#: The day on which the browser believes to be, which is one that no other number is.
TODAY = datetime(2031, 3, 4, 12, tzinfo=UTC)
DATED = {"korean": "검색일: 2031. 3. 4."}
FORMATS = ("bibtex", "ris", "csl")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    allowed = ["clipboard-read", "clipboard-write"]
    with browser.new_context(viewport=DESKTOP, permissions=allowed, timezone_id="Asia/Seoul") as opened:
        yield opened


@pytest.fixture
def page(context: BrowserContext) -> Page:
    made = context.new_page()
    made.clock.set_fixed_time(TODAY)
    return made


def control(page: Page, label: str = SECTION) -> Locator:
    return page.locator(f'a.headerlink[href="#{label}"] + .cite-open')


def panel(page: Page) -> Locator:
    return page.locator(".cite-panel")


def copy_as(page: Page, form: str) -> None:
    panel(page).locator(f'input[value="{form}"]').check()
    panel(page).locator(".cite-copy").click()
    expect(panel(page).get_by_role("status")).not_to_be_empty()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_alone_opens_chooses_copies_and_returns(page: Page, address: str, site: Path, language: str):
    words = catalogue.of(language)
    page.goto(f"{address}/{language}/market.html")
    opener = control(page)
    opener.focus()
    expect(opener).to_have_text(words("cite-panel.open"))
    page.keyboard.press("Enter")
    first = words("cite-panel.first")
    expect(panel(page).locator(f'input[value="{first}"]')).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    # The citation itself, which may have to be scrolled, and the address in it.
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(panel(page).locator(".cite-copy")).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel(page).get_by_role("status")).to_have_text(words("cite-panel.copied"))
    assert f"{address}/{cited_at(site, language, SECTION)}" in clipboard(page)
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(opener).to_be_focused()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("label", [SECTION, "tab-market-printed", "fig-market-line"])
def test_every_form_is_copied_with_address_and_date_filled_in(
    page: Page, address: str, site: Path, language: str, label: str
):
    page.goto(f"{address}/{language}/market.html")
    control(page, label).click()
    here = f"{address}/{cited_at(site, language, label)}"
    expect(panel(page).locator(".cite-address")).to_have_text(here)
    for form in ("korean", "apa", "chicago"):
        copy_as(page, form)
        text, html = clipboard(page), clipboard(page, "text/html")
        assert here in text
        assert f'<a href="{here}">{here}</a>' in html
        assert DATED.get(form, "") in text
        assert not re.search("[⟨⟩]|healthcare-digital-twins.example", text + html)
    read = {}
    for form in FORMATS:
        copy_as(page, form)
        read[form] = clipboard(page)
    (entry,) = parse_string(read["bibtex"], "bibtex").entries.values()
    assert (entry.fields["url"], entry.fields["urldate"]) == (here, "2031-03-04")
    (record,) = rispy.loads(read["ris"])
    assert record["urls"] == [here]
    (item,) = json.loads(read["csl"])
    assert (item["URL"], item["accessed"]) == (here, {"date-parts": [[2031, 3, 4]]})


@pytest.mark.parametrize(("form", "ending"), [("bibtex", "bib"), ("ris", "ris"), ("csl", "json")])
def test_a_format_is_saved_as_a_file_and_a_style_is_not(page: Page, address: str, form: str, ending: str):
    page.goto(f"{address}/en/market.html")
    control(page).click()
    expect(panel(page).locator(".cite-save")).to_be_hidden()
    panel(page).locator(f'input[value="{form}"]').check()
    with page.expect_download() as saved:
        panel(page).locator(".cite-save").click()
    assert saved.value.suggested_filename == f"{SECTION}.{ending}"
    assert Path(saved.value.path()).read_text("utf-8") == panel(page).locator(".cite-form").text_content()


def test_the_form_is_remembered_and_nothing_is_fetched_before_it_is_needed(page: Page, address: str):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/en/market.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "citations" in url] == []
    control(page).click()
    panel(page).locator('input[value="chicago"]').check()
    page.reload()
    control(page).click()
    expect(panel(page).locator('input[value="chicago"]')).to_be_checked()
    assert [url for url in asked if "citations-numbers" in url] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_a_disk_it_is_copied_with_the_address_within_the_book(page: Page, site: Path, language: str):
    page.add_init_script("Clipboard.prototype.write = undefined")
    page.goto((site / language / "market.html").as_uri())
    control(page).click()
    copy_as(page, "apa")
    text, html = clipboard(page), clipboard(page, "text/html")
    assert f" {cited_at(site, language, SECTION)}" in text
    assert not re.search("file:|[.]example|<a ", text + html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_it_lies_at_the_foot_and_leaves_the_heading_in_view(browser: Browser, address: str, language: str):
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(f"{address}/{language}/market.html")
        opener = control(page)
        expect(opener).to_have_css("opacity", "1")
        opener.tap()
        expect(panel(page)).to_be_visible()
        box, heading = panel(page).bounding_box(), opener.bounding_box()
        assert heading["height"] >= 24
        assert heading["y"] + heading["height"] <= box["y"]
        assert box["y"] + box["height"] <= PHONE["height"] + 0.5
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        for one in panel(page).locator("button:visible, label:visible").all():
            assert one.bounding_box()["height"] >= 24, one.text_content()


def test_a_click_beside_it_closes_it_and_another_control_takes_it_over(page: Page, address: str):
    page.goto(f"{address}/en/market.html")
    control(page).click()
    control(page, "fig-market-line").click()
    expect(panel(page).locator(".cite-address")).to_contain_text("#fig-market-line")
    expect(control(page)).to_have_attribute("aria-expanded", "false")
    page.locator("h1").click(position={"x": 2, "y": 2})
    expect(panel(page)).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_of_a_page_has_a_control_with_scripts_and_none_without(
    browser: Browser, page: Page, address: str, language: str
):
    page.goto(f"{address}/{language}/market.html")
    places = page.locator("article :is(section[id], figure[id], table[id]:has(> caption))").count()
    expect(page.locator(".cite-open")).to_have_count(places)
    page.emulate_media(media="print")
    expect(control(page)).to_be_hidden()
    with browser.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(f"{address}/{language}/market.html")
        expect(plain.locator(".cite-open, .cite-panel")).to_have_count(0)
