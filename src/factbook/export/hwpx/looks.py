"""The looks of a HWPX file: each kind of text and paragraph is defined once and named by its number."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from factbook.export.model import Run

_BODY, _HEADS = "함초롬바탕", "함초롬돋움"
_LINK, _QUIET, _BLUE = "#0B5394", "#565D66", "#0B3C6F"
#: Font, size in points and colour of each look of a line.
_LOOKS: dict[str, tuple[str, float, str]] = {
    "": (_BODY, 10.5, "#000000"),
    "cell": (_HEADS, 8.5, "#000000"),
    "caption": (_HEADS, 9.5, "#000000"),
    "quiet": (_BODY, 8, _QUIET),
    "strong": (_HEADS, 10, "#000000"),
    "title": (_HEADS, 24, "#000000"),
    "heading-1": (_HEADS, 20, "#000000"),
    "heading-2": (_HEADS, 14.5, _BLUE),
    "heading-3": (_HEADS, 12, _BLUE),
}
#: How far a level of lists or boxes stands in, in millimetres.
_STEP = 6


class Looks:
    """The looks that a document has so far; any other is added when first asked for."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._known: dict[tuple[object, ...], str] = {}
        self._paragraphs: dict[tuple[int, int], str] = {}

    def of(self, run: Run, look: str) -> str:
        """Return the number of the look of a run in a line of a ``look``."""
        font, size, colour = _LOOKS[look]
        key = (look, run.strong or look == "strong", run.emphasis, bool(run.href))
        if key not in self._known:
            self._known[key] = self._file.styles.ensure_run(
                bold=bool(key[1]), italic=run.emphasis, color=_LINK if run.href else colour, font=font, size=size
            )
        return self._known[key]

    def indented(self, depth: int) -> str:
        """Return the number of the look of a paragraph that stands in by a number of levels."""
        return self._paragraph(depth, 160)

    def entry(self, depth: int) -> str:
        """Return the number of the look of a line of the contents: dots lead to the number at its end."""
        page = self._file.oxml.sections[0].properties
        width = page.page_size.drawn_width - page.page_margins.left - page.page_margins.right
        header = self._file.oxml.headers[0]
        stop = {"pos": width, "type": "RIGHT", "leader": "DASH"}
        tabs = header.ensure_tab_definition(tab_stops=[stop], auto_tab_left=True)
        return str(header.ensure_paragraph_format(base_para_pr_id=self.indented(depth), tab_pr_id_ref=tabs))

    @property
    def tight(self) -> str:
        """The number of the look of a paragraph in a cell."""
        return self._paragraph(0, 130)

    @cached_property
    def shade(self) -> str:
        """The number of the border and shade of a cell that heads others."""
        return str(self._file.styles.ensure_border_fill(border_color="#8A94A0", fill_color="#EEF2F6"))

    def _paragraph(self, depth: int, spacing: int) -> str:
        """Makes the look with a paragraph that is taken away again: the library formats paragraphs only."""
        if (depth, spacing) not in self._paragraphs:
            line = self._file.add_paragraph("", inherit_style=False)
            self._file.styles.apply_paragraph_format(
                paragraph_index=len(self._file.paragraphs) - 1,
                alignment="LEFT",
                line_spacing_percent=spacing,
                indent_left_mm=_STEP * depth,
                spacing_after_pt=4 if spacing > 150 else 0,
            )
            self._paragraphs[depth, spacing] = line.element.get("paraPrIDRef")
            line.remove()
        return self._paragraphs[depth, spacing]
