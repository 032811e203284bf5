"""Figures of the chapter on opportunities and threats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import altair as alt

from factbook.data.package import Row
from factbook.figures import axes, headed_rows, theme
from factbook.figures.figure import Figure, Studio, figure, frame
from factbook.phrasing.said import Said

#: The lanes of the timeline, from the report's own country outwards.
JURISDICTIONS = ("KR", "EU", "US", "INT")
#: Height of a line of the timeline in pixels.
LINE = 25
#: Labels stand to the right of an event until this share of the time axis, to its left afterwards.
TURN = 0.55
#: How a label is aligned, its distance from its event in pixels, and at which end of it.
LABELS: tuple[tuple[Literal["left", "right"], int, str], ...] = (("left", 8, "end"), ("right", -8, "start"))

#: What evidence does to a factor, from the clearest outwards, with the mark that says so.
EVIDENCE_MARKS: Mapping[str, tuple[str, str, str]] = {
    "supports": ("circle", theme.REPORT, theme.REPORT),
    "mixed": ("diamond", theme.BOOK, theme.BOOK),
    "open": ("circle", "transparent", theme.OTHER),
    "contradicts": ("cross", theme.WARNING, theme.WARNING),
}
SIDES: Mapping[str, int] = {"threat": -1, "opportunity": 1}


@figure("policy-timeline", reads=("policies", "facts"))
def policy_timeline(studio: Studio) -> Figure:
    """Policy events by jurisdiction in time; those after the report was posted apart from those before it."""
    posted = str(studio.entry("report-published").value)
    lanes = list(_lanes(studio))
    first = min(axes.span(event["date"])[0] for _, event in lanes if event)
    last = max(axes.span(event["date"])[1] for _, event in lanes if event)
    turn = first + (last - first) * TURN
    rows = [_event(studio, event, line, posted, turn) for line, event in lanes if event]
    heads = [
        {"line": line, "head": studio.word(f"where.{line}"), "start": first} for line, event in lanes if event is None
    ]
    moments = [
        {"at": moment(studio, "forecast-made"), "name": studio.word("forecast"), "line": lanes[0][0]},
        {"at": moment(studio, "report-published"), "name": studio.word("report"), "line": lanes[0][0]},
    ]
    y = alt.Y("line:N", sort=[line for line, _ in lanes], axis=None)
    x = alt.Scale(domain=[first, last], nice=False)
    axis = axes.year_axis()
    colour = alt.Color("colour:N", scale=None)
    tooltip = [
        alt.Tooltip("date:N", title=studio.word("column.date")),
        alt.Tooltip("where:N", title=studio.word("column.where")),
        alt.Tooltip("what:N", title=studio.word("column.what")),
    ]
    events = alt.Chart(frame(rows)).encode(x=alt.X("start:Q", scale=x, axis=axis), y=y, tooltip=tooltip)
    rules = alt.Chart(frame(moments)).encode(x=alt.X("at:Q", scale=x, axis=axis))
    chart = alt.layer(
        rules.mark_rule(strokeDash=[3, 3], opacity=0.6, color=theme.INK),
        rules.mark_text(baseline="bottom", y=-4, fontStyle="italic", color=theme.INK).encode(text="name:N"),
        alt.Chart(frame(heads))
        .mark_text(align="left", fontWeight="bold", color=theme.INK)
        .encode(x=alt.X("start:Q", scale=x, axis=axis), y=y, text="head:N"),
        events.mark_rule(strokeWidth=5).encode(x2="end:Q", color=colour),
        events.transform_filter(alt.datum.exact)
        .mark_point(filled=True, size=80, opacity=1)
        .encode(x="middle:Q", color=colour),
        *(
            events.transform_filter(alt.FieldEqualPredicate(field="side", equal=side))
            .mark_text(align=side, dx=dx, color=theme.INK)
            .encode(x=f"{near}:Q", text="label:N")
            for side, dx, near in LABELS
        ),
    )
    return Figure(
        chart.properties(width="container", height=LINE * len(lanes)),
        tuple(_event_cells(studio, event) for _, event in lanes if event),
    )


def _lanes(studio: Studio) -> Iterator[tuple[str, Row | None]]:
    """The lines of the timeline: each jurisdiction's name, then its events in time."""
    events = sorted(studio.rows("policies"), key=lambda row: axes.span(row["date"]))
    for jurisdiction in JURISDICTIONS:
        yield jurisdiction, None
        for event in events:
            if event["jurisdiction"] == jurisdiction:
                yield event["id"], event


def moment(studio: Studio, fact_id: str) -> float:
    """The middle of the day or month that a fact names, in decimal years."""
    return sum(axes.span(_iso(str(studio.entry(fact_id).value)))) / 2


def _iso(digits: str) -> str:
    """``20220915`` as ``2022-09-15``."""
    return "-".join(part for part in (digits[:4], digits[4:6], digits[6:8]) if part)


