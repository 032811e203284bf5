"""The picture that other places show with a link to a page says what the page says."""

from __future__ import annotations

import re
import struct
from html import unescape
from pathlib import Path

import lxml.html
import pytest

from factbook.checks import pages
from factbook.checks.of_pages import previews
from factbook.citations import identity
from factbook.data.layout import Layout
from factbook.figures import preview
from factbook.figures.preview import Preview
from factbook.interface import catalogue
from factbook.sphinx_ext.previews import key_figure
from site_pages import BOOK_PAGES, ROOT, TOOLS

OF_THE_BOOK = [name for name in BOOK_PAGES if Path(name).stem not in TOOLS]


def tags(page: lxml.html.HtmlElement) -> dict[str, str]:
    found = page.xpath("/html/head/meta[@property or @name='twitter:card']")
    return {tag.get("property") or tag.get("name"): tag.get("content") for tag in found}


@pytest.mark.parametrize("name", OF_THE_BOOK)
def test_a_page_names_a_picture_of_its_own_title_and_number(site: Path, name: str):
    language, page = name.split("/")
    root = lxml.html.fromstring((site / name).read_bytes())
    said, words = tags(root), catalogue.of(language)
    base = identity.read(ROOT).address(f"{language}/")
    assert said["og:image"].startswith(base)
    assert (said["og:image:width"], said["og:image:height"], said["og:image:type"]) == ("1200", "630", "image/png")
    assert said["twitter:card"] == "summary_large_image"
    assert said["og:title"] and said["og:description"]
    title = words("site.name") if page == "index.html" else said["og:title"]
    assert said["og:image:alt"].startswith(title)
    png = (site / language / said["og:image"].removeprefix(base)).read_bytes()
    assert struct.unpack_from(">II", png, 16) == (1200, 630)
    assert len(png) < 100_000
    cards = root.xpath("//*[contains(concat(' ', @class, ' '), ' key-figure ')]")
    if cards:
        number = " ".join(cards[0].xpath("string(.//*[contains(@class, 'sd-card-title')])").split())
        assert f"{number}: " in said["og:image:alt"]


def test_both_languages_have_a_picture_of_every_page_and_no_other(site: Path):
    for language in ("ko", "en"):
        drawn = {f"{language}/{path.stem}.html" for path in (site / language / "_previews").iterdir()}
        assert drawn == {name for name in OF_THE_BOOK if name.startswith(language)}


def test_the_key_number_is_that_of_the_first_card_without_its_source():
    card = (
        '<div class="sd-card key-figure docutils"><div class="sd-card-title"><a><data value="1">{}</data></a></div>'
        '<p class="sd-card-text">{} <span class="bibtex-citation">(Author, 2022)</span></p></div>'
    )
    body = (
        f"<section><p>26.0%</p>{card.format('24억 달러', '2025년 전망')}{card.format('6억 달러', '2019년')}</section>"
    )
    assert key_figure(body) == ("24억 달러", "2025년 전망")
    assert key_figure("<section><p>26.0%</p></section>") == ("", "")
    assert key_figure('<section><p class="key-figures">none</p></section>') == ("", "")


def test_all_words_of_the_picture_are_in_its_alternative_text_and_within_its_edges():
    long = Preview(
        "en", "The <book>", "A title & " * 8, "USD 1,234.5 billion to USD 2,345.6 billion", "What it is. " * 9
    )
    svg = preview.svg_of(long)
    drawn = " ".join(unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg))
    assert set(drawn.split()) == set(long.alt.replace("billion:", "billion").replace("–", " ").split())
    for y in map(float, re.findall(r'<text[^>]* y="([\d.]+)"', svg)):
        assert 0 < y < preview.HEIGHT
    size = int(re.search(r'font-size="(\d+)" fill="#0b5c93"', svg)[1])
    assert size < 60, "a long number is set smaller"


def test_the_same_words_give_the_same_bytes():
    svg = preview.svg_of(Preview("ko", "책", "제목", "6억 달러", "무엇"))
    assert preview.png_of(svg) == preview.png_of(svg)


@pytest.mark.parametrize(
    ("broken", "found"),
    [
        (lambda html, png: (html.replace('property="og:image"', 'property="x"'), png), "og:image is «»"),
        (lambda html, png: (html, None), "og:image is «http"),
        (lambda html, png: (html, png[:16] + struct.pack(">II", 600, 315) + png[24:]), "600 × 315 pixels"),
        (lambda html, png: (html, png + bytes(100_000)), "bytes"),
        (lambda html, png: (re.sub('og:image:alt" content="', 'og:image:alt" content="漢', html), png), "lacks: 漢"),
    ],
)
def test_a_picture_that_is_not_as_it_must_be_is_told(site: Path, tmp_path: Path, broken, found: str):
    folder = tmp_path / "en"
    (folder / "_previews").mkdir(parents=True)
    html, png = broken((site / "en/market.html").read_text("utf-8"), (site / "en/_previews/market.png").read_bytes())
    (folder / "market.html").write_text(html, "utf-8")
    if png:
        (folder / "_previews" / "market.png").write_bytes(png)
    (problem,) = previews.check(pages.read(Layout(ROOT), {"en": folder}))
    assert problem.code == "page.preview"
    assert found in problem.found
