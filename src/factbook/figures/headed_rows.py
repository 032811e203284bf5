"""Rows with a line of text above each mark: long names stay whole on a narrow screen, where an axis would cut them."""

from __future__ import annotations

import altair as alt

from factbook.figures import theme

#: Height of one row in pixels: a line of text and the mark under it.
STEP = 54
_TEXT = -13
#: Where marks sit under their line of text, in pixels from the middle of the row.
MARK = 9


def place(order: list[str]) -> alt.Y:
    """The channel that puts each row in its place, in the order given and without an axis."""
    return alt.Y("row:N", sort=order, axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))


def heads(base: alt.Chart, order: list[str], right: str = "shown") -> alt.LayerChart:
    """The line above each mark: the row's name at the left, the field ``right`` at the right."""
    bold = base.mark_text(align="right", yOffset=_TEXT, fontWeight="bold", color=theme.INK)
    beside = bold.encode(x=alt.value("width"), y=place(order), text=f"{right}:N")
    return alt.LayerChart(layer=[names(base, order), beside])


def names(base: alt.Chart, order: list[str]) -> alt.Chart:
    """The name of each row above its marks, at the left."""
    above: alt.Chart = base.mark_text(align="left", yOffset=_TEXT).encode(x=alt.value(0), y=place(order), text="row:N")
    return above
