"""The first column of a table that only counts its rows: 1, 2, 3."""

from __future__ import annotations

from lxml.html import HtmlElement


def around(element: HtmlElement) -> frozenset[str]:
    """The ranks that ``element`` may show: that of its own row, in the first cell, or those of its figure's table."""
    for above in (element, *element.iterancestors()):
        if above.tag in ("td", "th"):
            return frozenset({_rank(above)}) if above.getprevious() is None else frozenset()
        if "chart" in (above.get("class") or "").split():
            cells = [(cell.text_content().strip(), cell) for cell in above.xpath(".//tbody/tr/*[1]")]
            return frozenset(text for text, cell in cells if text == _rank(cell))
    return frozenset()


def _rank(cell: HtmlElement) -> str:
    row = cell.getparent()
    return str(row.getparent().index(row) + 1)
