"""Nothing of a page is lost on the way out: its numbers, links, headings, tables and pictures are in each file."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pikepdf
import pytest
from docx.oxml.ns import qn
from lxml import etree
from lxml.html import HtmlElement

from factbook.checker import check_file
from factbook.checks.channels.exported import READERS
from factbook.citations import identity
from factbook.export import FORMATS, document
from factbook.export.model import Document, Figure, Heading, Table, runs_in, walk
from factbook.interface.catalogue import LANGUAGES
from folders import ROOT
from site_pages import CHAPTERS

HANGUL = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
PROSE = ("index", "summary", "overview", "market", "opportunities-threats", "players", "method")
EVERY_FILE = pytest.mark.parametrize(("language", "kind"), [(one, kind) for one in LANGUAGES for kind in FORMATS])


@dataclass(frozen=True)
class Parts:
    """What a program that helps people to read finds in a file: how many headings of a level, tables, descriptions."""

    headings: list[int]
    tables: int
    pictures: list[str]


def article_of(html: str) -> HtmlElement:
    return lxml.html.fromstring(html).xpath('//article[contains(@class, "bd-article")]')[0]


def read(site: Path, language: str, name: str) -> Document:
    html = (site / language / f"{name}.html").read_text("utf-8")
    return document.read(html, name, language, identity.read(ROOT).address(f"{language}/"))


def of_page(page: Document) -> Parts:
    blocks = list(walk(page.blocks))
    headings = [one.level for one in blocks if isinstance(one, Heading)]
    return Parts(
        # The sources that a chapter cites stand under a heading of their own.
        [*headings, *([2] if page.references else [])],
        sum(isinstance(one, Table) for one in blocks),
        [one.alternative for one in blocks if isinstance(one, Figure)],
    )


def of_pdf(file: Path) -> Parts:
    with pikepdf.open(file) as pdf:
        waiting: list[Any] = [pdf.Root.StructTreeRoot]
        found: list[tuple[str, str]] = []
        while waiting:
            element = waiting.pop()
            found.append((str(element.get("/S", ""))[1:], str(element.get("/Alt", ""))))
            inside = element.get("/K", [])
            inside = list(inside) if isinstance(inside, pikepdf.Array) else [inside]
            waiting += [one for one in reversed(inside) if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    return Parts(
        [int(kind[1]) for kind, _ in found if re.fullmatch(r"H\d", kind)],
        # A table goes on as another on the next page, without a caption.
        sum(kind == "Caption" for kind, _ in found),
        [said for kind, said in found if kind == "Figure"],
    )


def of_docx(file: Path) -> Parts:
    opened = docx.Document(str(file))
    styles = [line.style.name for line in opened.paragraphs if line.style is not None]
    return Parts(
        [int(name[-1]) for name in styles if re.fullmatch(r"Heading \d", name)],
        len(opened.tables),
        [one.get("descr") for one in opened.element.body.iter(qn("wp:docPr"))],
    )


def of_hwpx(file: Path) -> Parts:
    with zipfile.ZipFile(file) as packed:
        section = etree.fromstring(packed.read("Contents/section0.xml"))
        header = packed.read("Contents/header.xml").decode("utf-8")
    levels = {
        found[1]: int(found[2]) for found in re.finditer(r'<hh:style id="(\d+)"[^>]* engName="Outline (\d+)"', header)
    }
    return Parts(
        [levels[line.get("styleIDRef")] for line in section.iter(f"{HANGUL}p") if line.get("styleIDRef") in levels],
        sum(1 for _ in section.iter(f"{HANGUL}tbl")),
        [one.findtext(f"{HANGUL}shapeComment", "") for one in section.iter(f"{HANGUL}pic")],
    )


PARTS: Mapping[str, Callable[[Path], Parts]] = {"pdf": of_pdf, "docx": of_docx, "hwpx": of_hwpx}


@EVERY_FILE
def test_headings_tables_and_descriptions_of_pictures_are_those_of_the_page(exported: Path, language: str, kind: str):
    pages = {name: of_page(read(exported, language, name)) for name in CHAPTERS}
    files = {name: PARTS[kind](exported / language / f"{name}.{kind}") for name in CHAPTERS}
    assert files == pages
    book = PARTS[kind](exported / language / f"book.{kind}")
    assert book.tables == sum(one.tables for one in pages.values())
    assert book.headings == [level for one in pages.values() for level in one.headings]


@EVERY_FILE
def test_every_address_outside_the_book_that_a_page_leads_to_is_in_the_file(exported: Path, language: str, kind: str):
    for name in CHAPTERS:
        page = read(exported, language, name)
        due = {run.href for run in runs_in(page.blocks) if run.href and not run.target}
        found = {address for _, address in READERS[kind](exported / language / f"{name}.{kind}")}
        assert due - found == set(), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_loses_a_number_heading_table_or_figure_on_the_way_to_a_document(site: Path, language: str):
    lost = []
    for name in CHAPTERS:
        article = article_of((site / language / f"{name}.html").read_text("utf-8"))
        found = read(site, language, name)
        said = [run.fact for run in runs_in(found.blocks) if run.fact]
        marked = article.xpath(".//data/@data-fact | .//data/@data-relation")
        if Counter(said) != Counter(marked):
            lost.append((name, "numbers"))
        counted = Counter(type(block) for block in walk(found.blocks))
        there = {Heading: "//h1|//h2|//h3|//h4", Table: "//table", Figure: "//figure"}
        for part, path in there.items():
            if counted[part] != len(article.xpath(path.replace("//", ".//"))):
                lost.append((name, part.__name__))
    assert lost == []


@dataclass(frozen=True)
class Judged:
    """The claims that the checker finds in a file, by their kind, and the figures of those that do not hold.

    Where a chapter says that figures of a source contradict each other, the checker finds that they do.
    """

    claims: Counter[str]
    wrong: Counter[str]

    @classmethod
    def of(cls, file: Path, language: str) -> Judged:
        report = check_file(file, lang=language).report
        return cls(Counter(str(one.kind) for one in report.claims), Counter(one.stated for one in report.findings))


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(exported: Path, request: pytest.FixtureRequest) -> Mapping[str, Judged]:
    """What the checker finds on the pages of a language, by their path without an ending."""
    return {f"{request.param}/{name}": judged(exported, f"{request.param}/{name}", "html") for name in CHAPTERS}


def judged(exported: Path, name: str, kind: str) -> Judged:
    return Judged.of(exported / f"{name}.{kind}", name[:2])


@pytest.mark.parametrize("kind", ["docx", "hwpx"])
def test_the_checker_finds_in_the_file_what_it_finds_on_the_page(exported, pages, kind):
    assert sum(one.claims.total() for one in pages.values()) > 20
    assert {name: judged(exported, name, kind) for name in pages} == pages


def test_the_checker_finds_in_a_pdf_no_other_mistake_than_on_the_page(exported, pages):
    """Rows of large tables and labels of pictures may be read as sentences: chapters without any such."""
    chapters = [name for name in pages if name[3:] in PROSE]
    assert {name: judged(exported, name, "pdf").wrong for name in chapters} == {
        name: pages[name].wrong for name in chapters
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_caption_of_a_figure_is_opened_as_often_as_it_is_closed(site: Path, language: str):
    for file in (site / language).glob("*.html"):
        html = file.read_text("utf-8")
        assert html.count("<figcaption") == html.count("</figcaption>"), file.name
