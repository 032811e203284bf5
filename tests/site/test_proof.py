"""Nothing of a page is lost on the way out: its numbers, links, headings, tables and pictures are in each file."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import docx
import lxml.html
import pypdf
import pytest
from docx.oxml.ns import qn
from lxml import etree
from lxml.html import HtmlElement
from sphinx_external_toc.parsing import parse_toc_yaml

from factbook.checker import documents
from factbook.citations import identity
from factbook.export import document, hwpx, pdf, volumes
from factbook.export import docx as word
from factbook.export.model import Figure, Heading, Table, runs_in, walk
from folders import ROOT

# WeasyPrint leaves its colour profile open.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
WRITERS = {"pdf": pdf.write, "docx": word.write, "hwpx": hwpx.write}
LANGUAGES = ("ko", "en")
#: A chapter with figures, tables and boxes, and one with steps and what a reader types.
CHAPTERS = ("market", "cite-and-run")
HANGUL = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
#: Joins syllables of one word on a line of a PDF, and is no part of what is read.
JOINER = "\u2060"


def article_of(html: str) -> HtmlElement:
    return lxml.html.fromstring(html).xpath('//article[contains(@class, "bd-article")]')[0]


def read(site: Path, language: str, name: str) -> document.Document:
    known = identity.read(ROOT)
    html = (site / language / f"{name}.html").read_text("utf-8")
    return document.read(html, name, language, known.address(f"{language}/"))


@cache
def made(site: Path, language: str, name: str, kind: str) -> bytes:
    return WRITERS[kind](volumes.chapter(read(site, language, name), identity.read(ROOT)))


def pdf_numbers(content: bytes) -> tuple[str, Counter[str]]:
    reader = pypdf.PdfReader(io.BytesIO(content))
    links = (note.get_object().get("/A", {}).get("/URI") for page in reader.pages for note in page.get("/Annots", ()))
    return " ".join(page.extract_text() for page in reader.pages), Counter(filter(None, links))


def docx_numbers(content: bytes) -> tuple[str, Counter[str]]:
    file = docx.Document(io.BytesIO(content))
    addresses = {key: one.target_ref for key, one in file.part.rels.items() if one.is_external}
    links = (addresses.get(link.get(qn("r:id"))) for link in file.element.body.iter(qn("w:hyperlink")))
    return " ".join(file.element.body.itertext()), Counter(filter(None, links))


def hwpx_numbers(content: bytes) -> tuple[str, Counter[str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        section = etree.fromstring(packed.read("Contents/section0.xml"))
    links = (begin.get("name") for begin in section.iter(f"{HANGUL}fieldBegin"))
    return " ".join("".join(text.itertext()) for text in section.iter(f"{HANGUL}t")), Counter(links)


READERS: dict[str, Callable[[bytes], tuple[str, Counter[str]]]] = {
    "pdf": pdf_numbers,
    "docx": docx_numbers,
    "hwpx": hwpx_numbers,
}


def plain(text: str) -> str:
    """Text without blanks, which lines of a page break anywhere."""
    return re.sub(r"\s+", "", text.replace(JOINER, ""))


def numbers(article: HtmlElement, base: str) -> Iterator[tuple[str, str]]:
    """Each number of a page, and the address of its row."""
    for number in article.xpath(".//data"):
        link = next(number.iterancestors("a")).get("href")
        yield number.text_content(), base + link


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CHAPTERS)
def test_every_number_of_the_page_is_in_the_file_and_links_to_the_same_row(
    site: Path, language: str, name: str, kind: str
):
    article = article_of((site / language / f"{name}.html").read_text("utf-8"))
    expected = list(numbers(article, identity.read(ROOT).address(f"{language}/")))
    text, links = READERS[kind](made(site, language, name, kind))
    words = plain(text)
    assert [number for number, _ in expected if plain(number) not in words] == []
    missing = Counter(row for _, row in expected) - links
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_loses_a_number_heading_table_or_figure_on_the_way_to_a_document(site: Path, language: str):
    lost = []
    for name in parse_toc_yaml(ROOT / "_toc.yml"):
        article = article_of((site / language / f"{name}.html").read_text("utf-8"))
        found = read(site, language, name)
        said = [run.fact for run in runs_in(found.blocks) if run.fact]
        marked = article.xpath(".//data/@data-fact | .//data/@data-relation")
        if Counter(said) != Counter(marked):
            lost.append((name, "numbers"))
        counted = Counter(type(block) for block in walk(found.blocks))
        there = {Heading: "//h1|//h2|//h3|//h4", Table: "//table", Figure: "//figure"}
        for kind, path in there.items():
            if counted[kind] != len(article.xpath(path.replace("//", ".//"))):
                lost.append((name, kind.__name__))
    assert lost == []


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checker_finds_in_the_file_what_it_finds_on_the_page(
    site: Path, language: str, kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / f"market.{kind}"
    file.write_bytes(made(site, language, "market", kind))
    found = []
    for one in (file, site / language / "market.html"):
        documents.run((one,), rate=None, lang=language, form="json")
        told = json.loads(capsys.readouterr().out)["documents"][0]
        found.append((len(told["claims"]), told["findings"]))
    assert found[0] == found[1]
    assert found[0][1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_docx_has_as_many_tables_and_pictures_as_the_page(site: Path, language: str):
    article = article_of((site / language / "market.html").read_text("utf-8"))
    file = docx.Document(io.BytesIO(made(site, language, "market", "docx")))
    assert len(file.tables) == len(article.xpath(".//table"))
    described = [shape._inline.docPr.get("descr") for shape in file.inline_shapes]
    assert described == article.xpath(".//*[@role='img']/@aria-label")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_caption_of_a_figure_is_opened_as_often_as_it_is_closed(site: Path, language: str):
    for file in (site / language).glob("*.html"):
        html = file.read_text("utf-8")
        assert html.count("<figcaption") == html.count("</figcaption>"), file.name
