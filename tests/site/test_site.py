"""The built site: every place can be cited, and every page says what it is."""

import json

import pytest
import rispy
from bibtexparser import parse_string
from lxml import html

from factbook.checks.policy import MADE_PAGES
from factbook.citations.formatted import Style
from factbook.interface.catalogue import LANGUAGES


def script(path):
    """What a script puts into ``window.factbook``."""
    return json.loads(path.read_text("utf-8").split("=", 2)[2].rstrip(";\n"))


def pages(folder):
    return [page for page in sorted(folder.glob("*.html")) if page.stem not in MADE_PAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_figure_and_captioned_table_can_be_cited_in_every_form(site, language):
    places = script(site / language / "citations.js")["places"]
    for page in pages(site / language):
        article = html.parse(str(page), html.HTMLParser(encoding="utf-8")).find(".//article")
        labels = article.xpath(".//section/@id | .//figure/@id | .//table[caption]/@id")
        assert labels
        for label in labels:
            address = f"/{language}/{page.name}"
            assert address in places[label]["korean"], label
            assert {style.value for style in Style} | {"bibtex", "ris", "csl"} <= set(places[label])


def test_both_languages_cite_the_same_places_and_numbers(site):
    for name, part in (("citations.js", "places"), ("citations-numbers.js", "numbers")):
        korean, english = (set(script(site / language / name)[part]) for language in LANGUAGES)
        assert korean == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_of_all_places_and_sources_are_read_by_other_programs(site, language):
    for name in ("citations", "sources"):
        listed = json.loads((site / language / f"{name}.json").read_text("utf-8"))
        bibtex = parse_string((site / language / f"{name}.bib").read_text("utf-8"))
        ris = rispy.loads((site / language / f"{name}.ris").read_text("utf-8"))
        assert bibtex.failed_blocks == []
        assert [item["id"] for item in listed] == [entry.key for entry in bibtex.entries] == [one["id"] for one in ris]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_one_canonical_address_its_twins_and_its_graph(site, language):
    for page in pages(site / language):
        head = html.parse(str(page), html.HTMLParser(encoding="utf-8")).find("head")
        (canonical,) = head.xpath("link[@rel='canonical']/@href")
        assert canonical.endswith(f"/{language}/{page.name}")
        assert head.xpath("link[@rel='alternate']/@hreflang") == [*LANGUAGES, "x-default"]
        assert head.xpath("meta[@name='description']/@content")
        (graph,) = head.xpath("script[@type='application/ld+json']/text()")
        kinds = {node["@type"] for node in json.loads(graph)["@graph"]}
        assert "Report" in kinds
        assert ("Dataset" in kinds) == (page.stem == "numbers")
        assert ("Chapter" in kinds) == (page.stem != "index")


def test_the_sitemap_lists_every_page(site):
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    for language in LANGUAGES:
        for page in pages(site / language):
            assert f"/{language}/{page.name}</loc>" in sitemap
