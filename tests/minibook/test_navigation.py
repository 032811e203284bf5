"""The chapters beside every page: all of them, in the order of the table of contents, and where the reader is."""

from __future__ import annotations

import lxml.html
import pytest

from factbook.interface.catalogue import LANGUAGES
from tiny_book import REAL, TinyBook

LIST = "//nav[contains(@class, 'bd-docs-nav')]"


def listed(page: bytes) -> list[tuple[str, str]]:
    """Where each entry of the list leads, and the level at which it stands."""
    entries = lxml.html.fromstring(page).xpath(f"{LIST}//li")
    return [(entry.xpath("string(./a/@href)"), entry.get("class")) for entry in entries]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_lists_every_chapter_and_marks_itself(site, language):
    names = ["index", *(line.split()[-1] for line in REAL.toc.read_text("utf-8").splitlines() if "file:" in line)]
    pages = {path.stem: path.read_bytes() for path in (site / language).glob("*.html")}
    assert set(names) <= set(pages)
    for here, page in pages.items():
        expected = [
            ("#", "toctree-l1 current active") if name == here else (f"{name}.html", "toctree-l1") for name in names
        ]
        assert listed(page) == expected, here


def test_chapters_under_a_chapter_are_listed_below_it_and_cited_after_it(begun: TinyBook, tmp_path):
    begun.replace("_toc.yml", "  - file: method\n", "    sections:\n    - file: method\n")
    outcome = begun.build(tmp_path / "site")
    assert outcome.status == 0, outcome.complained
    page = (tmp_path / "site" / "en" / "method.html").read_bytes()
    entries = listed(page)
    assert ("#", "toctree-l2 current active") in entries
    under = lxml.html.fromstring(page).xpath(f"{LIST}//ul/li/ul/li")
    assert [entry.text_content().strip() for entry in under] == ["Method"]
    script = (tmp_path / "site" / "en" / "citations.js").read_text("utf-8")
    assert 0 < script.index("numbers.html") < script.index("method.html") < script.index("cite-and-run.html")
