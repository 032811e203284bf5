"""Figures of the summary."""

from __future__ import annotations

import altair as alt

from factbook.facts import REPORT_RATE
from factbook.figures import theme, won
from factbook.figures.figure import Figure, Studio, figure, frame
from factbook.phrasing.said import Said

YEARS = (2019, 2025)
FORECAST = 2025


def market_id(year: int) -> str:
    """The id of the world market as the report prints it."""
    return f"world-market-{year}"


@figure("world-market", reads=("facts",))
def world_market(studio: Studio) -> Figure:
    """The two printed sizes of the world market, with what their printed digits allow; won is at the reader's rate."""
    bars = (
        alt.Chart(frame([_point(studio, year) for year in YEARS]))
        .transform_calculate(won=won.converted("datum.size"))
        .transform_calculate(converted=won.said(studio.language))
        .encode(
            x=alt.X("year:N", sort=None, title=None, axis=alt.Axis(labelAngle=0, ticks=False, labelPadding=8)),
            tooltip=[
                alt.Tooltip("dollars:N", title=studio.word("column.dollars")),
                alt.Tooltip("converted:N", title=studio.word("won")),
                alt.Tooltip("allowed:N", title=studio.word("column.allowed")),
            ],
        )
    )
    height = alt.Y("size:Q", axis=None, scale=alt.Scale(domainMin=0))
    body = bars.mark_bar(color=theme.REPORT, stroke=theme.REPORT, strokeWidth=1.5, width={"band": 0.6}).encode(
        y=height, fillOpacity=alt.FillOpacity("opacity:Q", scale=None, legend=None)
    )
    whisker = bars.mark_rule(color=theme.INK, strokeWidth=1.5).encode(y=alt.Y("low:Q", axis=None), y2="high:Q")
    ends = [
        bars.mark_tick(color=theme.INK, orient="horizontal", thickness=1.5, size=12).encode(y=alt.Y(end, axis=None))
        for end in ("low:Q", "high:Q")
    ]
    above = alt.Y("high:Q", axis=None)
    dollars = bars.mark_text(dy=-30, fontWeight="bold", fontSize=16).encode(y=above, text="dollars:N")
    # Another rate than the report's is this book's own computing, and looks like it.
    own = alt.condition(f"rate == {studio.number(REPORT_RATE)}", alt.value(theme.INK), alt.value(theme.BOOK))
    in_won = bars.mark_text(dy=-12).encode(y=above, text="converted:N", color=own)
    growth = (
        alt.Chart(frame([{"words": studio.word("growth", rate=studio.say("world-cagr").text)}]))
        .mark_text(lineBreak="\n", lineHeight=18, fontWeight="bold", baseline="middle", color=theme.INK)
        .encode(x=alt.value(alt.expr("width / 2")), y=alt.value(alt.expr("height * 0.4")), text="words:N")
    )
    chart = alt.layer(body, whisker, *ends, dollars, in_won, growth).properties(width="container")
    return Figure(chart.add_params(won.rate(studio)), tuple(_row(studio, year) for year in YEARS))


def _point(studio: Studio, year: int) -> dict[str, object]:
    entry = studio.entry(market_id(year))
    return {
        "year": _label(studio, year),
        "size": entry.value,
        "low": entry.interval.low,
        "high": entry.interval.high,
        "dollars": studio.say(entry.id).text,
        "ulp": won.ulp(studio, entry.id),
        "allowed": studio.sayer.allowed(entry.id).text,
        "opacity": 0.35 if year == FORECAST else 1,
    }


def _label(studio: Studio, year: int) -> str:
    said = studio.date(str(year)).text
    return studio.word("forecast", year=said) if year == FORECAST else said


def _row(studio: Studio, year: int) -> tuple[Said, ...]:
    entry_id = market_id(year)
    return (
        studio.date(str(year)),
        studio.say(entry_id),
        studio.say(f"{entry_id}-krw"),
        studio.sayer.allowed(entry_id),
    )
