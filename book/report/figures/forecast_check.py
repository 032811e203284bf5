"""Figures of forecasts, in the chapter that checks the report's against later ones."""

from __future__ import annotations

from typing import Any

import altair as alt

from factbook.data.package import Row
from factbook.facts.relations import Judgement
from factbook.figures import axes, headed_rows, theme
from factbook.figures.figure import Figure, Studio, figure, frame
from factbook.phrasing.said import Said, join, plain

from .market import Align

#: How each kind of source of a forecast is drawn: colour, dash of the line, shape of the points.
_QUALITIES = {
    "report": (theme.REPORT, [1, 0], "circle"),
    "vendor": (theme.OTHER, [1, 0], "square"),
    "reseller": (theme.OTHER, [7, 3], "square"),
    "second-hand": (theme.PRESS, [2, 3], "triangle-up"),
    "headline": (theme.WARNING, [1, 0], "diamond"),
}
#: Where the name of a forecast stands beside its last point, where above it would meet another line.
_BESIDE: dict[str, tuple[Align, int, int]] = {
    "mnm": ("left", 8, 10),
    "report": ("left", -6, -18),
    "tmr": ("left", 8, 4),
    "techsci-2023": ("left", 4, 15),
}
_ABOVE: tuple[Align, int, int] = ("right", 4, -12)
#: Years left free at the right for a name.
_NAME_ROOM = 4.5
#: The money axis of the forecasts, from below the smallest to above the largest, with ticks a reader can multiply by.
_MONEY_DOMAIN = [3e8, 1.6e11]
_MONEY_TICKS = [3e8, 1e9, 3e9, 1e10, 3e10, 1e11]
#: The end of the percentage axis: beyond every rate stated, and where an interval without a limit is cut off.
_PERCENT_END = 80


@figure("forecasts", reads=("facts", "forecasts"))
def forecasts(studio: Studio) -> Figure:
    """Forecasts of the same market from their base to their end on a log scale, marked by the quality of the source."""
    chosen = [row for row in studio.rows("forecasts") if row["scope"] == "healthcare"]
    points = [point for row in chosen for point in _points(studio, row)]
    named = [_named([point for point in points if point["key"] == row["key"]]) for row in chosen]
    domain = [studio.word(f"quality.{quality}") for quality in _QUALITIES]
    colours, dashes, shapes = zip(*_QUALITIES.values(), strict=True)
    legend = alt.Legend(columns=2, title=None)
    years = [point["year"] for point in points]
    x = alt.X("year:Q", axis=axes.year_axis(), scale=alt.Scale(domain=[min(years) - 0.5, max(years) + _NAME_ROOM]))
    money = alt.Axis(labelExpr=axes.money_labels(studio.language), values=_MONEY_TICKS)
    base = alt.Chart(frame(points)).encode(
        x=x,
        y=alt.Y("amount:Q", title=None, axis=money, scale=alt.Scale(type="log", domain=_MONEY_DOMAIN, nice=False)),
        color=alt.Color("quality:N", legend=legend, scale=alt.Scale(domain=domain, range=list(colours))),
        tooltip=[
            alt.Tooltip("name:N", title=studio.word("column.name")),
            alt.Tooltip("year:N", title=studio.word("year")),
            alt.Tooltip("shown:N", title=studio.word("amount")),
            alt.Tooltip("quality:N", title=studio.word("column.quality")),
        ],
    )
    lines = base.mark_line(strokeWidth=2).encode(
        detail="key:N",
        strokeDash=alt.StrokeDash("quality:N", legend=legend, scale=alt.Scale(domain=domain, range=list(dashes))),
    )
    marks = base.mark_point(filled=True, size=70, opacity=1).encode(
        shape=alt.Shape("quality:N", legend=legend, scale=alt.Scale(domain=domain, range=list(shapes)))
    )
    meeting = alt.Chart(frame([{"year": 2025}])).mark_rule(strokeDash=[2, 3], opacity=0.5).encode(x=x)
    chart = alt.layer(meeting, lines, marks, *(_name(point, x) for point in named)).properties(
        width="container",
        height=380,
        title=alt.TitleParams(studio.word("axis"), anchor="start", fontSize=13, fontWeight="normal", color=theme.INK),
    )
    return Figure(chart, tuple(_forecast_row(studio, row) for row in chosen))


def _points(studio: Studio, row: Row) -> list[dict[str, Any]]:
    """The values of a forecast that its source states, in order of time."""
    entries = [studio.entry(row[end]) for end in ("base", "end") if row[end]]
    return [
        {
            "key": row["key"],
            "name": studio.word(f"name.{row['key']}"),
            "year": entry.years[0],
            "amount": entry.value,
            "shown": studio.say(entry.id).text,
            "quality": studio.word(f"quality.{row['quality']}"),
        }
        for entry in entries
    ]


