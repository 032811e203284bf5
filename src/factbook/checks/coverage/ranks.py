"""The first column of a table that only counts its rows: 1, 2, 3."""

from __future__ import annotations

from lxml.html import HtmlElement


def around(element: HtmlElement) -> frozenset[str]:
    """The ranks that ``element`` may show: that of its own row, in the first cell, or those of its figure's table.

    Only a column that counts every row has ranks: 1 beside 5 and 7 is a number of something.
    """
    for above in (element, *element.iterancestors()):
        if above.tag in ("td", "th"):
            first = above.getprevious() is None and _is_counted(above.getparent().getparent())
            return frozenset({_rank(above)}) if first else frozenset()
        if "chart" in (above.get("class") or "").split():
            bodies = [body for body in above.iter("tbody") if _is_counted(body)]
            return frozenset(_rank(row[0]) for body in bodies for row in body)
    return frozenset()


def _is_counted(body: HtmlElement) -> bool:
    """Whether the first cells of all rows are their ranks."""
    return all(len(row) and row[0].text_content().strip() == _rank(row[0]) for row in body)


def _rank(cell: HtmlElement) -> str:
    row = cell.getparent()
    return str(row.getparent().index(row) + 1)
