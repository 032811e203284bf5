"""Figures of the chapter on players."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import altair as alt

from factbook.data.package import Row
from factbook.figures import axes, theme, wrapping
from factbook.figures.figure import Figure, Studio, figure, frame
from factbook.phrasing.said import plain

#: What stands behind an event, with its colour and shape: others have tested it, the player announced it, or it failed.
WEIGHTS: Mapping[str, tuple[str, str]] = {
    "announced": (theme.OTHER, "circle"),
    "tested": (theme.PRESS, "diamond"),
    "failed": (theme.WARNING, "cross"),
}
#: The kinds of event that somebody other than the player weighs, and those that end badly; all others are announced.
WEIGHT_OF_KIND = {"clearance": "tested", "trial": "tested", "failure": "failed"}
#: Height of the row of a player, and of a promise, in pixels.
ROW = 36
PROMISE = 74
#: Where the line of a promise stands under its words, in pixels from the middle of the row.
BELOW = 20
#: Length of a line above a promise, counted in Latin letters; a Korean letter is as wide as two.
LINE = 56


@figure("milestones", reads=("targets", "players", "milestones", "facts"))
def milestones(studio: Studio) -> Figure:
    """What each player did and when, the players grouped by target in the report's order."""
    heads = list(_heads(studio))
    events = [_event(studio, row) for row in studio.rows("milestones")]
    first = int(min(event["at"] for event in events))
    last = max(event["at"] for event in events) + 0.5
    order = [head["row"] for head in heads]
    y = alt.Y("row:N", sort=order, axis=None, scale=alt.Scale(domain=order, paddingInner=0, paddingOuter=0))
    x = alt.X("at:Q", scale=alt.Scale(domain=[first, last], nice=False), axis=_years("top", 7))
    names = alt.Chart(frame(heads)).encode(x=alt.value(0), y=y, text="name:N")
    groups = names.transform_filter("datum.group").mark_text(align="left", yOffset=4, fontWeight="bold", fontSize=14)
    players = names.transform_filter("!datum.group").mark_text(align="left", yOffset=-9)
    rails = (
        alt.Chart(frame([head for head in heads if not head["group"]]))
        .mark_rule(opacity=0.2, yOffset=8)
        .encode(x=alt.value(0), x2=alt.value("width"), y=y)
    )
    legend = alt.Legend(symbolOpacity=1)
    names_of_weights = [studio.word(weight) for weight in WEIGHTS]
    colours, shapes = zip(*WEIGHTS.values(), strict=True)
    points = (
        alt.Chart(frame(events))
        .mark_point(filled=True, size=85, opacity=0.95, yOffset=8)
        .encode(
            x=x,
            y=y,
            color=alt.Color(
                "weight:N", title=None, legend=legend, scale=alt.Scale(domain=names_of_weights, range=colours)
            ),
            shape=alt.Shape(
                "weight:N", title=None, legend=legend, scale=alt.Scale(domain=names_of_weights, range=shapes)
            ),
            tooltip=[
                alt.Tooltip("who:N", title=studio.word("column.player")),
                alt.Tooltip("date:N", title=studio.word("column.date")),
                alt.Tooltip("text:N", title=studio.word("what")),
            ],
        )
    )
    chart = alt.layer(rails, players, groups, points).properties(width="container", height=ROW * len(heads))
    players_of, targets = studio.names("players"), studio.names("targets")
    target_of = {row["key"]: row["target"] for row in studio.rows("players")}
    table = tuple(
        (
            plain(players_of[row["player"]]),
            plain(targets[target_of[row["player"]]]),
            studio.date(row["date"]),
            studio.text(_weight(row)),
        )
        for row in studio.rows("milestones")
    )
    return Figure(chart, table)


