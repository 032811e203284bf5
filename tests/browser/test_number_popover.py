"""A number explains itself to whoever points at it, reaches it by keyboard or taps it; it is copied with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from site_pages import cited_at, clipboard

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
#: A window of 1280 by 900 at 400 %.
ZOOMED = {"width": 320, "height": 225}
BOX = ".number-box"
SAID = {"ko": "6억 달러", "en": "USD 0.6 billion"}
PRODUCER = {"ko": "프로스트앤드설리번", "en": "Frost & Sullivan"}
AUTHOR = {"ko": "이송하", "en": "Lee and Kim"}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"]) as opened:
        yield opened


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def number(page: Page, name: str = "world-market-2019") -> Locator:
    found = page.locator(f'article a.fact:has(data[data-fact="{name}"])').first
    found.scroll_into_view_if_needed()
    return found


def box(page: Page) -> Locator:
    return page.locator(BOX)


def focus_by_keyboard(page: Page, link: Locator) -> None:
    """The number as Tab reaches it."""
    link.evaluate("link => { link.focus(); link.blur(); getSelection().collapse(link, 0); }")
    page.keyboard.press("Tab")
    if not link.evaluate("link => link === document.activeElement"):
        page.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()


def apart(one: Locator, other: Locator) -> bool:
    """Whether neither lies over the other."""
    a, b = one.bounding_box(), other.bounding_box()
    return a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"]


def within(page: Page, one: Locator) -> bool:
    found, window = one.bounding_box(), page.viewport_size
    return (
        found["x"] >= 0
        and found["y"] >= 0
        and found["x"] + found["width"] <= window["width"]
        and found["y"] + found["height"] <= window["height"] + 0.5
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_pointing_at_a_number_tells_what_it_is_until_the_pointer_leaves_both(page: Page, address: str, language: str):
    page.goto(f"{address}/{language}/market.html")
    link = number(page)
    expect(box(page)).to_have_count(0)
    link.hover()
    expect(box(page)).to_be_visible()
    for text in (SAID[language], PRODUCER[language], "2022"):
        expect(box(page)).to_contain_text(text)
    assert apart(link, box(page))
    assert within(page, box(page))
    box(page).locator("dl").hover()
    page.clock.install()
    page.clock.run_for(2000)
    expect(box(page)).to_be_visible()
    page.locator("h1").hover()
    page.clock.run_for(2000)
    expect(box(page)).to_be_hidden()


def test_nothing_is_fetched_before_a_number_is_opened_and_it_is_fetched_once(page: Page, address: str):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/ko/market.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "explanations" in url] == []
    for name in ("world-market-2019", "world-cagr"):
        number(page, name).click()
        expect(box(page)).to_be_visible()
        page.keyboard.press("Escape")
    assert len([url for url in asked if "explanations" in url]) == 1


def test_escape_dismisses_what_is_pointed_at_until_it_is_pointed_at_anew(page: Page, address: str):
    page.goto(f"{address}/ko/market.html")
    link = number(page)
    link.hover()
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    page.clock.install()
    link.dispatch_event("pointerover", {"pointerType": "mouse"})
    page.clock.run_for(2000)
    expect(box(page)).to_be_hidden()
    page.locator("h1").hover()
    link.hover()
    expect(box(page)).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_shows_it_and_enter_opens_it_as_a_dialog_and_escape_returns(
    page: Page, address: str, language: str
):
    page.goto(f"{address}/{language}/market.html")
    link = number(page)
    focus_by_keyboard(page, link)
    expect(link).to_have_attribute("aria-describedby", "number-heading number-hint")
    expect(box(page)).to_be_visible()
    expect(link).to_be_focused()
    hint = catalogue.of(language)("explanation.words.hint")
    label = box(page).locator("h2").text_content()
    expect(link).to_have_accessible_description(f"{label} {hint}")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name=label)
    expect(dialog).to_be_focused()
    page.keyboard.press("Tab")
    expect(dialog.locator(".number-close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    expect(link).to_be_focused()
    assert link.get_attribute("aria-describedby") is None


def test_past_its_last_link_the_keyboard_is_back_at_the_number_and_goes_on(page: Page, address: str):
    page.goto(f"{address}/en/market.html")
    link = number(page)
    focus_by_keyboard(page, link)
    page.keyboard.press("Enter")
    expect(box(page)).to_be_focused()
    for _ in range(box(page).locator("a:visible, button:visible").count() + 1):
        page.keyboard.press("Tab")
    expect(box(page)).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Tab")
    expect(link).not_to_be_focused()


def test_moving_on_by_keyboard_takes_it_along(page: Page, address: str):
    page.goto(f"{address}/en/market.html")
    focus_by_keyboard(page, number(page))
    expect(box(page).locator("h2")).to_have_text("World healthcare digital-twin market, 2019")
    page.keyboard.press("Tab")
    expect(box(page).locator("h2")).to_have_text("World market as the report gives it in won, 2019")


def test_a_click_keeps_it_open_until_one_clicks_beside_it_or_closes_it(page: Page, address: str):
    page.goto(f"{address}/ko/market.html")
    link = number(page)
    link.click()
    expect(page.get_by_role("dialog")).to_be_focused()
    page.locator("h1").hover()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.locator("h1").click(position={"x": 2, "y": 2})
    expect(box(page)).to_be_hidden()
    link.click()
    box(page).locator(".number-close").click()
    expect(box(page)).to_be_hidden()
    expect(link).to_be_focused()
    link.click()
    expect(box(page)).to_be_visible()
    link.click()
    expect(box(page)).to_be_hidden()


def test_a_number_in_an_explanation_is_told_in_its_place_with_a_way_back(page: Page, address: str):
    page.goto(f"{address}/en/market.html")
    number(page).click()
    heading = box(page).locator("h2")
    expect(heading).to_have_text("World healthcare digital-twin market, 2019")
    expect(box(page).locator(".number-back")).to_be_hidden()
    box(page).locator("a.fact").first.click()
    expect(heading).to_have_text("World market as the report gives it in won, 2019")
    box(page).locator(".number-back").click()
    expect(heading).to_have_text("World healthcare digital-twin market, 2019")
    assert page.url.endswith("market.html")


@pytest.mark.parametrize("how", ["Control", "Shift"])
def test_a_click_with_a_key_held_follows_the_link_as_anywhere(context: BrowserContext, address: str, how: str):
    page = context.new_page()
    page.goto(f"{address}/ko/market.html")
    with context.expect_page() as opened:
        number(page).click(modifiers=[how])
    opened.value.wait_for_url("**/numbers.html#world-market-2019")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_links_lead_to_the_row_and_to_the_source(page: Page, address: str, language: str):
    page.goto(f"{address}/{language}/market.html")
    number(page).click()
    box(page).locator('a[href="references.html#source-bioin169"]').click()
    page.wait_for_url(f"{address}/{language}/references.html#source-bioin169")
    expect(page.locator("#source-bioin169")).to_be_in_viewport()
    page.go_back()
    number(page).click()
    box(page).locator(".explained-row a").click()
    page.wait_for_url(f"{address}/{language}/numbers.html#world-market-2019")
    expect(page.locator('[id="world-market-2019"]')).to_be_in_viewport()


def holds_the_citation(page: Page, language: str, address: str) -> None:
    text = clipboard(page, "text/plain")
    assert text.startswith(SAID[language])
    where = [
        text.index(part)
        for part in (PRODUCER[language], AUTHOR[language], catalogue.of(language)("site.name"), address)
    ]
    assert where == sorted(where)
    assert not set("{⟨") & set(text)
    html = clipboard(page, "text/html")
    assert html.startswith(f'<a href="{address}"><strong>{SAID[language]}')
    assert html.endswith(f'<a href="{address}">{address}</a>.')


def row(site: Path, language: str, place: str) -> str:
    """Where a number that is copied at a place leads, within the book."""
    return re.sub("[^/]*$", "numbers.html#world-market-2019", cited_at(site, language, place), count=1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_copied_with_whoever_made_it_first_and_this_book_last(
    page: Page, address: str, site: Path, language: str
):
    page.goto(f"{address}/{language}/market.html")
    link = page.locator('section section a.fact:has(data[data-fact="world-market-2019"])').first
    section = link.locator("xpath=ancestor::section[1]").get_attribute("id")
    link.click()
    box(page).locator(".number-copy").click()
    expect(box(page).get_by_role("status")).to_have_text(catalogue.of(language)("explanation.words.copied"))
    holds_the_citation(page, language, f"{address}/{row(site, language, section)}")


def test_it_is_copied_where_the_browser_has_no_clipboard_to_write_to(page: Page, address: str, site: Path):
    page.add_init_script("Clipboard.prototype.write = undefined")
    page.goto(f"{address}/en/market.html")
    number(page).click()
    box(page).locator(".number-copy").click()
    expect(box(page).get_by_role("status")).to_have_text("Copied with its citation.")
    holds_the_citation(page, "en", f"{address}/{row(site, 'en', 'market')}")


def test_an_end_of_a_range_is_copied_as_what_it_is(page: Page, address: str):
    page.goto(f"{address}/en/market.html")
    page.locator('a.fact:has(data[data-relation="world-growth-fits"][data-part="low"])').first.click()
    expect(box(page).locator("data.asked")).to_have_text("23.89%")
    expect(box(page).locator(".explained-asked")).to_have_text("23.89%, the lowest value that the digits allow")
    box(page).locator(".number-copy").click()
    expect(box(page).get_by_role("status")).to_have_text("Copied with its citation.")
    assert clipboard(page, "text/plain").startswith("23.89%, the lowest value that the digits allow: Recomputed: ")


def test_from_a_disk_it_opens_and_is_copied_without_the_address_of_the_disk(page: Page, site: Path):
    page.goto((site / "ko" / "market.html").as_uri())
    number(page).click()
    box(page).locator(".number-copy").click()
    expect(box(page).get_by_role("status")).to_have_text("출처와 함께 복사했습니다.")
    page.goto((site / "en" / "market.html").as_uri())
    text = clipboard(page, "text/plain")
    assert text.endswith(f" {row(site, 'ko', 'market')}.")
    assert str(site) not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tap_opens_it_at_the_foot_of_a_phone_and_the_number_stays_in_view(
    browser: Browser, address: str, language: str
):
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(f"{address}/{language}/market.html")
        for link in (number(page), page.locator("article section:last-of-type a.fact").last):
            link.scroll_into_view_if_needed()
            link.tap()
            expect(page.get_by_role("dialog")).to_be_visible()
            assert apart(link, box(page))
            assert within(page, box(page))
            assert within(page, link)
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
            for control in box(page).locator("a:visible, button:visible").all():
                assert control.bounding_box()["height"] >= 24, control.text_content()
            box(page).locator(".number-close").tap()
            expect(box(page)).to_be_hidden()


def test_at_four_hundred_percent_it_neither_covers_the_number_nor_leaves_the_window(browser: Browser, address: str):
    with browser.new_context(viewport=ZOOMED) as context:
        page = context.new_page()
        page.goto(f"{address}/en/market.html")
        link = number(page)
        focus_by_keyboard(page, link)
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible()
        assert apart(link, box(page))
        assert within(page, box(page))
        assert within(page, link)


def test_near_the_foot_of_a_window_it_stands_above_its_number(page: Page, address: str):
    page.goto(f"{address}/en/market.html")
    link = page.locator("section section p > span a.fact:visible").nth(8)
    link.evaluate("link => window.scrollBy(0, link.getBoundingClientRect().bottom - innerHeight + 20)")
    link.click()
    assert box(page).bounding_box()["y"] < link.bounding_box()["y"]
    assert apart(link, box(page))
    assert within(page, box(page))


def test_on_the_ledger_a_number_in_its_own_row_tells_nothing_and_any_other_leads_to_its_row(page: Page, site: Path):
    page.goto((site / "en" / "numbers.html").as_uri())
    page.clock.install()
    page.locator('tr:has(#world-cagr) a.fact[href="#world-cagr"]').first.hover()
    page.clock.run_for(2000)
    expect(box(page)).to_have_count(0)
    other = page.locator('tr:has([id="world-growth-recomputed"]) a.fact[href="#world-market-2019"]')
    other.hover()
    page.clock.run_for(2000)
    expect(box(page)).to_be_visible()
    other.click()
    expect(box(page)).to_be_hidden()
    expect(page.locator('[id="world-market-2019"]')).to_be_in_viewport()


def test_where_the_explanations_are_not_found_a_number_is_a_plain_link(page: Page, address: str):
    page.route("**/explanations.js*", lambda route: route.abort())
    page.goto(f"{address}/ko/market.html")
    with page.expect_event("requestfailed"):
        number(page).hover()
    expect(box(page)).to_have_count(0)
    number(page).click()
    page.wait_for_url(f"{address}/ko/numbers.html#world-market-2019")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_a_number_leads_to_its_line_in_the_ledger(browser: Browser, address: str, language: str):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/{language}/market.html")
        page.locator('a.fact:has(data[data-fact="world-cagr"])').first.click()
        page.wait_for_url(f"{address}/{language}/numbers.html#world-cagr")
        expect(page.locator("#world-cagr")).to_be_attached()


def test_paper_shows_nothing_of_it(page: Page, address: str):
    page.goto(f"{address}/ko/market.html")
    number(page).click()
    expect(box(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(box(page)).to_be_hidden()


def test_a_page_holds_nothing_of_the_explanations_but_where_they_are(site: Path):
    html = (site / "en" / "market.html").read_text("utf-8")
    assert html.count("explanations.js?v=") == 1
    assert "aria-describedby" not in html.partition("<article")[2].partition("</article")[0]
