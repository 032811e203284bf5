"""The fonts of a PDF: the letters that it has, as TrueType.

WeasyPrint's own cut of a CFF font with CID keys loses the keys: viewers draw it, but PDF/A and PDF/UA refuse it.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

#: The faces that the style sheet names: the whole fonts, since a source may be cited in Hanja.
SANS, SERIF = "Noto Sans KR", "Noto Serif KR"
#: How far a curve may be from the original, in units of the font (1,000 to the em).
_TOLERANCE = 0.5
#: Characters that steer a line and are not drawn.
_UNDRAWN = frozenset("\n\t\r\u2060\u200b\ufeff")
#: Signs that the style sheet itself writes: leaders, markers of lists, numbers of pages; and what joins syllables.
_OF_THE_STYLE = frozenset("0123456789.…•◦▪- \u2060")


class MissingLetterError(ValueError):
    """Raised for letters that the fonts do not have; ``letters`` are those."""

    def __init__(self, letters: str) -> None:
        self.letters = letters
        super().__init__(f"no font has: {' '.join(f'{letter} (U+{ord(letter):04X})' for letter in letters)}")


def cut(text: str) -> dict[str, bytes]:
    """Return each face, by name, with the letters of ``text``. Raises :class:`MissingLetterError`."""
    import pylopdf_fonts_ko as whole

    letters = frozenset(text) | _OF_THE_STYLE
    files = {SANS: Path(whole.sans_path()), SERIF: Path(whole.serif_path())}
    return {name: _face(name, file, letters) for name, file in files.items()}


class _Whole(NamedTuple):
    """A whole font, and its outlines by their names."""

    font: Any
    outlines: Any
    names: dict[int, str]


@cache
def _opened(file: Path) -> _Whole:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(file.read_bytes()), lazy=True)
    return _Whole(font, font.getGlyphSet(), font.getBestCmap())


@cache
def _outline(file: Path, name: str) -> Any:
    """One outline, its cubic curves replaced by quadratic ones: a book needs most of them in each of its files."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    outlines = _opened(file).outlines
    pen = TTGlyphPen(outlines)
    outlines[name].draw(Cu2QuPen(pen, _TOLERANCE, reverse_direction=True))
    return pen.glyph()


def _face(family: str, file: Path, letters: frozenset[str]) -> bytes:
    from fontTools.fontBuilder import FontBuilder

    whole = _opened(file)
    if missing := sorted(one for one in letters - _UNDRAWN if ord(one) not in whole.names):
        raise MissingLetterError("".join(missing))
    named = {ord(one): whole.names[ord(one)] for one in sorted(letters) if ord(one) in whole.names}
    order = list(dict.fromkeys([".notdef", *named.values()]))
    drawn = {name: _outline(file, name) for name in order}
    builder = FontBuilder(whole.font["head"].unitsPerEm, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(named)
    builder.setupGlyf(drawn)
    widths = whole.font["hmtx"].metrics
    builder.setupHorizontalMetrics({name: (widths[name][0], getattr(drawn[name], "xMin", 0)) for name in order})
    lines = whole.font["hhea"]
    builder.setupHorizontalHeader(ascent=lines.ascent, descent=lines.descent, lineGap=lines.lineGap)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    marks = ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent", "sxHeight", "sCapHeight")
    builder.setupOS2(**{mark: getattr(whole.font["OS/2"], mark) for mark in marks})
    builder.setupPost(keepGlyphNames=False)
    # The same letters give the same bytes on any day.
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    out = io.BytesIO()
    builder.font.save(out)
    return out.getvalue()
