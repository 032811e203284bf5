"""The looks and settings of a DOCX file: A4, fonts of either script, language, running heads."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from factbook.export.docx import parts
from factbook.export.model import Volume
from factbook.interface import catalogue

_BODY, _HEADS = "Noto Serif KR", "Noto Sans KR"
_BLUE, _GREY = RGBColor(0x0B, 0x3C, 0x6F), RGBColor(0x56, 0x5D, 0x66)
#: Sizes in points of the headings of each level.
_SIZES = {1: 20, 2: 14.5, 3: 12, 4: 12}
#: The width of the text in points: A4 between margins of 20 mm.
TEXT_WIDTH = 170 / 25.4 * 72


def prepare(file: Any, volume: Volume) -> None:
    """Sets page, styles, language and running lines of a new document."""
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin, page.bottom_margin = Mm(25), Mm(22)
    page.different_first_page_header_footer = True
    _font(file.styles["Normal"], _BODY, 10.5)
    file.styles["Normal"].paragraph_format.space_after = Pt(8)
    file.styles["Normal"].paragraph_format.line_spacing = 1.5
    for level, size in _SIZES.items():
        style = file.styles[f"Heading {level}"]
        _font(style, _HEADS, size)
        style.font.color.rgb = _BLUE if level > 1 else RGBColor(0, 0, 0)
        style.font.bold = False
    for name, size in (("Title", 26), ("Caption", 9.5)):
        _font(file.styles[name], _HEADS, size)
        file.styles[name].font.bold = False
        file.styles[name].font.color.rgb = RGBColor(0, 0, 0)
    file.styles["Caption"].paragraph_format.keep_with_next = True
    _language(file, volume.language)
    _running(page, volume.cover.title)


def _font(style: Any, name: str, size: float) -> None:
    style.font.name, style.font.size = name, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)


def _language(file: Any, language: str) -> None:
    """Names the language of letters of either script, by which they are read aloud and corrected."""
    defaults = file.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    locale = catalogue.of(language)("citing.locale").replace("_", "-")
    defaults.append(parts.element("w:lang", val=locale, eastAsia=locale, bidi="ar-SA"))
    file.core_properties.language = locale


def _running(page: Any, title: str) -> None:
    head, foot = page.header.paragraphs[0], page.footer.paragraphs[0]
    run = head.add_run(title)
    run.font.size, run.font.color.rgb = Pt(8), _GREY
    foot.alignment = 1
    parts.field(foot, "PAGE")


def quiet(run: Any, size: float) -> None:
    """Sets a run small and grey."""
    run.font.size, run.font.color.rgb = Pt(size), _GREY
