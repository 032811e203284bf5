"""``factbook export``: what is named, into which files, made again only where it changed; what is missing is said."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from factbook.data.layout import Layout
from factbook.export import exporting, hwpx, offering
from factbook.export.exporting import Wanted
from factbook.problems import ProblemError
from folders import ROOT
from small_page import PAGE

ONE = Wanted(("market",), ("docx", "hwpx"), ("en",))


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A book of two pages that was built and published."""
    root = tmp_path / "root"
    for page in ("index", "market"):
        file = root / "_build" / "html" / "en" / f"{page}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE, "utf-8")
    for name in ("_config.yml", "CITATION.cff"):
        shutil.copy(ROOT / name, root)
    (root / "data").mkdir()
    shutil.copy(ROOT / "data" / "datapackage.json", root / "data")
    (root / "_toc.yml").write_text("format: jb-book\nroot: index\nchapters:\n  - file: market\n", "utf-8")
    return Layout(root)


def exported(layout: Layout, wanted: Wanted = ONE, out: str = "out") -> tuple[list[str], list[str]]:
    told: list[str] = []
    made = exporting.export(layout, layout.published, layout.root / out, wanted, told.append, workers=1)
    return [file.relative_to(layout.root).as_posix() for file in made], told


def test_each_chapter_is_a_file_of_each_format_and_progress_is_told(layout: Layout):
    made, told = exported(layout)
    assert made == ["out/en/market.docx", "out/en/market.hwpx"]
    assert [line.split()[:2] for line in told] == [["1/2", "en/market.docx"], ["2/2", "en/market.hwpx"]]


def test_without_a_name_all_chapters_and_the_book_are_made(layout: Layout):
    made, _ = exported(layout, dataclasses.replace(ONE, names=(), formats=("docx",)))
    assert made == ["out/en/index.docx", "out/en/market.docx", "out/en/book.docx"]


def test_a_chapter_is_made_again_only_where_it_changed(layout: Layout, monkeypatch: pytest.MonkeyPatch):
    exported(layout)
    page = layout.published / "en" / "market.html"
    page.write_text(PAGE.replace("<body>", '<body class="other">'), "utf-8")
    assert all(line.endswith("(unchanged)") for line in exported(layout, out="again")[1])
    page.write_text(PAGE.replace("worth", "sold for"), "utf-8")
    assert not any(line.endswith("(unchanged)") for line in exported(layout)[1])


def test_the_same_chapter_gives_the_same_bytes_wherever_it_is_exported(layout: Layout):
    exported(layout)
    shutil.rmtree(layout.work)
    exported(layout, out="again")
    for name in ("market.docx", "market.hwpx"):
        assert (layout.root / "out/en" / name).read_bytes() == (layout.root / "again/en" / name).read_bytes()


def problem_of(layout: Layout, wanted: Wanted = ONE) -> str:
    with pytest.raises(ProblemError) as caught:
        exported(layout, wanted)
    return str(caught.value)


def test_a_name_that_no_chapter_has_is_refused_with_those_that_there_are(layout: Layout):
    said = problem_of(layout, dataclasses.replace(ONE, names=("nope",)))
    assert "one of index, market, book" in said and "[export.chapter]" in said


def test_a_page_that_is_not_built_is_said_with_what_to_do(layout: Layout):
    (layout.published / "en" / "market.html").unlink()
    assert "factbook build" in (said := problem_of(layout)) and "[export.page]" in said


def test_a_missing_library_is_named_with_how_to_install_it(layout: Layout, monkeypatch: pytest.MonkeyPatch):
    def missing(volume: object) -> bytes:
        raise ModuleNotFoundError("No module named 'hwpx'", name="hwpx")

    monkeypatch.setattr(hwpx, "write", missing)
    assert "hwpx is missing" in (said := problem_of(layout))
    assert "pip install 'factbook[book]'" in said and "[export.tool]" in said


def test_a_picture_that_cannot_be_drawn_is_said_with_its_file(layout: Layout):
    page = layout.published / "en" / "market.html"
    page.write_text(PAGE.replace('width="20" height="10" ', ""), "utf-8")
    assert (said := problem_of(layout)).startswith("en/market.docx: the picture has no size")
    assert "[export.content]" in said


def test_a_file_in_place_of_the_folder_is_said(layout: Layout):
    (layout.root / "out").write_text("taken", "utf-8")
    assert "cannot be written" in problem_of(layout)


def test_pages_offer_the_files_that_lie_beside_them_with_their_size(layout: Layout):
    page = layout.published / "en" / "market.html"
    page.write_text(PAGE.replace("</body>", '<p class="run-chapter">Run</p></body>'), "utf-8")
    (page.parent / "market.pdf").write_bytes(b"x" * 164_862)
    (page.parent / "book.hwpx").write_bytes(b"x" * 1_300_084)
    offering.offer(layout.published, ("en",))
    html = page.read_text("utf-8")
    assert '<a href="market.pdf" download>PDF 165 kB</a>' in html
    assert '<a href="book.hwpx" download>Hangul (HWPX) 1.3 MB</a>' in html
    assert html.index("book.hwpx") < html.index('<p class="run-chapter">Run')
    assert (page.parent / "index.html").read_text("utf-8") == PAGE
