"""The figure of the growth rates that printed digits allow, in the chapter on the market."""

from __future__ import annotations

from typing import Any

import altair as alt

from factbook.figures import axes, headed_rows, theme
from factbook.figures.figure import Figure, Studio, figure, frame
from factbook.phrasing.said import Said

_ROWS = ("printed", "dollars", "won", "us", "rest")
#: Rows of the figure that are a relation recomputed, and those that are a number of the book.
_RECOMPUTED = {"dollars": "world-growth-fits", "won": "won-growth-at-one-rate"}
_STATED = {"printed": "world-cagr", "us": "us-cagr", "rest": "rest-cagr"}
_BY = {"printed": "report", "us": "press"}


@figure("growth-allowed", reads=("facts", "formulas", "relations"))
def growth_allowed(studio: Studio) -> Figure:
    """How much growth the printed digits allow: the printed rate, and what the two ends alone would admit."""
    rows = [_span(studio, key) for key in _ROWS]
    order = [row["row"] for row in rows]
    base = alt.Chart(frame(rows))
    whose = alt.Scale(domain=["report", "book", "press"], range=[theme.REPORT, theme.BOOK, theme.PRESS])
    colour = alt.Color("by:N", legend=None, scale=whose)
    outline = alt.Stroke("by:N", legend=None, scale=whose)
    x = alt.X("low:Q", title=None, scale=alt.Scale(zero=False, nice=True), axis=axes.percent_axis())
    y = headed_rows.place(order)
    tooltip = [
        alt.Tooltip("row:N", title=studio.word("column.name")),
        alt.Tooltip("value:N", title=studio.word("column.value")),
        alt.Tooltip("shown:N", title=studio.word("column.allowed")),
    ]
    marks = base.encode(y=y, color=colour, tooltip=tooltip)
    world = alt.Chart(frame([{"at": studio.number("world-cagr")}]))
    chart = alt.layer(
        world.mark_rule(strokeDash=[2, 3], color=theme.REPORT, opacity=0.6).encode(x="at:Q"),
        marks.mark_bar(height=8, yOffset=headed_rows.MARK, **theme.SPAN).encode(x=x, x2="high:Q", stroke=outline),
        marks.mark_point(filled=True, size=80, yOffset=headed_rows.MARK, opacity=1).encode(x="at:Q"),
        headed_rows.heads(base, order),
    ).properties(width="container", height=headed_rows.STEP * len(rows))
    said = tuple((studio.text(key), *_span_said(studio, key)) for key in _ROWS)
    return Figure(chart, said)


def _span_said(studio: Studio, key: str) -> tuple[Said, Said]:
    """A row's growth rate and its interval, said."""
    sayer = studio.sayer
    if key in _RECOMPUTED:
        return sayer.recomputed(_RECOMPUTED[key]), sayer.recomputed_range(_RECOMPUTED[key])
    return studio.say(_STATED[key]), sayer.allowed(_STATED[key])


def _span(studio: Studio, key: str) -> dict[str, Any]:
    """A row's growth rate and its interval, drawn."""
    if key in _RECOMPUTED:
        judgement = studio.sayer.judgements[_RECOMPUTED[key]]
        value, interval = judgement.value, judgement.allowed
    else:
        entry = studio.entry(_STATED[key])
        value, interval = entry.value, entry.interval
    said, allowed = _span_said(studio, key)
    return {
        "row": studio.word(key),
        "at": value,
        "low": interval.low,
        "high": interval.high,
        "value": said.text,
        "shown": allowed.text,
        "by": _BY.get(key, "book"),
    }
