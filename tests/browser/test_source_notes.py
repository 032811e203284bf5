"""Sources in the margin: beside the passage on a wide screen and on paper, not in the way elsewhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from factbook.interface.catalogue import LANGUAGES

WIDE = {"width": 1920, "height": 1000}
LAPTOP = {"width": 1280, "height": 900}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wide_screen_shows_each_source_beside_the_passage_that_cites_it(
    browser: Browser, address: str, language: str
):
    with browser.new_context(viewport=WIDE) as context:
        page = context.new_page()
        page.goto(f"{address}/{language}/market.html")
        passage = page.locator("section#market > p").first
        note = page.locator("section#market > .source-note").first
        expect(note).to_contain_text("BioINdustry No.169")
        expect(note).to_contain_text("https://www.bioin.or.kr/")
        beside, text = note.bounding_box(), passage.bounding_box()
        assert beside["x"] >= text["x"] + text["width"]
        assert abs(beside["y"] - text["y"]) < 20
        contents = page.locator(".bd-sidebar-secondary").bounding_box()
        assert beside["x"] + beside["width"] <= contents["x"]


def test_a_page_tells_a_source_once_however_often_it_cites_it(browser: Browser, address: str):
    with browser.new_context(viewport=WIDE) as context:
        page = context.new_page()
        page.goto(f"{address}/ko/market.html")
        assert page.locator(".bd-article a[href$='#source-bioin169']").count() > 3
        expect(page.locator(".source-note p", has_text="BioINdustry No.169")).to_have_count(1)


def test_the_sources_of_a_table_are_listed_after_it_on_paper_only(browser: Browser, address: str):
    with browser.new_context(viewport=WIDE) as context:
        page = context.new_page()
        page.goto(f"{address}/en/players.html")
        listed = page.locator(".source-note.listed").first
        expect(listed).to_be_hidden()
        page.emulate_media(media="print")
        expect(listed).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_narrower_screen_leaves_the_notes_out_and_paper_prints_them(browser: Browser, address: str, language: str):
    with browser.new_context(viewport=LAPTOP) as context:
        page = context.new_page()
        page.goto(f"{address}/{language}/market.html")
        note = page.locator(".source-note").first
        expect(note).to_be_hidden()
        page.emulate_media(media="print")
        expect(note).to_be_visible()
