"""Text broken into lines that fit a chart, in letters of either width."""

from __future__ import annotations

import textwrap
from unicodedata import east_asian_width


def lines(text: str, width: int) -> list[str]:
    """A text broken into lines of at most ``width`` Latin letters, between its words."""
    # A letter as wide as two counts as two for the breaking, and is one again afterwards.
    stretched = "".join(f"{letter}\0" if east_asian_width(letter) in "WF" else letter for letter in text)
    return [line.replace("\0", "") for line in textwrap.wrap(stretched, width, break_on_hyphens=False)]
