"""Figures of the chapter on definition and need."""

from __future__ import annotations

from typing import Any

import altair as alt

from factbook.data.package import Row
from factbook.figures import axes, headed_rows, theme, wrapping
from factbook.figures.figure import Figure, Studio, figure, frame
from factbook.phrasing.said import Said, join, plain

#: What a source dates in the figure of origins; first realisations are another matter.
DATED = ("concept", "term")
#: Whose year the others are set against: the author of the concept.
AUTHOR = "origin-grieves"
ELEMENTS = ("replica", "real-time", "patient-specific", "two-way")
#: Length of a line in the stair diagram, counted in Latin letters; a Korean letter is as wide as two.
LINE = 38


@figure("concept-origins", reads=("origins", "facts"))
def concept_origins(studio: Studio) -> Figure:
    """The year from which each source dates the concept or the term, against the year its author gives."""
    dated = [row for row in studio.rows("origins") if row["what"] in DATED]
    author = studio.entry(AUTHOR).value
    points = [
        {
            "row": studio.word(f"row-{row['what']}", who=studio.localized(row, "label")),
            "year": studio.entry(row["year"]).value,
            "shown": studio.say(row["year"]).text,
            "what": studio.word(row["what"]),
            "author": author,
            "colour": _colour(row),
        }
        for row in dated
    ]
    order = [str(point["row"]) for point in points]
    years = [float(studio.entry(row["year"]).value) for row in dated]
    base = alt.Chart(frame(points)).encode(
        tooltip=[
            alt.Tooltip("row:N", title=studio.word("column.who")),
            alt.Tooltip("shown:N", title=studio.word("column.year")),
            alt.Tooltip("what:N", title=studio.word("column.what")),
        ],
    )
    scale = alt.Scale(domain=[min(years) - 0.3, max(years) + 0.3], nice=False)
    year, authors = (alt.X(f"{of}:Q", scale=scale, axis=axes.year_axis()) for of in ("year", "author"))
    place = headed_rows.place(order)
    colour = alt.Color("colour:N", scale=None, legend=None)
    origin = base.mark_tick(color=theme.INK, thickness=2, size=20, yOffset=headed_rows.MARK).encode(x=authors, y=place)
    apart = base.mark_rule(strokeWidth=2, yOffset=headed_rows.MARK).encode(x=year, x2="author:Q", y=place, color=colour)
    shape = alt.Scale(domain=[studio.word(what) for what in DATED], range=["circle", "diamond"])
    marks = base.mark_point(filled=True, size=120, opacity=1, yOffset=headed_rows.MARK).encode(
        x=year, y=place, color=colour, shape=alt.Shape("what:N", scale=shape, legend=None)
    )
    chart = alt.layer(origin, apart, marks, headed_rows.heads(base, order))
    rows = tuple(
        (plain(studio.localized(row, "label")), studio.say(row["year"]), studio.text(row["what"])) for row in dated
    )
    return Figure(chart.properties(width="container", height=headed_rows.STEP * len(order)), rows)


def _colour(row: Row) -> str:
    return {AUTHOR: theme.INK, "origin-report": theme.REPORT}.get(row["year"], theme.OTHER)


@figure("definition-contents", reads=("facts", "formulas"))
def definition_contents(studio: Studio) -> Figure:
    """How many of the papers that define the term ask for each element."""
    papers = studio.entry("definition-papers").value
    elements = [
        {
            "row": studio.word(element),
            "papers": studio.entry(f"definitions-{element}").value,
            "all": papers,
            "shown": _count(studio, element).text,
        }
        for element in ELEMENTS
    ]
    order = [str(element["row"]) for element in elements]
    base = alt.Chart(frame(elements)).encode(
        tooltip=[
            alt.Tooltip("row:N", title=studio.word("column.element")),
            alt.Tooltip("shown:N", title=studio.word("column.papers")),
        ],
    )
    length = alt.Scale(domain=[0, float(papers)], nice=False)
    place = headed_rows.place(order)
    bar: dict[str, Any] = {"yOffset": headed_rows.MARK, "height": 14}
    track = base.mark_bar(color=theme.OTHER, opacity=0.22, **bar).encode(
        x=alt.X("all:Q", scale=length, axis=None), y=place
    )
    filled = base.mark_bar(color=theme.OTHER, **bar).encode(x=alt.X("papers:Q", scale=length, axis=None), y=place)
    chart = alt.layer(track, filled, headed_rows.heads(base, order))
    table = tuple(_element_row(studio, element) for element in ELEMENTS)
    return Figure(chart.properties(width="container", height=headed_rows.STEP * len(order)), table)


def _count(studio: Studio, element: str) -> Said:
    """The papers with an element, and their share as the review prints it."""
    counted = studio.say(f"definitions-{element}")
    return join(studio.word("count"), counted, studio.say(f"definitions-{element}-percent"))


def _element_row(studio: Studio, element: str) -> tuple[Said, ...]:
    return (
        studio.text(element),
        studio.say(f"definitions-{element}"),
        studio.say(f"definitions-{element}-percent"),
        studio.say(f"definitions-{element}-share"),
    )


@figure("development-levels", reads=("levels",))
def development_levels(studio: Studio) -> Figure:
    """The development levels of digital-twin technology as a stair that rises to the right."""
    levels = studio.rows("levels")
    steps = [
        {
            "level": int(row["level"]),
            "foot": int(row["level"]) - 1,
            "top": len(levels),
            "name": studio.localized(row, "name"),
            "meaning": "\n".join(wrapping.lines(studio.localized(row, "meaning"), LINE)),
        }
        for row in levels
    ]
    base = alt.Chart(frame(steps)).encode(
        y=alt.Y("level:O", sort="descending", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0)),
        tooltip=[
            alt.Tooltip("name:N", title=studio.word("column.name")),
            alt.Tooltip("meaning:N", title=studio.word("column.meaning")),
        ],
    )
    # The stair takes the left quarter of the figure and leaves the rest to its words.
    along = alt.Scale(domain=[0, 4 * len(levels)], nice=False)
    foot = alt.X("foot:Q", scale=along, axis=None)
    body = base.mark_bar(color=theme.REPORT, opacity=0.18, height={"band": 1}).encode(x=foot, x2="top:Q")
    tread = base.mark_bar(color=theme.REPORT, height={"band": 1}).encode(x=foot, x2="level:Q")
    numbers = (
        base.transform_calculate(middle="datum.level - 0.5")
        .mark_text(color="white", fontWeight="bold")
        .encode(x=alt.X("middle:Q", scale=along, axis=None), text="level:O")
    )
    beside = alt.X("top:Q", scale=along, axis=None)
    words: dict[str, Any] = {"align": "left", "dx": 12, "baseline": "top"}
    names = base.mark_text(**words, dy=-24, fontWeight="bold").encode(x=beside, text="name:N")
    meanings = base.mark_text(**words, dy=-6, lineBreak="\n", lineHeight=16).encode(x=beside, text="meaning:N")
    chart = alt.layer(body, tread, numbers, names, meanings).properties(width="container", height=60 * len(levels))
    rows = tuple(
        (plain(row["level"]), plain(studio.localized(row, "name")), plain(studio.localized(row, "meaning")))
        for row in levels
    )
    return Figure(chart, rows)
