"""A figure's picture as PNG, with the letters of a font that is shipped with the build."""

from __future__ import annotations

import re
import struct
import zlib

import vl_convert

from factbook.figures import fonts
from factbook.figures.files.shown import Shown, origin_of

#: Pixels of the file for a pixel of the page: sharp on a projector.
_SCALE = 2
SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: The signature and the header of a PNG, after which its texts may stand.
_HEADER = len(SIGNATURE) + 25
#: The shipped font has no bold letters; an outline in the same colour makes them so.
_BOLD = re.compile(r'(<text\b(?=[^>]*font-weight="bold")[^>]*?fill="([^"]+)"[^>]*)>')
_OUTLINE = r'\1 stroke="\2" stroke-width="0.5">'
#: Words that cross a line stay legible, as on the page.
_PLAIN = re.compile(r'(<text\b(?![^>]*(?:font-weight="bold"|fill="white"))[^>]*)>')
_HALO = r'\1 stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">'


def png_of(figure: Shown, svg: str) -> bytes:
    """``svg``, the picture of ``figure``, as PNG; its title and source are texts of the file."""
    fonts.register()
    png = vl_convert.svg_to_png(_PLAIN.sub(_HALO, _BOLD.sub(_OUTLINE, svg)), scale=_SCALE)
    texts = {"Title": figure.title, "Source": origin_of(figure), "Description": figure.alt}
    return png[:_HEADER] + b"".join(_text(key, text) for key, text in texts.items()) + png[_HEADER:]


def _text(keyword: str, text: str) -> bytes:
    """A text as a chunk of a PNG file (PNG specification, iTXt)."""
    body = b"iTXt" + keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8")
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
