"""The picture that other places show with a link to a page (Open Graph): its title, its key number, the book's name."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from html import escape
from unicodedata import east_asian_width

import vl_convert

from factbook.figures import fonts, wrapping
from factbook.figures.files.pixels import SIGNATURE

#: Pixels, as Open Graph asks for.
WIDTH, HEIGHT = 1200, 630
_PAPER, _INK, _QUIET, _REPORT, _TWIN = "#fdfcf9", "#1c2126", "#565d66", "#0b5c93", "#a8440a"
_MARGIN = 80
_LEADING = 1.35
#: Size of type in pixels: of the title, of the key number at most, of what it is, of the book's name.
_TITLE, _NUMBER, _TEXT, _BOOK = 60, 128, 36, 28
#: Width of a letter of the shipped font in parts of its size: a Latin one on average, and one as wide as two.
_LATIN, _WIDE = 0.56, 0.92
_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Preview:
    """What the picture says: ``number`` is empty for a page without one, ``text`` what the number or the page is."""

    language: str
    book: str
    title: str
    number: str = ""
    text: str = ""

    @property
    def alt(self) -> str:
        """All of its words."""
        key = ": ".join(filter(None, (self.number, self.text)))
        return " – ".join(dict.fromkeys(filter(None, (self.title, key, self.book))))


def svg_of(preview: Preview) -> str:
    """The picture as SVG."""
    title = _wrapped(preview.title, _TITLE)
    text = _wrapped(preview.text, _TEXT)
    drawn = [_lines(title, _MARGIN + _TITLE, _TITLE, _INK, bold=True)]
    bottom = HEIGHT - _MARGIN - _BOOK * 2
    top = bottom - _leading(_TEXT) * (len(text) - 1)
    drawn.append(_lines(text, top, _TEXT, _INK))
    if preview.number:
        size = min(_NUMBER, round((WIDTH - 2 * _MARGIN) / _ems(preview.number)))
        drawn.append(_lines([preview.number], top - _leading(_TEXT) - 24, size, _REPORT, bold=True))
    if preview.book != preview.title:
        drawn.append(_lines([preview.book], HEIGHT - _MARGIN / 2, _BOOK, _QUIET, left=_MARGIN + 64))
    mark = HEIGHT - _MARGIN / 2 - _BOOK / 3
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'xml:lang="{preview.language}" font-family="Noto Sans KR">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>'
        f'<rect width="{WIDTH}" height="12" fill="{_REPORT}"/>'
        f'<circle cx="{_MARGIN + 18}" cy="{mark:g}" r="18" fill="{_REPORT}"/>'
        f'<circle cx="{_MARGIN + 33}" cy="{mark:g}" r="17" fill="none" stroke="{_TWIN}" stroke-width="4"/>'
        f"{''.join(drawn)}</svg>"
    )


def png_of(svg: str) -> bytes:
    """The picture as PNG, in a third of the bytes that the drawing takes."""
    fonts.register()
    drawn = vl_convert.svg_to_png(svg, scale=1)
    chunks = list(_chunks(drawn))
    pixels = zlib.compress(zlib.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT")))
    header = next(body for kind, body in chunks if kind == b"IHDR")
    return SIGNATURE + b"".join(_chunk(*one) for one in ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")))


def _chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """The parts of a PNG file: kind and content (PNG specification, 5.3)."""
    found, start = [], len(SIGNATURE)
    while start < len(png):
        (length,) = _LENGTH.unpack_from(png, start)
        found.append((png[start + 4 : start + 8], png[start + 8 : start + 8 + length]))
        start += length + 12
    return found


def _chunk(kind: bytes, body: bytes) -> bytes:
    return _LENGTH.pack(len(body)) + kind + body + _LENGTH.pack(zlib.crc32(kind + body))


def _ems(text: str) -> float:
    return sum(_WIDE if east_asian_width(letter) in "WF" else _LATIN for letter in text)


def _wrapped(text: str, size: int) -> list[str]:
    """The lines of a text across the picture."""
    return wrapping.lines(text, int((WIDTH - 2 * _MARGIN) / (size * _LATIN)))


def _leading(size: int) -> int:
    return round(size * _LEADING)


def _lines(
    lines: list[str], baseline: float, size: int, colour: str, *, left: int = _MARGIN, bold: bool = False
) -> str:
    """Lines of text, the first on ``baseline``. The font has no bold letters: an outline makes them so."""
    outline = f' stroke="{colour}" stroke-width="{size / 40:g}"' if bold else ""
    return "".join(
        f'<text x="{left}" y="{baseline + place * _leading(size):g}" font-size="{size}" fill="{colour}"{outline}>'
        f"{escape(line)}</text>"
        for place, line in enumerate(lines)
    )
