"""The ledger page in a browser: found, chosen, sorted, read on a phone, and complete without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from factbook.interface.catalogue import LANGUAGES

ROWS = ".ledger tbody tr:visible"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


def ids(page: Page, part: str) -> list[str]:
    return page.locator(f'.ledger[data-part="{part}"] tbody tr:visible th').evaluate_all(
        "all => all.map(one => one.id)"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_looked_for_is_found_with_and_without_commas_and_the_rest_is_hidden(
    page: Page, site: Path, language: str
):
    page.goto((site / language / "numbers.html").as_uri())
    everything = page.locator(ROWS).count()
    page.locator(".ledger-tools input").fill("WORLD-2019-converts")
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(".ledger-tools output")).to_contain_text(str(everything))
    assert page.locator(".bd-article section section:visible").count() == 1
    page.locator(".ledger-tools input").fill("1220")
    expect(page.locator("#report-rate")).to_be_visible()
    page.locator(".ledger-tools button").click()
    expect(page.locator(ROWS)).to_have_count(everything)


def test_what_is_nowhere_is_said_to_be_nowhere(page: Page, site: Path):
    page.goto((site / "ko" / "numbers.html").as_uri())
    page.locator(".ledger-tools input").fill("어디에도 없는 숫자")
    expect(page.locator(ROWS)).to_have_count(0)
    expect(page.locator(".ledger-tools output")).to_contain_text("맞는 줄이 없습니다")


def test_a_part_and_a_kind_can_be_chosen(page: Page, site: Path):
    page.goto((site / "en" / "numbers.html").as_uri())
    page.locator('select[name="part"]').select_option("relations")
    page.locator('select[name="kind"]').select_option("money")
    kinds = page.locator(ROWS).evaluate_all("rows => rows.map(row => row.dataset.kind)")
    assert kinds
    assert set(kinds) == {"money"}
    assert ids(page, "report") == []


def test_a_column_is_sorted_by_keyboard_up_then_down_then_as_before(page: Page, site: Path):
    page.goto((site / "en" / "numbers.html").as_uri())
    before = ids(page, "relations")
    heading = page.locator('.ledger[data-part="relations"] th[data-sort="number"]').last
    heading.locator("button").focus()
    page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    margins = [
        float(order)
        for order in page.locator("td[data-order]").evaluate_all("all => all.map(one => one.dataset.order)")
    ]
    assert margins == sorted(margins)
    assert margins[0] < 0 < margins[-1]
    assert ids(page, "relations") != before
    page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert sorted(ids(page, "relations")) == sorted(before)
    page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "none")
    assert ids(page, "relations") == before


def test_amounts_are_sorted_beside_those_of_their_unit_by_what_they_are_worth(page: Page, site: Path):
    page.goto((site / "ko" / "numbers.html").as_uri())
    page.locator('.ledger[data-part="other"] th[data-sort="number"] button').first.click()
    dollars = page.locator('.ledger[data-part="other"] tr[data-unit="USD"] td:nth-child(2) data')
    worth = [Decimal(value) for value in dollars.evaluate_all("all => all.map(one => one.value)")]
    assert len(worth) > 2
    assert worth == sorted(worth)
    units = page.locator('.ledger[data-part="other"] tbody tr').evaluate_all(
        "rows => rows.map(row => row.dataset.unit)"
    )
    assert len([unit for unit, _ in groupby(units)]) == len(set(units))


def test_a_link_to_a_row_that_is_hidden_shows_it(page: Page, site: Path):
    page.goto((site / "ko" / "numbers.html").as_uri())
    page.locator('select[name="part"]').select_option("relations")
    expect(page.locator("#world-cagr")).to_be_hidden()
    page.locator('a[href="#world-cagr"]:visible').first.click()
    expect(page.locator("#world-cagr")).to_be_in_viewport()


def test_a_row_leads_back_to_the_very_sections_that_show_its_number(page: Page, address: str):
    page.goto(f"{address}/en/numbers.html#world-cagr")
    row = page.locator("tr:has(#world-cagr)")
    expect(row.locator("td").last).to_contain_text("Market size and outlook")
    for link in row.locator("td").last.locator("a").all():
        name, label = link.get_attribute("href").split("#")
        other = page.context.new_page()
        other.goto(f"{address}/en/{name}")
        assert other.locator(f'#{label} data[data-fact="world-cagr"]').count() > 0, label
        other.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_a_row_is_a_card_whose_lines_say_what_they_are(browser: Browser, site: Path, language: str):
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto((site / language / "numbers.html").as_uri())
        row = page.locator("tr:has(#world-market-2019)")
        labels = row.locator("td").evaluate_all("all => all.map(one => getComputedStyle(one, '::before').content)")
        assert all(label.strip('"') for label in labels)
        tops = row.locator("th, td").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
        assert len(set(tops)) == len(tops)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_every_row_shows_and_nothing_offers_what_it_cannot_do(browser: Browser, site: Path):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((site / "ko" / "numbers.html").as_uri())
        assert page.locator(ROWS).count() == page.locator(".ledger tbody tr").count() > 300
        expect(page.locator(".ledger-tools")).to_be_hidden()
        assert page.locator(".ledger thead button").count() == 0
        expect(page.locator(".ledger-download a")).to_have_attribute("href", "../data/numbers.csv")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_all_numbers_stays_light(site: Path, language: str):
    page = site / language / "numbers.html"
    rows = page.read_text("utf-8").count("<tr ")
    assert page.stat().st_size < 1_400 * rows
