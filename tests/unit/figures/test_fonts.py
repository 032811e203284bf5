"""The font that figures are drawn with: what it has, and that each letter is the whole font's."""

from __future__ import annotations

import pylopdf_fonts_ko
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from factbook.figures import fonts

HANGUL = {chr(code) for code in range(ord("가"), ord("힣") + 1)}
ASCII = {chr(code) for code in range(ord(" "), ord("~") + 1)}
#: What numbers, spans and names are written with beside those.
SIGNS = set("–—‘’“”…·×÷−±≈≤≥→₩€£%°²äéöü「」『』ㆍ①")


def drawn(font: TTFont, letter: str) -> tuple[list[object], float]:
    """The outline of a letter, and how far the next one stands from it."""
    glyph = font.getGlyphSet()[font.getBestCmap()[ord(letter)]]
    pen = RecordingPen()
    glyph.draw(pen)
    return pen.value, glyph.width


def test_it_has_every_syllable_of_hangul_and_what_numbers_are_written_with():
    assert fonts.letters() >= HANGUL | ASCII | SIGNS


def test_it_has_no_hanja_since_with_them_every_picture_takes_longer():
    assert not {letter for letter in fonts.letters() if "\u4e00" <= letter <= "\u9fff"}


def test_every_letter_is_that_of_the_whole_font():
    some = sorted(fonts.letters())[::97]
    assert len(some) > 100
    with TTFont(fonts.FILE) as cut, TTFont(pylopdf_fonts_ko.sans_path()) as whole:
        assert [letter for letter in some if drawn(cut, letter) != drawn(whole, letter)] == []
