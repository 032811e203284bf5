"""Figures of the chapter on the market."""

from __future__ import annotations

import json
from typing import Any, Literal

import altair as alt

from factbook.facts import REPORT_RATE
from factbook.figures import axes, theme, won
from factbook.figures.figure import Figure, Studio, figure, frame
from factbook.phrasing.said import Said

Align = Literal["left", "center", "right"]

YEARS = range(2017, 2026)
#: Height in pixels of the column of the larger year.
_COLUMN_HEIGHT = 320
#: Where the column of each year stands, from −1 to 1 across the figure: near the middle, its labels outside.
_COLUMNS = {2019: -0.2, 2025: 0.2}
_COLUMN_WIDTH = "(width * 0.13)"


def line_id(year: int) -> str:
    """The id of the world market in a year: printed by the report, or on the constant-growth line."""
    return f"world-market-{year}" if year in (2019, 2025) else f"world-line-{year}"


def _origin(studio: Studio, entry_id: str) -> str:
    return "printed" if entry_id in studio.sayer.facts.facts else "derived"


@figure("market-line", reads=("facts", "formulas"))
def market_line(studio: Studio) -> Figure:
    """The world market 2017–2025: printed points apart from the line between them, in dollars or in won.

    Won is at the reader's rate: the parameter ``rate``, which the page sets.
    """
    rows = [
        {
            "year": year,
            "dollars": studio.entry(line_id(year)).value,
            "ulp": won.ulp(studio, line_id(year)),
            "said": studio.say(line_id(year)).text,
            "origin": studio.word(_origin(studio, line_id(year))),
        }
        for year in YEARS
    ]
    base = (
        alt.Chart(frame(rows))
        .transform_calculate(amount="currency == 'KRW' ? datum.dollars * rate : datum.dollars")
        .transform_calculate(won=won.converted())
        .transform_calculate(shown=f"currency == 'KRW' ? {won.said(studio.language)} : datum.said")
        .transform_calculate(whose=_whose(studio))
        .encode(
            x=alt.X("year:Q", axis=axes.year_axis(), scale=alt.Scale(domain=[YEARS[0] - 0.4, YEARS[-1] + 0.4])),
            y=alt.Y("amount:Q", title=None, axis=alt.Axis(labelExpr=axes.money_labels(studio.language), tickCount=5)),
            tooltip=[
                alt.Tooltip("year:N", title=studio.word("column.year")),
                alt.Tooltip("shown:N", title=studio.word("column.dollars")),
                alt.Tooltip("whose:N", title=studio.word("column.origin")),
            ],
        )
    )
    printed = base.transform_filter(alt.FieldEqualPredicate(field="origin", equal=studio.word("printed")))
    derived = base.transform_filter(alt.FieldEqualPredicate(field="origin", equal=studio.word("derived")))
    middle = base.transform_filter("datum.year == 2023")
    chart = alt.layer(
        base.mark_line(strokeDash=[6, 4], color=theme.BOOK, strokeWidth=1.5),
        derived.mark_point(shape="diamond", filled=False, size=70, strokeWidth=1.5, opacity=1, color=theme.BOOK),
        printed.mark_point(shape="circle", filled=True, size=130, opacity=1, color=theme.REPORT),
        *_line_labels(printed.transform_filter("datum.year == 2019"), align="left", dx=2, dy=18),
        *_line_labels(printed.transform_filter("datum.year == 2025"), align="right", dx=-12, dy=-18),
        middle.mark_text(align="right", dx=-10, dy=-12, color=theme.BOOK).encode(text="origin:N"),
    )
    return Figure(
        chart.add_params(_currency(studio), won.rate(studio)).properties(width="container", title=_unit_title(studio)),
        tuple(_line_row(studio, year) for year in YEARS),
    )


def _whose(studio: Studio) -> str:
    """Whose a value is: the report prints no won value at another rate than its own."""
    own_rate = f"currency == 'USD' || rate == {studio.number(REPORT_RATE)}"
    return (
        f"{own_rate} || datum.origin != {json.dumps(studio.word('printed'))} ? datum.origin : "
        f"{json.dumps(studio.word('converted'))}"
    )


def _line_labels(point: alt.Chart, align: Align, dx: int, dy: int) -> tuple[alt.Chart, alt.Chart]:
    """A printed value, and under it whose it is."""
    return (
        point.mark_text(align=align, dx=dx, dy=dy, fontWeight="bold").encode(text="shown:N"),
        point.mark_text(align=align, dx=dx, dy=dy + 16, color=theme.REPORT).encode(text="whose:N"),
    )


def _currency(studio: Studio) -> alt.Parameter:
    """Dollars or won."""
    labels = [studio.word("dollars"), studio.word("won")]
    radio = alt.binding_radio(options=["USD", "KRW"], labels=labels, name=studio.word("currency"))
    return alt.param(name="currency", value="USD", bind=radio)