def _heads(studio: Studio) -> list[dict[str, Any]]:
    """The rows from top to bottom: each target, and under it its players that have an event."""
    players, targets = studio.names("players"), studio.names("targets")
    active = {row["player"] for row in studio.rows("milestones")}
    heads: list[dict[str, Any]] = []
    for target in studio.rows("targets"):
        heads.append({"row": f"target {target['key']}", "name": targets[target["key"]], "group": True})
        heads += [
            {"row": player["key"], "name": players[player["key"]], "group": False}
            for player in studio.rows("players")
            if player["target"] == target["key"] and player["key"] in active
        ]
    return heads


def _event(studio: Studio, row: Row) -> dict[str, Any]:
    return {
        "row": row["player"],
        "who": studio.names("players")[row["player"]],
        # An event of which only the year or the month is known stands in its middle.
        "at": sum(axes.span(row["date"])) / 2,
        "date": studio.date(row["date"]).text,
        "text": studio.localized(row, "text"),
        "weight": studio.word(_weight(row)),
    }


def _weight(row: Row) -> str:
    return WEIGHT_OF_KIND.get(row["kind"], "announced")


@figure("horizons", reads=("promises", "facts", "formulas"))
def horizons(studio: Studio) -> Figure:
    """From the day on which something was announced to the year in which it was to come true."""
    promises = [_promise(studio, row) for row in studio.rows("promises")]
    first = int(min(promise["said"] for promise in promises))
    last = max(promise["to"] for promise in promises)
    # A fifth of the axis stays free beyond the last year for its label.
    scale = alt.Scale(domain=[first, last + (last - first) / 5], nice=False)
    base = alt.Chart(frame(promises)).encode(
        y=alt.Y("key:N", sort=None, axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0)),
        tooltip=[
            alt.Tooltip("who:N", title=studio.word("column.who")),
            alt.Tooltip("text:N", title=studio.word("column.what")),
            alt.Tooltip("date:N", title=studio.word("column.said")),
            alt.Tooltip("due:N", title=studio.word("column.due")),
        ],
    )
    begin = alt.X("said:Q", scale=scale, axis=_years("bottom", 5))
    marks = (
        base.mark_rule(strokeWidth=2, opacity=0.6, yOffset=BELOW).encode(x=begin, x2="from:Q"),
        base.mark_bar(height=14, color=theme.BOOK, yOffset=BELOW).encode(x=alt.X("from:Q", scale=scale), x2="to:Q"),
        base.mark_point(filled=True, size=80, opacity=1, color=theme.OTHER, yOffset=BELOW).encode(x=begin),
        base.mark_text(align="left", dx=6, fontWeight="bold", yOffset=BELOW).encode(
            x=alt.X("to:Q", scale=scale), text="due:N"
        ),
    )
    words = (
        base.mark_text(align="left", yOffset=-24, fontWeight="bold").encode(x=alt.value(0), text="who:N"),
        base.mark_text(align="left", yOffset=-7, lineBreak="\n").encode(x=alt.value(0), text="lines:N"),
    )
    chart = alt.layer(*marks, *words).properties(width="container", height=PROMISE * len(promises))
    table = tuple(
        (
            plain(studio.localized(row, "who")),
            studio.filled(row[f"text_{studio.language}"]),
            studio.date(row["said_on"]),
            studio.say(row["due"]),
        )
        for row in studio.rows("promises")
    )
    return Figure(chart, table)


def _promise(studio: Studio, row: Row) -> dict[str, Any]:
    due = int(studio.entry(row["due"]).value)
    text = studio.localized(row, "text")
    return {
        "key": row["key"],
        "who": studio.localized(row, "who"),
        "text": text,
        "lines": "\n".join(wrapping.lines(text, LINE)),
        "said": sum(axes.span(row["said_on"])) / 2,
        "date": studio.date(row["said_on"]).text,
        "from": float(due),
        "to": float(due + 1),
        "due": studio.say(row["due"]).text,
    }


def _years(orient: Literal["top", "bottom"], ticks: int) -> alt.Axis:
    axis = axes.year_axis()
    axis.orient, axis.tickCount = orient, ticks
    return axis
