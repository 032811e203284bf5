"""A passage that is selected and copied takes its numbers' addresses along, and is recognised where it is pasted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, Page

from factbook.checker import quotes
from factbook.checker.documents import check_paths
from factbook.checker.quotes import Outcome
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from site_pages import cited_at, clipboard

TABLE = {
    "en": "Dollars\tUSD 0.6 billion\tUSD 2.4 billion",
    "ko": "달러\t6억 달러\t24억 달러",
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        yield context.new_page()


def copied(page: Page, selector: str) -> tuple[str, str]:
    """What comes to the clipboard of the selected part of a page, as plain and as rich text."""
    page.evaluate("(part) => getSelection().selectAllChildren(document.querySelector(part))", selector)
    page.keyboard.press("Control+C")
    return clipboard(page), clipboard(page, "text/html")


def outcomes(document: Path, text: str, address: str) -> list[Outcome]:
    document.write_text(text, "utf-8")
    (checked,) = check_paths([document], book=quotes.load(address))
    return [one.outcome for one in checked.quotes]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_section_is_pasted_with_its_source_and_every_number_is_what_the_book_says(
    page, address, site, tmp_path, language
):
    page.goto(f"{address}/{language}/market.html")
    plain, rich = copied(page, "#market-size")
    source = f"{address}/{cited_at(site, language, 'market')}#market-size"
    assert catalogue.of(language)("site.name") in plain.partition(source)[0].splitlines()[-1]
    root = lxml.html.fromstring(rich)
    assert root.xpath("(//p)[last()]/a/@href") == [source]
    assert set(root.xpath("//@class | //@style | //svg | //button | //@data-fact")) == set()
    assert TABLE[language] in plain
    for form, text in (("md", plain), ("html", rich)):
        found = outcomes(tmp_path / f"policy.{form}", text, address)
        assert found.count(Outcome.SAME) >= 10
        assert set(found) == {Outcome.SAME, Outcome.PLACE_ONLY}


@pytest.mark.parametrize("language", LANGUAGES)
def test_part_of_a_table_stays_a_table_for_a_text_and_for_a_spreadsheet(page, address, language):
    page.goto(f"{address}/{language}/market.html")
    plain, rich = copied(page, "#tab-market-printed tbody")
    assert plain.splitlines()[0] == TABLE[language]
    rows = lxml.html.fromstring(rich).xpath("//table/tbody/tr")
    assert [cell.text_content() for cell in rows[0]] == TABLE[language].split("\t")


def test_a_passage_without_numbers_is_copied_as_it_is(page, address):
    page.goto(f"{address}/en/market.html")
    plain, _ = copied(page, "h1")
    assert "http" not in plain


def test_what_a_button_copies_is_left_to_the_button(page, address):
    page.goto(f"{address}/en/market.html")
    page.locator('section section a.fact:has(data[data-fact="world-market-2019"])').first.click()
    page.locator(".number-copy").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('USD 0.6 billion')")
    assert "\n" not in clipboard(page)


def test_on_a_disk_without_an_address_for_good_a_passage_is_copied_as_it_is(page, site):
    page.goto((site / "en" / "market.html").as_uri())
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#market-size p'))")
    told = page.evaluate(
        """() => {
          let told = "nobody";
          window.addEventListener("copy", (event) => { told = event.defaultPrevented; });
          document.execCommand("copy");
          return told;
        }"""
    )
    assert told is False
