"""The rate is the reader's: won follows it on every page, says so, and goes back, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from factbook import languages
from factbook.interface.catalogue import LANGUAGES
from factbook.quantities.amounts import Amount
from site_pages import SHIFTS

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
#: The world market of 2019 in won: as the report prints it, at 1,350 won to the dollar, at the average of 2019.
PRINTED = {"ko": "7,320억 원", "en": "KRW 732 billion"}
AT_1350 = {"ko": "8,100억 원", "en": "KRW 810 billion"}
AT_AVERAGE = {"ko": "6,995억 원", "en": "KRW 699.5 billion"}
#: What a sentence about the report's own amount adds.
BESIDE = {
    "ko": "7,320억 원(1달러 1,350원이면 8,100억 원)",
    "en": "KRW 732 billion (KRW 810 billion at ₩1,350 to the dollar)",
}
US_AT_1350 = {"ko": "1조 8,241억 원", "en": "KRW 1.8241 trillion"}
NOTE = {"ko": "1달러 1,350원으로 바꿔", "en": "at ₩1,350 to the dollar"}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=DESKTOP) as opened:
        yield opened


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def in_brackets(page: Page) -> Locator:
    """The first won amount behind its dollars."""
    return page.locator('.bd-article data[data-fact="world-market-2019-krw"]:not([data-rate])').first


def followed(page: Page) -> str | None:
    """The rate of the reader's own that the page follows, in digits."""
    return page.evaluate("document.documentElement.dataset.rate")


