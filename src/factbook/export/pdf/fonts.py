"""Cut the fonts of a PDF to the letters that it has, as TrueType.

WeasyPrint's own cut of a CFF font with CID keys loses the keys: viewers draw it, but PDF/A and PDF/UA refuse it.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

#: The faces that the style sheet names: the whole fonts, since a source may be cited in Hanja.
SANS, SERIF = "Noto Sans KR", "Noto Serif KR"
#: How far a curve may be from the original, in units of the font (1,000 to the em).
_TOLERANCE = 0.5
#: Characters that steer a line and are not drawn.
_UNDRAWN = frozenset("\n\t\r\u2060\u200b\ufeff")


class MissingLetterError(ValueError):
    """Raised for letters that the fonts do not have; ``letters`` are those."""

    def __init__(self, letters: str) -> None:
        self.letters = letters
        super().__init__(f"no font has: {' '.join(f'{letter} (U+{ord(letter):04X})' for letter in letters)}")


def cut(text: str) -> dict[str, bytes]:
    """Return each face, by name, with the letters of ``text``. Raises :class:`MissingLetterError`."""
    import pylopdf_fonts_ko as whole

    # Signs that the style sheet itself writes: leaders, markers of lists, numbers of pages.
    letters = frozenset(text) | frozenset("0123456789.…•◦▪- ")
    return {SANS: _cut(Path(whole.sans_path()), letters), SERIF: _cut(Path(whole.serif_path()), letters)}


def _cut(file: Path, letters: frozenset[str]) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True, recalcTimestamp=False) as font:
        known = font.getBestCmap()
        if missing := sorted(one for one in letters - _UNDRAWN if ord(one) not in known):
            raise MissingLetterError("".join(missing))
        options = subset.Options(layout_features=[], notdef_outline=True, hinting=False, drop_tables=["DSIG", "VORG"])
        options.drop_tables += ["vhea", "vmtx", "BASE", "GPOS", "GSUB", "GDEF"]
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[ord(letter) for letter in letters | {"\u2060"}])
        cutter.subset(font)
        _to_truetype(font)
        out = io.BytesIO()
        font.save(out)
    return out.getvalue()


def _to_truetype(font: Any) -> None:
    """Replaces cubic outlines by quadratic ones (OpenType: ``CFF`` by ``glyf`` and ``loca``)."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    outlines = font.getGlyphSet()
    drawn = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, _TOLERANCE, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = font.getGlyphOrder(), drawn
    del font["CFF "]
    font["glyf"].compile(font)
    # Left sides follow from the new outlines; versions and limits are those of TrueType.
    font["hmtx"].metrics = {
        name: (width, getattr(drawn[name], "xMin", 0)) for name, (width, _) in font["hmtx"].metrics.items()
    }
    limits = font["maxp"]
    limits.tableVersion = 0x00010000
    for name in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements"):
        setattr(limits, name, 0)
    limits.maxZones, limits.maxSizeOfInstructions = 1, 0
    limits.maxComponentElements = max((len(getattr(one, "components", ())) for one in drawn.values()), default=0)
    limits.compile(font)
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"
