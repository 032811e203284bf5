"""The font that figures are drawn and measured with, shipped with the build so that every machine draws the same."""

from __future__ import annotations

from functools import cache

import pylopdf_fonts_ko
import vl_convert


@cache
def register() -> None:
    """Makes Noto Sans KR (SIL Open Font License 1.1) known to the drawing, once a process."""
    vl_convert.register_font_directory(str(pylopdf_fonts_ko.sans_path().parent))