def choose_own(page: Page, typed: str) -> None:
    page.locator(".rate-toggle").click()
    page.locator('.rate-own input[name="own"]').fill(typed)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rate_of_ones_own_is_followed_at_once_and_said(page: Page, address: str, language: str):
    page.goto(f"{address}/{language}/market.html")
    expect(page.locator(".rate-note")).to_be_hidden()
    choose_own(page, "1,350")
    expect(in_brackets(page)).to_have_text(AT_1350[language])
    expect(in_brackets(page).locator("xpath=..")).to_contain_text(PRINTED[language])
    assert PRINTED[language] in in_brackets(page).get_attribute("title")
    expect(page.locator(".rate-note")).to_be_visible()
    expect(page.locator(".rate-note")).to_contain_text(NOTE[language])
    expect(page.locator(".rate-note")).to_contain_text("1,220")
    expect(page.locator(".rate-toggle")).to_contain_text("1,350")
    expect(page.locator(".rate-status")).to_contain_text("1,350")
    assert followed(page) == "1350"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_won_amount_converted_from_dollars_says_the_new_one(page: Page, address: str, language: str):
    page.goto(f"{address}/{language}/market.html")
    choose_own(page, "1350")
    amounts = page.locator(".bd-article data[data-usd]")
    assert amounts.count() >= 7
    for place in range(amounts.count()):
        amount = amounts.nth(place)
        carried = {name: amount.get_attribute(f"data-{name}") for name in ("usd", "ulp", "rate")}
        at_1350 = Amount(Decimal(carried["usd"]) * 1350, "KRW", Decimal(carried["ulp"]))
        said = languages.of(language).say(at_1350)
        where = amount if carried["rate"] is None else amount.locator("xpath=../following-sibling::*[1]")
        expect(where).to_contain_text(said)
    expect(page.locator('data[data-fact="us-market-2025-krw"] >> xpath=../..')).to_contain_text(US_AT_1350[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_about_the_reports_amount_keeps_it_and_adds_the_readers(page: Page, address: str, language: str):
    page.goto(f"{address}/{language}/forecast-check.html")
    choose_own(page, "1350")
    row = page.locator(".bd-article table td:has(data[data-fact='world-market-2019-krw'])").first
    expect(row).to_have_text(BESIDE[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_average_of_a_year_is_followed_exactly(page: Page, address: str, language: str):
    page.goto(f"{address}/{language}/summary.html")
    page.locator(".rate-toggle").click()
    expect(page.locator('.rate-choice input[value="1220"]')).to_be_checked()
    page.locator('.rate-choice:has([data-fact="krw-per-usd-2019"]) input').check()
    expect(in_brackets(page)).to_have_text(AT_AVERAGE[language])
    expect(page.locator(".rate-toggle")).to_contain_text("1,165.80")
    assert followed(page) == "1165.8016"


def test_won_that_is_no_conversion_at_the_reports_rate_does_not_change(page: Page, address: str):
    for chapter, fact in [("overview", "dt-market-korea-2020"), ("players", "hutom-value"),
                          ("summary", "world-market-2025-krw-average")]:  # fmt: skip
        page.goto(f"{address}/ko/{chapter}.html")
        native = page.locator(f'.bd-article data[data-fact="{fact}"]').first
        before = native.locator("xpath=..").inner_text()
        choose_own(page, "2000")
        expect(page.locator(".rate-note")).to_be_visible()
        assert native.locator("xpath=..").inner_text() == before
        page.locator(".rate-reset").click()


@pytest.mark.parametrize(("language", "other"), [("ko", "en"), ("en", "ko")])
def test_the_rate_is_kept_across_pages_and_languages_until_it_is_reset(
    page: Page, address: str, language: str, other: str
):
    page.goto(f"{address}/{language}/market.html")
    choose_own(page, "1350")
    page.goto(f"{address}/{other}/summary.html")
    expect(in_brackets(page)).to_have_text(AT_1350[other])
    page.locator(".rate-toggle").click()
    expect(page.locator('.rate-own input[name="own"]')).to_have_value("1,350")
    page.keyboard.press("Escape")
    page.locator(".rate-reset").click()
    expect(in_brackets(page)).to_have_text(PRINTED[other])
    expect(page.locator(".rate-note")).to_be_hidden()
    expect(page.locator(".rate-was, .rate-also")).to_have_count(0)
    expect(in_brackets(page)).not_to_have_attribute("title", "")
    page.goto(f"{address}/{language}/market.html")
    expect(in_brackets(page)).to_have_text(PRINTED[language])
    assert page.evaluate("localStorage.getItem('book:rate')") is None


def test_an_open_tab_follows_another(context: BrowserContext, address: str):
    one, other = context.new_page(), context.new_page()
    one.goto(f"{address}/ko/market.html")
    other.goto(f"{address}/en/summary.html")
    choose_own(one, "1350")
    expect(in_brackets(other)).to_have_text(AT_1350["en"])
    other.locator(".rate-reset").click()
    expect(in_brackets(one)).to_have_text(PRINTED["ko"])


def test_a_page_kept_by_the_browser_for_the_way_back_follows_too(page: Page, address: str):
    page.goto(f"{address}/ko/market.html")
    page.goto(f"{address}/ko/summary.html")
    choose_own(page, "1350")
    page.go_back()
    expect(in_brackets(page)).to_have_text(AT_1350["ko"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_nonsense_is_refused_with_a_reason(page: Page, address: str, language: str):
    page.goto(f"{address}/{language}/market.html")
    page.locator(".rate-toggle").click()
    own = page.locator('.rate-own input[name="own"]')
    for typed in ("0", "-1350", "천삼백", "1,35", "1350원", "1350.555", "99.99", "10001", "1e3"):
        own.fill(typed)
        own.press("Enter")
        expect(page.locator(".rate-error")).not_to_be_empty()
        expect(own).to_have_attribute("aria-invalid", "true")
        expect(page.locator(".rate-panel")).to_be_visible()
        expect(in_brackets(page)).to_have_text(PRINTED[language])
    own.fill("1350")
    own.press("Enter")
    expect(page.locator(".rate-error")).to_be_empty()
    expect(in_brackets(page)).to_have_text(AT_1350[language])


def test_a_rate_may_be_typed_as_it_is_written(page: Page, address: str):
    page.goto(f"{address}/ko/market.html")
    written = {"1,350": "1350", " 1350.5 ": "1350.5", "１３５０": "1350", "100": "100", "10,000.00": "10000"}
    for typed, taken in written.items():
        choose_own(page, typed)
        assert followed(page) == taken


def test_another_rate_is_not_applied_before_it_is_typed(page: Page, address: str):
    page.goto(f"{address}/ko/market.html")
    page.locator(".rate-toggle").click()
    page.locator('.rate-choice input[value=""]').check()
    expect(in_brackets(page)).to_have_text(PRINTED["ko"])
    page.locator(".rate-own button").click()
    expect(page.locator(".rate-error")).not_to_be_empty()
    expect(page.locator('.rate-own input[name="own"]')).to_be_focused()


def test_the_reports_rate_typed_in_is_the_reports_rate(page: Page, address: str):
    page.goto(f"{address}/ko/market.html")
    choose_own(page, "1350")
    choose_own(page, "1,220.00")
    expect(in_brackets(page)).to_have_text(PRINTED["ko"])
    expect(page.locator(".rate-note")).to_be_hidden()
    assert followed(page) is None


@pytest.mark.parametrize("kept", ["nonsense", "-1", "<b>1</b>", "1,350"])
def test_a_rate_that_was_kept_wrongly_is_none(page: Page, address: str, kept: str):
    page.goto(f"{address}/ko/index.html")
    page.evaluate("kept => localStorage.setItem('book:rate', kept)", kept)
    page.goto(f"{address}/ko/market.html")
    expect(in_brackets(page)).to_have_text(PRINTED["ko"])
    expect(page.locator(".rate-note")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_alone_will_do(page: Page, address: str, language: str):
    page.goto(f"{address}/{language}/market.html")
    page.locator(".rate-toggle").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".rate-toggle")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(page.locator(".rate-panel input:checked")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".rate-toggle")).to_contain_text("1,421.40")
    page.keyboard.press("Tab")
    expect(page.locator('.rate-own input[name="own"]')).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("1350")
    page.keyboard.press("Enter")
    expect(in_brackets(page)).to_have_text(AT_1350[language])
    expect(page.locator(".rate-toggle")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator(".rate-panel")).to_be_hidden()
    expect(page.locator(".rate-toggle")).to_be_focused()


def test_a_click_elsewhere_closes_the_panel(page: Page, address: str):
    page.goto(f"{address}/ko/market.html")
    page.locator(".rate-toggle").click()
    page.locator("h1").first.click(position={"x": 5, "y": 5})
    expect(page.locator(".rate-panel")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter", ["numbers", "cite-and-run"])
def test_recorded_and_cited_values_stay_at_the_reports_rate(page: Page, address: str, language: str, chapter: str):
    page.goto(f"{address}/{language}/{chapter}.html")
    before = page.locator(".bd-article").inner_text()
    choose_own(page, "1350")
    assert page.locator(".bd-article").inner_text() == before
    expect(page.locator(".rate-note")).to_contain_text("1,220")
    page.locator(".rate-toggle").click()
    expect(page.locator(".rate-explained")).to_contain_text(
        {"ko": "기록된 값만", "en": "recorded values only"}[language]
    )


def test_without_scripts_there_is_no_control_and_won_is_the_reports(browser: Browser, address: str):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/ko/market.html")
        expect(page.locator(".rate-toggle")).to_be_hidden()
        expect(page.locator(".rate-note")).to_be_hidden()
        expect(in_brackets(page)).to_have_text(PRINTED["ko"])


def test_a_browser_that_keeps_nothing_follows_on_the_page(keeps_nothing: BrowserContext, address: str):
    page = keeps_nothing.new_page()
    page.goto(f"{address}/ko/market.html")
    choose_own(page, "1350")
    expect(in_brackets(page)).to_have_text(AT_1350["ko"])
    page.close()


def test_from_a_disk_it_works_as_well(page: Page, site: Path):
    page.goto((site / "ko" / "market.html").as_uri())
    choose_own(page, "1350")
    expect(in_brackets(page)).to_have_text(AT_1350["ko"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_has_room_for_control_note_and_panel(browser: Browser, address: str, language: str):
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        page.goto(f"{address}/{language}/market.html")
        page.evaluate("localStorage.setItem('book:rate', '1165.8016')")
        page.reload()
        page.locator(".rate-toggle").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        panel = page.locator(".rate-panel").bounding_box()
        assert panel["x"] >= 0
        assert panel["x"] + panel["width"] <= PHONE["width"]
        page.keyboard.press("Escape")
        page.mouse.wheel(0, 3000)
        expect(page.locator(".rate-note")).to_be_in_viewport(ratio=1)
        header = page.locator(".bd-header-article").bounding_box()
        assert page.locator(".rate-note").bounding_box()["y"] >= header["y"] + header["height"] - 1.5
        for control in page.locator(".rate-toggle, .rate-reset, .rate-choice").all():
            box = control.bounding_box()
            assert box is None or box["height"] >= 24


@pytest.mark.parametrize(("rate", "said"), [(None, "1,220"), ("1350", "1,350")])
def test_paper_says_the_rate(page: Page, address: str, rate: str | None, said: str):
    page.goto(f"{address}/ko/market.html")
    if rate:
        choose_own(page, rate)
    page.emulate_media(media="print")
    expect(page.locator(".rate-printed")).to_be_visible()
    expect(page.locator(".rate-printed")).to_contain_text(f"1달러 {said}원")
    expect(page.locator(".rate-note")).to_be_hidden()


def test_nothing_moves_when_a_page_comes_with_a_rate_that_was_kept(page: Page, address: str):
    page.goto(f"{address}/ko/index.html")
    page.evaluate("localStorage.setItem('book:rate', '1350')")
    page.add_init_script(SHIFTS)
    page.goto(f"{address}/ko/market.html")
    expect(in_brackets(page)).to_have_text(AT_1350["ko"])
    page.evaluate(
        "new Promise(done => { requestAnimationFrame(() => requestAnimationFrame(done)); setTimeout(done, 400); })"
    )
    assert page.evaluate("window.shift") < 0.01


def test_others_are_told_of_each_change(page: Page, address: str):
    page.goto(f"{address}/ko/market.html")
    page.evaluate(
        "window.told = []; document.addEventListener('factbook:rate', ({ detail }) => window.told.push(detail.rate))"
    )
    choose_own(page, "1350.5")
    page.locator(".rate-reset").click()
    assert page.evaluate("window.told") == [1350.5, 1220]
