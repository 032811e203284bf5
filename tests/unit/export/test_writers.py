"""Each format keeps what the document has: words, numbers with links, tables, pictures; the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from hwpx.document import HwpxDocument

from factbook.citations.identity import Identity
from factbook.citations.model import Date
from factbook.export import document, pdf, volumes
from factbook.export import docx as word
from factbook.export import hwpx as hangul
from factbook.export.model import Paragraph, Run, Volume
from factbook.export.pdf.fonts import MissingLetterError
from small_page import FOLDER, PAGE

# WeasyPrint leaves its colour profile open.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
WRITERS = {"pdf": pdf.write, "docx": word.write, "hwpx": hangul.write}
IDENTITY = Identity("twins", "https://book.org/", "1.0.0", Date(2026, 11, 23), ())
ROW = f"{FOLDER}numbers.html#size"


@pytest.fixture(scope="module")
def volume() -> Volume:
    return volumes.chapter(document.read(PAGE, "market", "en", FOLDER), IDENTITY)


@pytest.fixture(scope="module")
def as_pdf(volume: Volume) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf.write(volume)))


@pytest.fixture(scope="module")
def as_docx(volume: Volume):
    return docx.Document(io.BytesIO(word.write(volume)))


@pytest.fixture(scope="module")
def as_hwpx(volume: Volume) -> HwpxDocument:
    return HwpxDocument.open(hangul.write(volume))


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_two_exports_give_the_same_bytes(write, volume: Volume):
    assert write(volume) == write(volume)


def test_a_pdf_has_every_word_and_its_numbers_link_to_their_row(as_pdf: pypdf.PdfReader):
    text = " ".join(" ".join(page.extract_text() for page in as_pdf.pages).split())
    for said in ("It is worth USD 0.6 billion in all (A)", "Little.", "type_me()", "Table 1 Sizes", "Source: us."):
        assert said in text
    links = [note.get_object().get("/A", {}) for page in as_pdf.pages for note in page.get("/Annots", ())]
    assert [link.get("/URI") for link in links].count(ROW) == 2


def test_a_pdf_is_tagged_and_says_which_standards_it_follows(as_pdf: pypdf.PdfReader):
    catalogue = as_pdf.trailer["/Root"]
    assert catalogue["/Lang"] == "en"
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = catalogue["/Metadata"].get_data().decode()
    assert 'pdfuaid:part="1"' in metadata
    assert 'pdfaid:part="2"' in metadata
    assert 'pdfaid:conformance="A"' in metadata


def test_a_pdf_holds_truetype_fonts_only_since_a_cut_of_another_kind_is_refused(as_pdf: pypdf.PdfReader):
    fonts = [font.get_object() for page in as_pdf.pages for font in page["/Resources"]["/Font"].values()]
    assert {font["/DescendantFonts"][0].get_object()["/Subtype"] for font in fonts} == {"/CIDFontType2"}


def pages_of(volume: Volume, *blocks: Paragraph) -> list[str]:
    """The text of the pages of a PDF with these blocks."""
    chapter = replace(volume.chapters[0], blocks=(volume.chapters[0].blocks[0], *blocks), references=())
    made = pdf.write(replace(volume, chapters=(chapter,)))
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages]


def test_no_line_of_a_pdf_ends_behind_the_first_word_of_a_paragraph_before_a_link(volume: Volume):
    """Where the words before it fill a line to the last letter, only the blank behind them has no room."""
    filling = ["x" * wide + "i" * narrow for wide in range(16, 34) for narrow in range(4)]
    blocks = [
        Paragraph(
            (Run(f"The {'words of a line ' * 4}{one} "), Run("2019", href="https://a.org/"), Run(" and so on " * 9))
        )
        for one in filling
    ]
    lines = [line.strip() for page in pages_of(volume, *blocks) for line in page.splitlines()]
    assert sum(line.startswith("The words of a line") for line in lines) == len(filling)
    assert "The" not in lines


def test_no_line_of_a_pdf_breaks_within_a_number(volume: Volume):
    number = Run("USD 0.6 billion", href=ROW, fact="size")
    blocks = [Paragraph((Run("word " * count), number, Run(" in all"))) for count in range(14, 24)]
    text = "\n".join(pages_of(volume, *blocks)).replace("\u2060", "")
    assert text.count("USD 0.6 billion") == len(blocks)


def test_no_line_of_a_pdf_breaks_within_a_word_of_hangul_with_its_figures_and_its_particle(volume: Volume):
    number = Run("8억 5,500만 달러", href=ROW, fact="size")
    blocks = [Paragraph((Run("말 " * count), number, Run("에서 2030년까지"))) for count in range(20, 40)]
    text = "\n".join(pages_of(volume, *blocks)).replace("\u2060", "")
    assert text.count("8억 5,500만 달러에서") == len(blocks) == text.count("2030년까지")


def test_a_letter_that_no_font_has_is_named(volume: Volume):
    chapter = replace(volume.chapters[0], blocks=(Paragraph((Run("\u1780"),)),))
    with pytest.raises(MissingLetterError, match=r"\(U\+1780\)"):
        pdf.write(replace(volume, chapters=(chapter,)))


def test_a_docx_has_headings_tables_and_numbers_that_link_to_their_row(as_docx):
    assert [line.text for line in as_docx.paragraphs if line.style.name.startswith("Heading")] == [
        "Market",
        "Sources cited in this chapter",
    ]
    assert [len(table.rows) for table in as_docx.tables] == [2, 2]
    targets = [link.address + (f"#{link.fragment}" if link.fragment else "") for link in links_of(as_docx)]
    assert targets.count(ROW) == 2


def links_of(file) -> list:
    cells = [cell for table in file.tables for row in table.rows for cell in row.cells]
    paragraphs = [*file.paragraphs, *(line for cell in cells for line in cell.paragraphs)]
    return [link for line in paragraphs for link in line.hyperlinks]


def test_rows_that_head_a_table_in_a_docx_repeat_and_pictures_are_described(as_docx):
    heads = [table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in as_docx.tables]
    assert heads == [True, True]
    assert [shape._inline.docPr.get("descr") for shape in as_docx.inline_shapes] == ["A line."]


def test_a_picture_of_a_docx_is_drawn_in_lines_where_the_program_can(volume: Volume):
    with zipfile.ZipFile(io.BytesIO(word.write(volume))) as packed:
        drawings = [name for name in packed.namelist() if name.endswith(".svg")]
        related = packed.read("word/_rels/document.xml.rels").decode()
        body = packed.read("word/document.xml").decode()
        types = packed.read("[Content_Types].xml").decode()
        svg = packed.read(drawings[0]).decode()
    assert len(drawings) == 1 and svg.startswith("<svg") and "currentColor" not in svg
    (named,) = re.findall(r'svgBlip [^>]*r:embed="(\w+)"', body)
    assert f'Id="{named}"' in related
    assert "image/svg+xml" in types


def test_no_link_of_a_docx_leads_to_a_place_that_it_does_not_have(as_docx):
    body = as_docx.element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    inside = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    assert inside
    assert inside <= marks


def test_a_docx_names_its_language_and_no_hour_of_a_machine(volume: Volume, as_docx):
    language = as_docx.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "en-GB"
    with zipfile.ZipFile(io.BytesIO(word.write(volume))) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_hwpx_is_valid_and_read_back_has_every_word(as_hwpx):
    assert as_hwpx.validate().ok
    text = " ".join(as_hwpx.text.plain().split())
    for said in ("It is worth", "USD 0.6 billion", "Little.", "type_me()", "Table 1 Sizes", "Source: us."):
        assert said in text


def test_numbers_of_a_hwpx_link_to_their_row_and_pictures_are_described(volume: Volume, as_hwpx):
    section = section_of(hangul.write(volume))
    assert section.count(f'name="{ROW}"') == 2
    assert "<hp:shapeComment>A line.</hp:shapeComment>" in section
    assert section.count('repeatHeader="1"') == 2


def test_each_line_of_the_contents_of_a_hwpx_refers_to_the_page_of_its_heading(volume: Volume):
    section = section_of(hangul.write(volume))
    referred = re.findall(r'name="RefPath">\?#(\d+);', section)
    headings = re.findall(r'<hp:p id="(\d+)" paraPrIDRef="\d+" styleIDRef="[2-9]"', section)
    assert referred == headings[: len(referred)] != []
    # By this number Hancom knows that a field is a link.
    assert set(re.findall(r'type="HYPERLINK"[^>]* fieldid="(\d+)"', section)) == {str(int.from_bytes(b"%hlk"))}


def test_no_word_is_broken_in_a_hwpx(volume: Volume):
    with zipfile.ZipFile(io.BytesIO(hangul.write(volume))) as packed:
        header = packed.read("Contents/header.xml").decode()
    assert set(re.findall(r'breakNonLatinWord="(\w+)"', header)) == {"KEEP_WORD"}


def test_headings_of_a_hwpx_are_not_counted_and_not_left_at_the_foot_of_a_page(volume: Volume):
    with zipfile.ZipFile(io.BytesIO(hangul.write(volume))) as packed:
        header = packed.read("Contents/header.xml").decode()
    assert re.findall(r"<hh:paraHead [^>]*>([^<]+)<", header) == []
    outlines = re.findall(r'<hh:heading type="OUTLINE"[^>]*/><hh:breakSetting[^>]*keepWithNext="(\d)"', header)
    assert set(outlines) == {"1"}


def test_a_picture_of_a_hwpx_is_shown_whole_and_a_table_is_as_tall_as_its_rows(volume: Volume):
    section = section_of(hangul.write(volume))
    # 20 by 10 pixels of the page, at two and a half times as many; a pixel is 75 units.
    assert f'<hp:imgClip left="0" right="{50 * 75}" top="0" bottom="{25 * 75}"/>' in section
    for table in re.findall(r"<hp:tbl .*?</hp:tbl>", section):
        (height,) = re.findall(r'<hp:sz [^>]*height="(\d+)"', table)
        rows = re.findall(r"<hp:tr>.*?</hp:tr>", table)
        assert int(height) == sum(int(re.findall(r'<hp:cellSz [^>]*height="(\d+)"', row)[0]) for row in rows)


def test_a_hwpx_says_whose_it_is_and_not_whose_its_template_was(volume: Volume):
    with zipfile.ZipFile(io.BytesIO(hangul.write(volume))) as packed:
        package = packed.read("Contents/content.hpf").decode()
        assert packed.infolist()[0].filename == "mimetype"
        assert packed.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert packed.read("Preview/PrvText.txt").decode().startswith("Market")
    assert f"<opf:title>{volume.cover.title}</opf:title><opf:language>en</opf:language>" in package
    assert "synthetic" not in package
    assert "linesegarray" not in section_of(hangul.write(volume))


def section_of(made: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        return packed.read("Contents/section0.xml").decode()
