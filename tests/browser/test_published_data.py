"""What is published of the data: valid where it is served, explained on a page, never without licence and origin."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import frictionless
import lxml.html
import pytest
from playwright.sync_api import Browser, expect

from factbook.citations.identity import LICENCE_ADDRESS
from factbook.data import package
from factbook.interface.catalogue import LANGUAGES
from folders import ROOT


@pytest.fixture(scope="module")
def descriptor(site: Path) -> dict[str, object]:
    return json.loads((site / "data" / "datapackage.json").read_text("utf-8"))


def page(site: Path, language: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring((site / language / "codebook.html").read_bytes().decode())


def test_the_data_package_is_valid_where_it_is_served(address: str):
    report = frictionless.validate(f"{address}/data/datapackage.json", type="package")
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert report.stats["tasks"] == len(package.find(ROOT).files) + 1


def test_the_served_tables_are_those_of_the_book_and_the_table_of_all_numbers(site: Path, descriptor):
    for name, file in package.find(ROOT).files.items():
        assert (site / "data" / file.name).read_bytes() == file.read_bytes(), name
    assert descriptor["resources"][0]["path"] == "numbers.csv"


def test_the_package_says_its_licence_its_place_and_who_made_it(descriptor):
    assert descriptor["licenses"][0]["path"] == LICENCE_ADDRESS
    assert descriptor["homepage"].startswith("https://")
    assert descriptor["created"].startswith("2")
    assert {"title", "title_ko", "role"} == set(descriptor["contributors"][0])


def test_the_archive_holds_every_file_of_data_with_licence_and_origin_in_words(site: Path, descriptor):
    archive = zipfile.ZipFile(io.BytesIO((site / "data" / "healthcare-digital-twins-data.zip").read_bytes()))
    beside = {path.name for path in (site / "data").iterdir() if path.suffix != ".zip"}
    assert set(archive.namelist()) == beside
    told = archive.read("README.md").decode()
    assert told.count(LICENCE_ADDRESS) == told.count(f"{descriptor['homepage']}\n") == len(LANGUAGES)
    assert told.count("opendatacommons.org") == len(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_and_column_has_its_place_on_the_page(site: Path, language: str, descriptor):
    read = page(site, language)
    for table in descriptor["resources"]:
        label = f"codebook-{table['name'].replace('_', '-')}"
        (section,) = read.xpath(f'//section[@id="{label}"]')
        assert f"../data/{table['path']}" in section.xpath(".//a[@download]/@href")
        assert section.xpath('.//a[@rel="license"]/@href')
        names = [row.xpath("string(./th/code)") for row in section.xpath(".//tbody/tr")]
        assert names == [field["name"] for field in table["schema"]["fields"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_is_a_value_of_the_served_table(site: Path, language: str, descriptor):
    for table in descriptor["resources"]:
        served = (site / "data" / table["path"]).read_text("utf-8-sig").replace('""', '"')
        label = f"codebook-{table['name'].replace('_', '-')}"
        examples = page(site, language).xpath(f'//section[@id="{label}"]//tbody/tr/td[last()]/code/text()')
        assert examples
        assert [one for one in examples if one.removesuffix("…") not in served] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter", ["market", "players"])
def test_a_downloaded_notebook_says_its_origin_and_licence_first(site: Path, language: str, chapter: str):
    held = json.loads((site / language / f"{chapter}.ipynb").read_text("utf-8"))
    opening = "".join(held["cells"][0]["source"])
    assert re.search(rf"<https://[^>]+/{language}/{chapter}\.html>", opening)
    assert LICENCE_ADDRESS in opening


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_offers_its_source_links_to_the_licence(site: Path, language: str):
    read = lxml.html.fromstring((site / language / "market.html").read_bytes().decode())
    assert read.xpath('//*[@class="run-chapter"]//a[@download]')
    assert [href.endswith("#licence") for href in read.xpath('//footer//a[@rel="license"]/@href')] == [True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_a_column_is_a_card_and_nothing_is_wider_than_the_screen(
    browser: Browser, site: Path, language: str
):
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        phone = context.new_page()
        phone.goto((site / language / "codebook.html").as_uri())
        cells = phone.locator("#codebook-facts-value > :is(th, td)")
        boxes = [cell.bounding_box() for cell in cells.all()]
        assert len({box["y"] for box in boxes}) == len(boxes)
        assert {round(box["width"]) for box in boxes} == {350}
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(("language", "wanted"), [("ko", "코드북"), ("en", "codebook")])
def test_search_finds_what_the_codebook_explains(browser: Browser, address: str, language: str, wanted: str):
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        found = context.new_page()
        found.goto(f"{address}/{language}/search.html?q={wanted}")
        expect(found.locator('#search-results a[href*="codebook.html"]').first).to_be_visible()
