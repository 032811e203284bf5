"""Figures of won and dollars in the chapter that checks the forecast.

Neither follows the rate of the reader: they compare the report's rate with the averages of the years, so that each of
their amounts is at the rate that it names.
"""

from __future__ import annotations

import altair as alt

from factbook.facts import REPORT_RATE
from factbook.figures import axes, headed_rows, theme
from factbook.figures.figure import Figure, Studio, figure, frame

#: The month whose average the report's rate comes nearest to, and where it stands on an axis of years whose averages
#: stand at the middle of each year.
_MONTH_ID, _MONTH_AT = "krw-per-usd-2022-03", 2022 + (3 - 6.5) / 12
#: The rows of the figure of the market in won: year, whose rate, amount in won, rate.
_WON = (
    (2019, "report", "world-market-2019-krw", REPORT_RATE),
    (2019, "average", "world-market-2019-krw-average", "krw-per-usd-2019"),
    (2025, "report", "world-market-2025-krw", REPORT_RATE),
    (2025, "average", "world-market-2025-krw-average", "krw-per-usd-2025"),
)


@figure("won-per-dollar", reads=("facts", "exchange_rates"))
def won_per_dollar(studio: Studio) -> Figure:
    """Won per dollar, averages of the years, against the one rate that the report's conversions imply."""
    years = [int(row["year"]) for row in studio.rows("exchange_rates")]
    rows = [{"year": year, "at": studio.number(f"krw-per-usd-{year}"), "shown": _rate(studio, year)} for year in years]
    x = alt.X("year:Q", axis=axes.year_axis(), scale=alt.Scale(domain=[years[0] - 0.4, years[-1] + 0.4]))
    y = alt.Y("at:Q", title=None, axis=alt.Axis(format=",d", tickCount=5), scale=alt.Scale(zero=False, domainMin=1050))
    average = _tooltip(studio, "shown", "average")
    base = alt.Chart(frame(rows)).encode(x=x, y=y, tooltip=[_tooltip(studio, "year", "year"), average])
    ends = base.transform_filter(alt.FieldOneOfPredicate(field="year", oneOf=[2019, 2025]))
    implied = alt.Chart(frame([{"at": studio.number(REPORT_RATE), "name": studio.word("implied")}])).encode(y=y)
    of_month = {
        "year": _MONTH_AT,
        "at": studio.number(_MONTH_ID),
        "name": studio.word("month"),
        "shown": studio.say(_MONTH_ID).text,
    }
    month = alt.Chart(frame([of_month])).encode(x=x, y=y, tooltip=[_tooltip(studio, "name", "year"), average])
    chart = alt.layer(
        implied.mark_rule(strokeDash=[6, 4], color=theme.REPORT, strokeWidth=1.5),
        implied.mark_text(align="left", dy=-10, dx=4, color=theme.REPORT).encode(x=alt.value(0), text="name:N"),
        base.mark_line(color=theme.OTHER, strokeWidth=2),
        base.mark_point(filled=True, size=70, opacity=1, color=theme.OTHER),
        ends.mark_text(align="right", dx=-12, dy=-6, fontWeight="bold").encode(text=alt.Text("at:Q", format=",.2f")),
        month.mark_point(shape="diamond", size=90, strokeWidth=2, opacity=1, color=theme.REPORT),
        month.mark_text(align="left", dx=12, dy=14, color=theme.REPORT).encode(text="name:N"),
    ).properties(width="container")
    implied_said = studio.say(REPORT_RATE)
    return Figure(
        chart,
        (
            *((studio.date(str(year)), studio.say(f"krw-per-usd-{year}"), implied_said) for year in years),
            (studio.date("2022-03"), studio.say(_MONTH_ID), implied_said),
        ),
    )


def _tooltip(studio: Studio, field: str, column: str) -> alt.Tooltip:
    return alt.Tooltip(f"{field}:N", title=studio.word(f"column.{column}"))


def _rate(studio: Studio, year: int) -> str:
    return studio.say(f"krw-per-usd-{year}").text


@figure("won-market", reads=("facts", "formulas", "exchange_rates"))
def won_market(studio: Studio) -> Figure:
    """The same dollars in won, at the report's one rate and at the average of the year."""
    rows = [
        {
            "row": studio.word("row", year=year, whose=studio.word(whose)),
            "won": studio.number(amount),
            "shown": studio.say(amount).text,
            "whose": whose,
        }
        for year, whose, amount, _ in _WON
    ]
    order = [str(row["row"]) for row in rows]
    base = alt.Chart(frame(rows))
    colour = alt.Color(
        "whose:N", legend=None, scale=alt.Scale(domain=["report", "average"], range=[theme.REPORT, theme.BOOK])
    )
    bars = base.mark_bar(height=16, yOffset=headed_rows.MARK + 2).encode(
        x=alt.X("won:Q", title=None, axis=None),
        y=headed_rows.place(order),
        color=colour,
        tooltip=[
            alt.Tooltip("row:N", title=studio.word("what")),
            alt.Tooltip("shown:N", title=studio.word("column.won")),
        ],
    )
    chart = alt.layer(bars, headed_rows.heads(base, order))
    said = [
        (studio.date(str(year)), studio.text(whose), studio.say(rate), studio.say(amount), studio.sayer.allowed(amount))
        for year, whose, amount, rate in _WON
    ]
    return Figure(chart.properties(width="container", height=headed_rows.STEP * len(rows)), tuple(said))
