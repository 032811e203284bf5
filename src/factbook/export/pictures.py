"""A picture of a page as an image that stands alone: every colour said, in the font of the document."""

from __future__ import annotations

import re
from typing import NamedTuple

from factbook.figures import fonts

_INK, _PAPER = "#1c2126", "#ffffff"
FONT = "Noto Sans KR"
#: Pixels of the PNG for a pixel of the page: sharp in print.
_SCALE = 2.5
#: Points for a pixel of the page.
_POINTS = 0.75
_OF_THE_PAGE = re.compile(r' (?:role|aria-[a-z]+|class)="[^"]*"')
_FONT = re.compile(r'font-family="[^"]*"')
_SIZE = re.compile(r'\bwidth="([\d.]+)" height="([\d.]+)"')


class Png(NamedTuple):
    """A picture in pixels, and the size at which it stands in the text, in points."""

    image: bytes
    width: float
    height: float

    @property
    def pixels(self) -> tuple[int, int]:
        """Its width and height in pixels (PNG, 11.2.2)."""
        return int.from_bytes(self.image[16:20]), int.from_bytes(self.image[20:24])


def standalone(svg: str) -> str:
    """Return the picture with the colours and the font that it takes from the page."""
    return _FONT.sub(f'font-family="{FONT}"', _OF_THE_PAGE.sub("", svg)).replace("currentColor", _INK)


def png(svg: str, widest: float) -> Png:
    """Return the picture for formats that cannot hold SVG, at most ``widest`` points wide.

    Raises ``ValueError`` where it has no size or cannot be drawn.
    """
    import vl_convert

    size = _SIZE.search(svg)
    if size is None:
        raise ValueError("the picture has no size")
    fonts.register()
    width, height = (float(number) * _POINTS for number in size.groups())
    smaller = min(1.0, widest / width)
    drawn = standalone(svg).replace(">", f'><rect width="100%" height="100%" fill="{_PAPER}"/>', 1)
    return Png(vl_convert.svg_to_png(drawn, scale=_SCALE), width * smaller, height * smaller)