def _named(points: list[dict[str, Any]]) -> dict[str, Any]:
    """The point of a forecast that carries its name: the last, but for the report, whose last meets other lines."""
    return points[0] if points[0]["key"] == "report" else points[-1]


def _name(point: dict[str, Any], x: alt.X) -> alt.Chart:
    align, dx, dy = _BESIDE.get(point["key"], _ABOVE)
    text = alt.Chart(frame([point])).mark_text(align=align, dx=dx, dy=dy, fontSize=12, color=theme.INK)
    named: alt.Chart = text.encode(x=x, y="amount:Q", text="name:N")
    return named


def _forecast_row(studio: Studio, row: Row) -> tuple[Said, ...]:
    none = studio.text("none")
    return (
        plain(studio.localized(row, "label")),
        studio.date(row["published"]) if row["published"] else none,
        *(_dated(studio, row[end]) if row[end] else none for end in ("base", "end")),
        studio.say(row["cagr"]) if row["cagr"] else none,
        studio.text(f"quality.{row['quality']}"),
    )


def _dated(studio: Studio, fact_id: str) -> Said:
    """A value with its year: USD 0.6 billion (2019)."""
    entry = studio.entry(fact_id)
    return join(studio.word("dated"), studio.say(fact_id), studio.date(str(entry.years[0])))


@figure("stated-implied", reads=("facts", "formulas", "forecasts", "relations"))
def stated_implied(studio: Studio) -> Figure:
    """The growth each forecast states against what its own two values imply, with all that their digits allow."""
    judged = [(row, judgement) for row in studio.rows("forecasts") for judgement in _judgements(studio, row)]
    rows = [_comparison(studio, row, judgement) for row, judgement in judged]
    order = [str(row["row"]) for row in rows]
    base = alt.Chart(frame(rows))
    y = headed_rows.place(order)
    kinds = alt.Scale(domain=[studio.word("stated"), studio.word("implied")], range=[theme.INK, theme.BOOK])
    shapes = alt.Scale(domain=[studio.word("stated"), studio.word("implied")], range=["triangle-down", "circle"])
    whole = alt.Scale(domain=[0, _PERCENT_END], clamp=True)
    x = alt.X("low:Q", title=None, scale=whole, axis=axes.percent_axis())
    spans = base.mark_bar(height=8, yOffset=headed_rows.MARK, color=theme.BOOK, stroke=theme.BOOK, **theme.SPAN).encode(
        x=x, x2="high:Q", y=y
    )
    folded = base.transform_fold([studio.word("stated"), studio.word("implied")], as_=["kind", "at"])
    points = [
        folded.transform_filter(alt.FieldEqualPredicate(field="kind", equal=studio.word(kind)))
        .mark_point(filled=True, size=70, yOffset=headed_rows.MARK + above, opacity=1)
        .encode(
            x="at:Q",
            y=y,
            color=alt.Color("kind:N", title=None, scale=kinds),
            shape=alt.Shape("kind:N", title=None, scale=shapes),
            tooltip=[
                alt.Tooltip("row:N", title=studio.word("column.name")),
                alt.Tooltip("shown:N", title=studio.word("gap")),
            ],
        )
        for kind, above in (("implied", 0), ("stated", -9))
    ]
    chart = alt.layer(spans, *points, headed_rows.heads(base, order))
    return Figure(
        chart.properties(width="container", height=headed_rows.STEP * len(rows)),
        tuple(_comparison_row(studio, row, judgement) for row, judgement in judged),
    )


def _judgements(studio: Studio, row: Row) -> list[Judgement]:
    """The relation that holds a forecast's stated growth against its own two values, if there is one."""
    wanted = (row["cagr"], "cagr", f"{row['base']} {row['end']}")
    return [
        studio.sayer.judgements[relation["id"]]
        for relation in studio.rows("relations")
        if (relation["claim"], relation["operation"], relation["operands"]) == wanted
    ]


def _comparison(studio: Studio, row: Row, judgement: Judgement) -> dict[str, Any]:
    sayer, relation = studio.sayer, judgement.relation.id
    verdict = studio.word("differs", gap=sayer.misfit(relation).text) if not judgement.holds else studio.word("fits")
    return {
        "row": studio.word(f"name.{row['key']}"),
        studio.word("stated"): judgement.claim.value,
        studio.word("implied"): judgement.value,
        "low": judgement.allowed.low,
        "high": min(judgement.allowed.high, _PERCENT_END),
        "shown": verdict,
    }


def _comparison_row(studio: Studio, row: Row, judgement: Judgement) -> tuple[Said, ...]:
    sayer, relation = studio.sayer, judgement.relation.id
    return (
        plain(studio.localized(row, "label")),
        studio.say(row["cagr"]),
        sayer.recomputed(relation),
        sayer.misfit(relation),
        sayer.verdict(relation),
    )
