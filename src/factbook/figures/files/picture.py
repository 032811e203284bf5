"""A figure's picture as an SVG that stands alone: its title above it, its source below, every colour said."""

from __future__ import annotations

import re
from html import escape

from factbook.figures import wrapping
from factbook.figures.files.shown import Shown, book_of, origin_of

#: Ink of the light page, in place of the colour of whatever page a picture stands on.
_INK, _QUIET, _PAPER = "#1c2126", "#565d66", "#ffffff"
#: The font that is shipped with the build first: a picture looks the same wherever it is made.
FONT = "'Noto Sans KR', 'Malgun Gothic', 'Apple SD Gothic Neo', sans-serif"
_MARGIN = 20
#: Size of type in pixels, and letters in a line, of the title and of the source.
_TITLE, _TITLE_LINE = 16, 72
_SOURCE, _SOURCE_LINE = 11, 96
_SIZE = re.compile(r'\bwidth="([\d.]+)" height="([\d.]+)"')
#: What speaks to screen readers within the page, and the fonts of the page.
_OF_THE_PAGE = re.compile(r' (?:role|aria-[a-z]+|class|font-family)="[^"]*"')


def svg_of(figure: Shown) -> str:
    """The picture under its title and over its source; both stand in its metadata too."""
    size = _SIZE.search(figure.picture)
    if size is None:
        raise ValueError(f"the picture of «{figure.name}» has no size")
    width, height = (float(number) for number in size.groups())
    title = wrapping.lines(figure.title, _TITLE_LINE)
    source = [line for text in (figure.source, book_of(figure)) for line in wrapping.lines(text, _SOURCE_LINE)]
    top = _MARGIN + _leading(_TITLE) * len(title) + 8
    bottom = top + height + 14
    across, down = width + 2 * _MARGIN, bottom + _leading(_SOURCE) * len(source) + _MARGIN - 6
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" '
        f'width="{across:g}" height="{down:g}" viewBox="0 0 {across:g} {down:g}" xml:lang="{figure.language}" '
        f'font-family="{FONT}">'
        f"<title>{escape(figure.title)}</title><desc>{escape(figure.alt)}</desc>{_metadata(figure)}"
        f'<rect width="100%" height="100%" fill="{_PAPER}"/>'
        f"{_lines(title, _MARGIN, _TITLE, _INK, bold=True)}"
        f'<g transform="translate({_MARGIN},{top:g})">{_inside(figure.picture)}</g>'
        f"{_lines(source, bottom, _SOURCE, _QUIET)}</svg>\n"
    )


def _leading(size: int) -> int:
    return round(size * 1.4)


def _inside(picture: str) -> str:
    """The picture's content, with the colours that it takes from the page, and without what only a page needs."""
    content = picture[picture.index(">") + 1 : picture.rindex("</svg>")]
    return _OF_THE_PAGE.sub("", content).replace("currentColor", _INK)


def _lines(lines: list[str], top: float, size: int, colour: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return "".join(
        f'<text x="{_MARGIN}" y="{top + size + place * _leading(size):g}" font-size="{size}px"{weight} '
        f'fill="{colour}">{escape(line)}</text>'
        for place, line in enumerate(lines)
    )


def _metadata(figure: Shown) -> str:
    """Title, source and language in the terms of the Dublin Core, which drawing programs show."""
    terms = {"title": figure.title, "source": origin_of(figure), "language": figure.language}
    written = "".join(f"<dc:{term}>{escape(text)}</dc:{term}>" for term, text in terms.items())
    return (
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<rdf:Description rdf:about="">{written}</rdf:Description></rdf:RDF></metadata>'
    )
