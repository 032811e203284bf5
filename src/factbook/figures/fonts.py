"""The font that figures are drawn and measured with, shipped with the book so that every machine draws the same."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import vl_convert

#: Noto Sans KR (SIL Open Font License 1.1) as ``make font`` cuts it from the whole font.
FILE = Path(__file__).parent / "font" / "NotoSansKR-Regular.otf"


@cache
def register() -> None:
    """Makes the font known to the drawing, once a process."""
    vl_convert.register_font_directory(str(FILE.parent))


@cache
def letters() -> frozenset[str]:
    """What the font has. Any other letter is drawn with whatever font a machine has, or as an empty box."""
    # Only a check asks, and to import it takes longer than to draw a figure.
    from fontTools.ttLib import TTFont

    with TTFont(FILE, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
