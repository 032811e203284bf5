"""Widths at which a page changes its frame, in the reader's font size: a larger font is a narrower window."""

from __future__ import annotations

import re

#: The size of a font that nobody has changed, in pixels: 1em of a media query.
_EM = 16
_WIDTH = re.compile(r"\(\s*(min|max)-width\s*:\s*([0-9.]+)px\s*\)")


def in_ems(text: str) -> str:
    """A stylesheet or script with the pixels of its media queries on width as the same number of ems (WCAG 1.4.4).

    Themes count in pixels, so that a font of twice the size would leave their columns a few letters wide.
    """
    return _WIDTH.sub(lambda found: f"({found[1]}-width:{float(found[2]) / _EM:.7g}em)", text)
