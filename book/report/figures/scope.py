"""Figures of the chapter on scope."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt

from factbook.figures import headed_rows, theme
from factbook.figures.figure import AnyChart, Figure, Studio, figure, frame

#: Each kind of patient twin: its number and the percentage that the review prints.
KINDS = (
    ("organ", "twins-organ", "twins-organ-percent"),
    ("body-system", "twins-body-system", "twins-body-system-percent"),
    ("other", "twins-other", "twins-other-percent"),
)
#: Each organ that the review names, and the organs that it does not.
ORGANS = (
    ("heart", "heart-twins"),
    ("bone", "bone-twins"),
    ("lung", "lung-twins"),
    ("artery", "artery-twins"),
    ("remaining", "other-organ-twins"),
)
#: Thickness of a bar in pixels.
BAR = 14
#: Squares in one line of the picture of all twins.
COLUMNS = 16
SQUARE = 26
#: The labels below it: their words, and at which end of the picture they stand in which colour.
LABELS: tuple[tuple[str, Literal["left", "right"], int | str, str], ...] = (
    ("label-preclinical", "left", 0, theme.INK),
    ("label-clinical", "right", "width", theme.BOOK),
)


@figure("twins-by-kind", reads=("facts",))
def twins_by_kind(studio: Studio) -> Figure:
    """The patient twins claimed in papers, by what they stand for."""
    rows = [
        {
            "row": studio.word(key),
            "twins": studio.entry(count).value,
            "shown": studio.word("bar", count=studio.say(count), percent=studio.say(percent)),
            "colour": theme.OTHER,
        }
        for key, count, percent in KINDS
    ]
    table = tuple((studio.text(key), studio.say(count), studio.say(percent)) for key, count, percent in KINDS)
    return Figure(_bars(studio, rows, studio.word("column.kind")), table)


@figure("twins-by-organ", reads=("facts", "formulas"))
def twins_by_organ(studio: Studio) -> Figure:
    """The organ twins, by organ: those that the review counts, apart from the rest, which this book subtracts."""
    subtracted = {key: count in studio.sayer.facts.derived for key, count in ORGANS}
    rows = [
        {
            "row": studio.word(key),
            "twins": studio.entry(count).value,
            "shown": studio.word("bar-derived", count=studio.say(count)) if subtracted[key] else studio.say(count).text,
            "colour": theme.BOOK if subtracted[key] else theme.OTHER,
        }
        for key, count in ORGANS
    ]
    table = tuple(
        (studio.text(key), studio.say(count), studio.text("derived" if subtracted[key] else "printed"))
        for key, count in ORGANS
    )
    return Figure(_bars(studio, rows, studio.word("column.organ")), table)


@figure("preclinical-share", reads=("facts", "formulas"))
def preclinical_share(studio: Studio) -> Figure:
    """Every patient twin as one square: those at a preclinical stage, and the others."""
    total, preclinical = (int(studio.entry(count).value) for count in ("twins-claimed", "twins-preclinical"))
    stages = {True: studio.word("preclinical"), False: studio.word("clinical")}
    squares = [
        {"line": place // COLUMNS, "place": place % COLUMNS, "stage": stages[place < preclinical]}
        for place in range(total)
    ]
    colour = alt.Color(
        "stage:N", legend=None, scale=alt.Scale(domain=list(stages.values()), range=[theme.OTHER, theme.BOOK])
    )
    height = SQUARE * -(-total // COLUMNS)
    grid = (
        alt.Chart(frame(squares))
        .mark_rect()
        .encode(
            x=alt.X("place:O", axis=None, scale=alt.Scale(padding=0.15)),
            y=alt.Y("line:O", axis=None, scale=alt.Scale(padding=0.15)),
            color=colour,
            tooltip=[alt.Tooltip("stage:N", title=studio.word("column.stage"))],
        )
    )
    labels = (
        alt.Chart(frame([{"text": studio.filled(studio.word(word)).text}]))
        .mark_text(align=align, baseline="top", fontWeight="bold", color=ink)
        .encode(x=alt.value(at), y=alt.value(height + 8), text="text:N")
        for word, align, at, ink in LABELS
    )
    chart = alt.layer(grid, *labels)
    table = (
        (studio.text("preclinical"), studio.say("twins-preclinical"), studio.say("twins-preclinical-percent")),
        (studio.text("clinical"), studio.say("twins-clinical"), studio.text("not-printed")),
    )
    return Figure(chart.properties(width="container", height=height), table)


def _bars(studio: Studio, rows: list[dict[str, Any]], category: str) -> AnyChart:
    """Horizontal bars in the order given, each under its name and its number."""
    order = [row["row"] for row in rows]
    base = alt.Chart(frame(rows)).encode(
        tooltip=[
            alt.Tooltip("row:N", title=category),
            alt.Tooltip("shown:N", title=studio.word("column.twins")),
        ]
    )
    bars = base.mark_bar(height=BAR, yOffset=headed_rows.MARK).encode(
        x=alt.X("twins:Q", axis=None, scale=alt.Scale(zero=True, nice=False)),
        y=headed_rows.place(order),
        color=alt.Color("colour:N", scale=None),
    )
    chart = alt.layer(bars, headed_rows.heads(base, order))
    return chart.properties(width="container", height=headed_rows.STEP * len(rows))
