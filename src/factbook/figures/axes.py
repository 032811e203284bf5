"""Axes and positions in the units of the book: calendar years, dates, money, percent."""

from __future__ import annotations

import altair as alt

from factbook.interface import catalogue


def year_axis(title: str | None = None) -> alt.Axis:
    """An axis of calendar years, without a thousands separator; fewer are labelled where labels would touch."""
    return alt.Axis(format="d", title=title, grid=False, tickMinStep=1, labelSeparation=8)


def percent_axis() -> alt.Axis:
    """An axis in percent."""
    return alt.Axis(labelExpr="datum.label + '%'", tickCount=6, grid=False)


def money_labels(language: str) -> str:
    """A Vega expression that writes an axis value as money: 10억, 1조 or 1 bn, 1 tn."""
    return catalogue.of(language)("chart.money-axis")


def span(iso: str) -> tuple[float, float]:
    """Begin and end of a date of the data in decimal years: ``2022`` is a whole year, ``2022-09`` a month."""
    year, month, day = (int(part) if part else 0 for part in (*iso.split("-"), "", "")[:3])
    if not month:
        return float(year), float(year + 1)
    begin = year + (month - 1) / 12
    return (begin, begin + 1 / 12) if not day else (begin + (day - 1) / 372, begin + day / 372)
