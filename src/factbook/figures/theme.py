"""How every figure of the book looks: colours, type, and axes in the units of the reader's language."""

from __future__ import annotations

from typing import Any

import altair as alt

from factbook.figures.figure import AnyChart
from factbook.interface import catalogue

#: Okabe & Ito's colours (2008), told apart with every common colour blindness, in the shades that have a contrast of
#: at least 3:1 on both white and the dark page.
REPORT = "#0072B2"
BOOK = "#C4560A"
PRESS = "#00875F"
OTHER = "#767676"
WARNING = "#B5478C"
#: Text and rules take the colour of the page, so that one picture serves light and dark.
INK = "currentColor"
#: An interval: light inside, so that a point in it is seen, with an outline that can be told from the page.
SPAN: dict[str, Any] = {"fillOpacity": 0.35, "strokeWidth": 1, "cornerRadius": 2}

FONT = "system-ui, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif"
#: Width of a figure in pixels; the page scales it down where there is less room.
WIDTH = 600
HEIGHT = 300


def apply(chart: AnyChart, language: str) -> dict[str, Any]:
    """The chart's Vega-Lite with the look of the book."""
    themed = chart.configure(**configuration(language))
    spec: dict[str, Any] = themed.to_dict(validate=True)
    return spec


def configuration(language: str) -> dict[str, Any]:
    """Vega-Lite's ``config`` for a language."""
    quiet: dict[str, Any] = {"domainColor": INK, "tickColor": INK, "domainOpacity": 0.4, "tickOpacity": 0.4}
    return {
        "background": "transparent",
        # The figure has one description in words; Vega would name each mark after its data's fields.
        "aria": False,
        "mark": alt.MarkConfig(aria=False),
        "font": FONT,
        "padding": 4,
        "view": alt.ViewConfig(stroke=None, continuousWidth=WIDTH, continuousHeight=HEIGHT),
        "axis": alt.AxisConfig(
            labelColor=INK,
            titleColor=INK,
            gridColor=INK,
            gridOpacity=0.12,
            labelFontSize=13,
            titleFontSize=13,
            titleFontWeight="normal",
            labelLimit=260,
            titlePadding=10,
            **quiet,
        ),
        "legend": alt.LegendConfig(
            labelColor=INK,
            titleColor=INK,
            labelFontSize=13,
            titleFontSize=13,
            labelLimit=320,
            orient="top",
            symbolStrokeWidth=2,
        ),
        "header": alt.HeaderConfig(labelColor=INK, titleColor=INK, labelFontSize=13),
        "text": alt.MarkConfig(color=INK, fontSize=13),
        "rule": alt.MarkConfig(color=INK),
        "locale": catalogue_locale(language),
    }


def catalogue_locale(language: str) -> dict[str, Any]:
    """D3's number format of a language, from its catalogue."""
    words = catalogue.of(language)
    return {
        "number": {
            "decimal": words("chart.decimal"),
            "thousands": words("chart.thousands"),
            "grouping": [3],
            "currency": ["", ""],
        }
    }