def _event(studio: Studio, event: Row, line: str, posted: str, turn: float) -> dict[str, Any]:
    start, end = axes.span(event["date"])
    after = start > axes.span(_iso(posted))[0]
    return {
        "line": line,
        "start": start,
        "end": end,
        "middle": (start + end) / 2,
        "exact": "-" in event["date"],
        "side": "left" if start < turn else "right",
        "colour": theme.BOOK if after else theme.REPORT,
        "label": studio.word(f"event.{event['id']}"),
        "date": studio.date(event["date"]).text,
        "where": studio.word(f"where.{event['jurisdiction']}"),
        "what": studio.localized(event, "text"),
    }


def _event_cells(studio: Studio, event: Row) -> tuple[Said, ...]:
    text = event[f"text_{studio.language}"]
    return (studio.date(event["date"]), studio.text(f"where.{event['jurisdiction']}"), studio.filled(text))


@figure("conditions-evidence", reads=("conditions", "factors", "facts", "formulas"))
def conditions_evidence(studio: Studio) -> Figure:
    """Each factor as a mark beside its condition: threats to the left, opportunities to the right, by evidence."""
    names = _condition_names(studio)
    factors = sorted(studio.rows("factors"), key=lambda row: list(EVIDENCE_MARKS).index(row["evidence_direction"]))
    taken: Counter[tuple[str, str]] = Counter()
    rows = []
    for factor in factors:
        place = (factor["condition"], factor["direction"])
        taken[place] += 1
        rows.append(_mark(studio, factor, names[factor["condition"]], taken[place]))
    reach = {side: max(count for (_, of_side), count in taken.items() if of_side == side) for side in SIDES}
    evidence = {key: studio.word(f"evidence.{key}") for key in EVIDENCE_MARKS}
    legend = alt.Legend(columns=2, symbolSize=130, offset=26)
    shapes, fills, strokes = zip(*EVIDENCE_MARKS.values(), strict=True)
    x = alt.Scale(domain=[-reach["threat"] - 0.7, reach["opportunity"] + 1.2], nice=False)
    order = list(names.values())
    marks = (
        alt.Chart(frame(rows))
        .mark_point(size=170, strokeWidth=2, opacity=1, fillOpacity=1, yOffset=headed_rows.MARK)
        .encode(
            x=alt.X("place:Q", scale=x, axis=None),
            y=headed_rows.place(order),
            shape=_channel(alt.Shape, evidence.values(), shapes, legend),
            fill=_channel(alt.Fill, evidence.values(), fills, legend),
            stroke=_channel(alt.Stroke, evidence.values(), strokes, legend),
            tooltip=[alt.Tooltip(f"{name}:N", title=studio.word(f"column.{name}")) for name in ("factor", "evidence")],
        )
    )
    sides = [{"at": sign * 0.35, "name": studio.word(f"side.{side}"), "side": side} for side, sign in SIDES.items()]
    heads = alt.Chart(frame(sides)).encode(x=alt.X("at:Q", scale=x, axis=None), text="name:N")
    zero = alt.Chart(frame([{"at": 0}])).mark_rule(opacity=0.5).encode(x=alt.X("at:Q", scale=x, axis=None))
    chart = alt.layer(
        zero,
        *(
            heads.transform_filter(alt.FieldEqualPredicate(field="side", equal=side)).mark_text(
                align="right" if sign < 0 else "left", baseline="bottom", y=-4, fontWeight="bold", color=theme.INK
            )
            for side, sign in SIDES.items()
        ),
        headed_rows.names(alt.Chart(frame([{"row": name} for name in order])), order),
        marks,
    )
    return Figure(
        chart.properties(width="container", height=headed_rows.STEP * len(order)),
        tuple(_factor_cells(studio, factor, names) for factor in studio.rows("factors")),
    )


def _channel(channel: Any, domain: Any, values: tuple[str, ...], legend: alt.Legend) -> Any:
    """An encoding of what evidence does to a factor; the legends of equal domains become one."""
    scale = alt.Scale(domain=list(domain), range=list(values))
    return channel("evidence-direction:N", title=None, scale=scale, legend=legend)


def _condition_names(studio: Studio) -> dict[str, str]:
    """The conditions by key; one that the report does not name says who does."""
    names = studio.names("conditions")
    return {
        row["key"]: studio.word(f"condition.{row['said_by']}", name=names[row["key"]])
        for row in studio.rows("conditions")
    }


def _mark(studio: Studio, factor: Row, condition: str, position: int) -> dict[str, Any]:
    return {
        "row": condition,
        "place": SIDES[factor["direction"]] * position,
        "evidence-direction": studio.word(f"evidence.{factor['evidence_direction']}"),
        "factor": studio.localized(factor, "text"),
        "evidence": studio.localized(factor, "evidence"),
    }


def _factor_cells(studio: Studio, factor: Row, names: Mapping[str, str]) -> tuple[Said, ...]:
    return (
        studio.text("cell", text=names[factor["condition"]]),
        studio.text(f"side.{factor['direction']}"),
        studio.filled(factor[f"text_{studio.language}"]),
        studio.text(f"evidence.{factor['evidence_direction']}"),
        studio.filled(factor[f"evidence_{studio.language}"]),
    )