def _unit_title(studio: Studio) -> alt.TitleParams:
    """The unit of the vertical axis, which follows currency and rate."""
    before, after = studio.word("axis-won", rate="\0").split("\0")
    in_won = f"'{before}' + format(rate, ',.2~f') + '{after}'"
    return alt.TitleParams(
        text=alt.expr(f"currency == 'KRW' ? {in_won} : '{studio.word('axis-dollars')}'"),
        anchor="start",
        fontSize=13,
        fontWeight="normal",
        color=theme.INK,
        offset=12,
    )


def _line_row(studio: Studio, year: int) -> tuple[Said, ...]:
    entry_id = line_id(year)
    return (
        studio.date(str(year)),
        studio.say(entry_id),
        studio.sayer.allowed(entry_id),
        studio.text(_origin(studio, entry_id)),
    )


@figure("us-and-rest", reads=("facts", "formulas"))
def us_and_rest(studio: Studio) -> Figure:
    """The United States and the rest of the world in 2019 and 2025: computed parts of printed totals."""
    years = tuple(_COLUMNS)
    parts = [_part(studio, year, part) for year in years for part in ("us", "rest")]
    totals = [
        {
            "year": year,
            "at": _COLUMNS[year],
            "total": studio.number(line_id(year)),
            "part": studio.word("world"),
            "value": studio.say(line_id(year)).text,
        }
        for year in years
    ]
    x = alt.X("at:Q", axis=None, scale=alt.Scale(domain=[-1, 1]))
    y = alt.Y("low:Q", axis=None, scale=alt.Scale(domainMax=studio.number(line_id(2025)) * 1.08))
    base = alt.Chart(frame(parts)).encode(x=x)
    told = [alt.Tooltip(f"{name}:N", title=studio.word(f"column.{name}")) for name in ("year", "part", "value")]
    shades = alt.Scale(domain=[studio.word("us"), studio.word("rest")], range=[0.75, 0.2])
    bars = base.mark_bar(color=theme.BOOK, stroke=theme.BOOK, strokeDash=[4, 3], size=alt.expr(_COLUMN_WIDTH)).encode(
        y=y,
        y2="high:Q",
        fillOpacity=alt.Opacity("part:O", legend=None, scale=shades),
        tooltip=told,
    )
    sides: tuple[tuple[int, Align], ...] = ((-1, "right"), (1, "left"))
    beside = [
        base.transform_filter(f"datum.at * {side} > 0")
        .mark_text(
            align=align, dx=alt.expr(f"{side} * ({_COLUMN_WIDTH} / 2 + 6)"), lineBreak="\n", lineHeight=16, fontSize=12
        )
        .encode(y="middle:Q", text="shown:N")
        for side, align in sides
    ]
    above = alt.Chart(frame(totals)).encode(x=x, y=alt.Y("total:Q", axis=None))
    caps = above.mark_tick(orient="horizontal", color=theme.REPORT, thickness=3, size=alt.expr(_COLUMN_WIDTH)).encode(
        tooltip=told
    )
    sums = [
        above.transform_filter(f"datum.at * {side} > 0")
        .mark_text(align=align, dx=alt.expr(f"{-side} * {_COLUMN_WIDTH} / 2"), dy=-12, fontWeight="bold")
        .encode(text="value:N", color=alt.value(theme.REPORT))
        for side, align in sides
    ]
    below = above.mark_text(dy=16).encode(y=alt.value("height"), text="year:N")
    chart = alt.layer(bars, caps, below, *sums, *beside).properties(width="container", height=_COLUMN_HEIGHT)
    return Figure(chart, tuple(_us_row(studio, year, part) for year in years for part in ("us", "rest", "world")))


def _part(studio: Studio, year: int, part: str) -> dict[str, Any]:
    """A segment of a column: the United States below, the rest of the world above."""
    low = 0.0 if part == "us" else studio.number(f"us-market-{year}")
    high = low + studio.number(f"{part}-market-{year}")
    name, value = studio.word(part), studio.say(f"{part}-market-{year}").text
    share = f" {studio.say(f'us-share-{year}').text}" if part == "us" else ""
    return {
        "year": year,
        "at": _COLUMNS[year],
        "part": name,
        "value": value,
        "low": low,
        "high": high,
        "middle": (low + high) / 2,
        "shown": f"{name}{share}\n{value}",
    }


def _us_row(studio: Studio, year: int, part: str) -> tuple[Said, ...]:
    entry_id = f"{part}-market-{year}"
    share = studio.say(f"us-share-{year}") if part == "us" else studio.text("none")
    origin = _origin(studio, entry_id)
    return (
        studio.date(str(year)),
        studio.text(part),
        studio.say(entry_id),
        studio.sayer.allowed(entry_id),
        share,
        studio.text(origin),
    )
