"""What pages say of themselves, read by an extractor, a JSON-LD processor and an XML parser."""

import json
from html import escape

import extruct
import pytest
from cited_works import CHAPTER, FIGURE, IDENTITY, NAMES, work
from lxml import etree
from pyld import jsonld as processor

from factbook.citations import addresses, jsonld, tags, works
from factbook.citations.identity import Identity
from factbook.citations.model import Date, Kind

SCHEMA = "https://schema.org/"


def page(cited, graph=None):
    """A page with the tags of a work, written as the template writes them."""
    lines = [f'<meta {tag.attribute}="{escape(tag.name)}" content="{escape(tag.content)}">' for tag in tags.of(cited)]
    script = f'<script type="application/ld+json">{jsonld.script(graph)}</script>' if graph else ""
    return f"<!DOCTYPE html><html><head><title>x</title>{''.join(lines)}{script}</head><body></body></html>"


def meta(cited):
    read = etree.HTML(page(cited))
    found = {}
    for element in read.iter("meta"):
        found.setdefault(element.get("name") or element.get("property"), []).append(element.get("content"))
    return found


def expanded(graph):
    """The graph in full addresses, by a processor that asks nobody for the context."""

    def load(address, options):
        document = {"@context": {"@vocab": SCHEMA}}
        return {"contextUrl": None, "documentUrl": address, "document": document, "contentType": "application/ld+json"}

    return {node["@id"]: node for node in processor.expand(graph, {"documentLoader": load})}


def test_a_chapter_is_a_book_section_to_zotero():
    found = meta(works.place(IDENTITY, "en", CHAPTER))
    assert found["citation_book_title"] == ["Healthcare Digital Twins: a living market report"]
    assert found["citation_title"] == ["The market"]
    assert "citation_journal_title" not in found
    assert "citation_technical_report_institution" not in found


def test_the_whole_book_is_a_report_to_zotero():
    found = meta(works.book(IDENTITY, "ko"))
    assert found["citation_technical_report_institution"] == ["헬스케어 디지털 트윈 저자진"]
    assert "citation_book_title" not in found


@pytest.mark.parametrize("name", NAMES)
def test_names_survive_the_tags(name):
    found = meta(work(name, kind=Kind.CHAPTER))
    assert found["citation_author"] == found["DC.creator"] == [name]


def test_an_extractor_finds_open_graph_dublin_core_and_json_ld():
    cited = work(NAMES[3], kind=Kind.CHAPTER, abstract='</script><b>"&')
    graph = jsonld.page(works.book(IDENTITY, "ko"), cited)
    found = extruct.extract(page(cited, graph), syntaxes=["opengraph", "json-ld", "dublincore"], uniform=True)
    assert found["opengraph"][0]["og:title"] == cited.title
    assert found["json-ld"][0]["@graph"][1]["description"] == '</script><b>"&'
    assert found["json-ld"][0]["@graph"][1]["author"] == [{"@type": "Organization", "name": NAMES[3]}]
    elements = found["dublincore"][0]["elements"]
    assert NAMES[3] in [element["content"] for element in elements if element["name"] == "DC.creator"]


def test_a_processor_reads_the_report_its_chapter_and_its_figure():
    chapter = works.place(IDENTITY, "en", CHAPTER)
    figure = works.place(IDENTITY, "en", FIGURE)
    book = works.book(IDENTITY, "en")
    nodes = expanded(jsonld.page(book, chapter, [figure]))
    assert nodes[book.address]["@type"] == [f"{SCHEMA}Report"]
    assert nodes[chapter.address]["@type"] == [f"{SCHEMA}Chapter"]
    assert nodes[chapter.address][f"{SCHEMA}isPartOf"] == [{"@id": book.address}]
    assert nodes[chapter.address][f"{SCHEMA}hasPart"] == [{"@id": figure.address}]
    assert nodes[figure.address][f"{SCHEMA}alternateName"] == [{"@value": "Figure 3"}]


def test_the_data_have_variables_licence_and_temporal_coverage(book):
    data = works.data(IDENTITY, "en")
    node = jsonld.dataset(data, IDENTITY, book.package.descriptor, book.facts)
    (read,) = [
        one
        for one in expanded(jsonld.page(works.book(IDENTITY, "en"), data, (), node)).values()
        if one["@type"] == [f"{SCHEMA}Dataset"]
    ]
    assert read[f"{SCHEMA}license"][0]["@value"].startswith("https://creativecommons.org/licenses/by/4.0")
    first, last = read[f"{SCHEMA}temporalCoverage"][0]["@value"].split("/")
    assert int(first) < 2019 < 2025 < int(last)
    variables = [one[f"{SCHEMA}name"][0]["@value"] for one in read[f"{SCHEMA}variableMeasured"]]
    assert "World healthcare digital-twin market, 2019" in variables
    assert {part["@type"][0] for part in read[f"{SCHEMA}hasPart"]} == {f"{SCHEMA}Dataset"}


def test_every_page_names_its_twins_and_a_page_for_everyone_else():
    found = {one.language: one.address for one in tags.alternates(IDENTITY, "market")}
    assert found == {
        "ko": "https://example.org/twins/ko/market.html",
        "en": "https://example.org/twins/en/market.html",
        "x-default": "https://example.org/twins/en/market.html",
    }
    assert tags.alternates(IDENTITY, "index")[-1].address == "https://example.org/twins/"


def test_the_sitemap_has_every_page_in_every_language():
    root = etree.fromstring(addresses.sitemap(IDENTITY, ["index", "market"], lambda language, page: None).encode())
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    assert root.xpath("s:url/s:loc/text()", namespaces=space) == [
        f"https://example.org/twins/{code}/{page}.html" for page in ("index", "market") for code in ("ko", "en")
    ]
    assert len(root.xpath("s:url[1]/x:link", namespaces=space)) == 3


def test_robots_are_told_where_the_sitemap_is():
    assert "Sitemap: https://example.org/twins/sitemap.xml\n" in addresses.robots(IDENTITY)


def test_nothing_in_a_graph_can_end_its_script():
    graph = jsonld.page(work(NAMES[3], title="</script><!--"), work(NAMES[3]))
    assert "<" not in jsonld.script(graph)
    assert json.loads(jsonld.script(graph)) == graph


def test_an_address_under_a_reserved_name_is_no_place_of_publication():
    assert not Identity("twins", "https://twins.example/", "1", Date(2026), ()).is_placed
    assert Identity("twins", "https://twins.example.org/", "1", Date(2026), ()).is_placed
