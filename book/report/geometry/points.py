"""Figures of points and spans: each mark where the axes read its number, in the colour of whoever gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.checks.of_pages.geometry import words
from factbook.checks.of_pages.geometry.colours import BOOK, INK, OTHER, PRESS, REPORT, WARNING
from factbook.checks.of_pages.geometry.told import NEAR, Told, Wrong, at, has, near, same, through
from factbook.data.package import Row
from factbook.facts.relations import Judgement
from factbook.phrasing import tables

#: The year of an edition, in the name of a forecast.
_EDITION = re.compile(r"\d{4}")
#: The outline of a point, by what its path is drawn with.
CIRCLE, SQUARE, DIAMOND, TRIANGLE = "MAA", "MhvhZ", "MLLLZ", "MLLZ"
QUALITIES = {
    "report": (REPORT, CIRCLE),
    "vendor": (OTHER, SQUARE),
    "reseller": (OTHER, SQUARE),
    "second-hand": (PRESS, TRIANGLE),
    "headline": (WARNING, DIAMOND),
}


def market_line(told: Told) -> Iterator[Wrong]:
    computed, printed = told.drawn.groups("symbol")[:2]
    ids = {year: f"world-market-{year}" if year in (2019, 2025) else f"world-line-{year}" for year in range(2017, 2026)}
    points = {round(told.across.value(mark.x), 2): mark for mark in (*computed, *printed)}
    if sorted(points) != sorted(ids):
        yield "the points", f"at {sorted(points)}", f"{sorted(ids)}"
        return
    for year, name in ids.items():
        mark = points[year]
        yield from at(f"the point of {year}", told.upward, mark.y, told.value(name))
        yield from same(f"the colour of {year}", mark.colour, BOOK if told.is_computed(name) else REPORT)
        if told.is_computed(name) == (mark in printed):
            yield f"the point of {year}", "drawn as printed" if mark in printed else "drawn as computed", name
    yield from through("the line", told.drawn.groups("line")[0][0], [points[year] for year in ids])
    for group, year in ((told.texts(0), 2019), (told.texts(2), 2025)):
        yield from same(f"the label of {year}", group[0].text, told.said[ids[year]])
        yield from _beside(f"the label of {year}", group[0].x, group[0].y, points[year].x, points[year].y)


def _beside(what: str, x: float, y: float, point_x: float, point_y: float) -> Iterator[Wrong]:
    if abs(x - point_x) > 30 or abs(y - point_y) > 40:
        yield what, f"it stands at ({x:.0f}, {y:.0f})", f"beside its point at ({point_x:.0f}, {point_y:.0f})"


def growth_allowed(told: Told) -> Iterator[Wrong]:
    names = ("world-cagr", "world-growth-fits", "won-growth-at-one-rate", "us-cagr", "rest-cagr")
    colours = (REPORT, BOOK, BOOK, PRESS, BOOK)
    spans, points = told.drawn.groups("rect")[0], told.drawn.groups("symbol")[0]
    yield from at(
        "the line of the printed rate", told.across, told.drawn.groups("rule")[0][0].x, told.value("world-cagr")
    )
    for place, name in enumerate(names):
        judgement = told.data.judgements.get(name)
        value = float(judgement.value) if judgement else told.value(name)
        yield from at(f"the point of {name}", told.across, points[place].x, value)
        yield from _span(told, name, spans[place].left, spans[place].right)
        yield from near(f"the row of {name}", points[place].y, spans[place].y)
        for mark in (spans[place], points[place]):
            yield from same(f"the colour of {name}", mark.colour, colours[place])
        row = told.figure.rows[place]
        yield from same(f"the name of {name}", told.texts(0)[place].text, row[0].text)
        yield from same(f"the label of {name}", told.texts(1)[place].text, row[2].text)


def _span(told: Told, name: str, left: float, right: float, end: float = float("inf")) -> Iterator[Wrong]:
    """The ends of a span; one too narrow to be seen is drawn around its middle with rounded corners."""
    low, high = (told.across.pixel(min(value, end)) for value in told.ends(name))
    if high - low >= 1:
        yield from near(f"the lower end of {name}", left, low)
        yield from near(f"the upper end of {name}", right, high)
    elif left < low - 3 or right > high + 3:
        yield f"the span of {name}", f"from {left:.1f} to {right:.1f} px", f"{low:.1f} to {high:.1f} px"


def won_per_dollar(told: Told) -> Iterator[Wrong]:
    averages, months = told.drawn.groups("symbol")[:2]
    years = [int(row["year"]) for row in told.rows("exchange_rates")]
    for mark, year in zip(averages, years, strict=True):
        yield from at(f"the point of {year}", told.across, mark.x, year)
        yield from at(f"the rate of {year}", told.upward, mark.y, told.value(f"krw-per-usd-{year}"))
        yield from same(f"the colour of {year}", mark.colour, OTHER)
    yield from through("the line of the averages", told.drawn.groups("line")[0][0], averages)
    implied = told.drawn.groups("rule")[0][0]
    yield from at("the line of report-rate", told.upward, implied.y, told.value("report-rate"))
    # An average of a year stands at its middle, so that March stands so many months before it.
    yield from at("the point of March 2022", told.across, months[0].x, 2022 + (3 - 6.5) / 12)
    yield from at("the rate of March 2022", told.upward, months[0].y, told.value("krw-per-usd-2022-03"))
    yield from same("the name of the month", told.texts(-1)[0].text, _date(told))
    for mark in (implied, months[0], told.texts(0)[0], told.texts(-1)[0]):
        yield from same("the colour of report-rate", mark.colour, REPORT)
    for mark, year in zip(told.texts(1), (2019, 2025), strict=True):
        value = told.value(f"krw-per-usd-{year}")
        yield from same(f"the label of {year}", mark.text, f"{value:,.2f}")
        yield from _beside(f"the label of {year}", mark.x, mark.y, told.across.pixel(year), told.upward.pixel(value))


def _date(told: Told) -> str:
    """The month of the last row as a page in this language writes it."""
    return tables.date("2022-03", told.figure.language).text


def forecasts(told: Told) -> Iterator[Wrong]:
    rows = [row for row in told.rows("forecasts") if row["scope"] == "healthcare"]
    ends = [(row, row[end]) for row in rows for end in ("base", "end") if row[end]]
    points = told.drawn.groups("symbol")[0]
    if len(points) != len(ends):
        yield "the points", f"{len(points)}", f"{len(ends)}"
        return
    for mark, (row, name) in zip(points, ends, strict=True):
        colour, outline = QUALITIES[row["quality"]]
        yield from at(f"the year of {name}", told.across, mark.x, told.year(name))
        yield from at(f"the point of {name}", told.upward, mark.y, told.value(name))
        yield from same(f"the colour of {name}", mark.colour, colour)
        yield from same(f"the outline of {name}", mark.outline, outline)
    lines = [line for group in told.drawn.groups("line") for line in group]
    for row, line in zip(rows, lines, strict=True):
        marks = [mark for mark, (of, _) in zip(points, ends, strict=True) if of is row]
        yield from through(f"the line of {row['key']}", line, marks)
        yield from same(f"the colour of the line of {row['key']}", line.colour, QUALITIES[row["quality"]][0])
    called = {(sign.colour, sign.outline, name) for sign, name in told.drawn.legend}
    qualities = {row["quality"]: told.figure.rows[place][-1].text for place, row in enumerate(rows)}
    for quality, word in qualities.items():
        if (*QUALITIES[quality], word) not in called:
            yield "the legend", f"{sorted(called)}", f"«{word}» for {QUALITIES[quality]}"
    labels = [group[0].text for group in told.drawn.groups("text")]
    yield from words.fitting("the name", zip(labels, told.column(0), strict=True))
    for row, group in zip(rows, told.drawn.groups("text"), strict=True):
        own = [name for end in ("base", "end") if (name := row[end])]
        name = own[0] if row["key"] == "report" else own[-1]
        x, y = told.across.pixel(told.year(name)), told.upward.pixel(told.value(name))
        edition = _EDITION.findall(group[0].text)
        if edition and edition != _EDITION.findall(told.figure.rows[rows.index(row)][0].text):
            yield f"the name of {row['key']}", group[0].text, told.figure.rows[rows.index(row)][0].text
        yield from _beside(f"the name of {row['key']}", group[0].x, group[0].y, x, y)


def stated_implied(told: Told) -> Iterator[Wrong]:
    judged = [judgement for row in told.rows("forecasts") for judgement in _of(told, row["cagr"], row)]
    spans = told.drawn.groups("rect")[0]
    implied, stated = told.drawn.groups("symbol")[:2]
    names = (mark.text for mark in told.texts(0))
    yield from words.fitting("the name of the row", zip(names, told.column(0), strict=True))
    for place, judgement in enumerate(judged):
        name = judgement.relation.id
        yield from at(f"the stated growth of {name}", told.across, stated[place].x, float(judgement.claim.value))
        yield from at(f"the implied growth of {name}", told.across, implied[place].x, float(judgement.value))
        yield from _span(told, name, spans[place].left, spans[place].right, 80)
        yield from same(f"the colour of the stated growth of {name}", stated[place].colour, INK)
        yield from same(f"the colour of the implied growth of {name}", implied[place].colour, BOOK)
        label = told.texts(1)[place].text
        misfit = told.figure.rows[place][3].text
        if (misfit in label) == judgement.holds:
            yield f"the verdict on {name}", f"«{label}»", "fits" if judgement.holds else f"off by {misfit}"
        yield from near(f"the row of {name}", implied[place].y, spans[place].y)
        yield from near(f"the row of the stated growth of {name}", stated[place].y, spans[place].y - 9)
    for (sign, name), wanted in zip(told.drawn.legend, (1, 2), strict=True):
        yield from has("the legend", name.lower(), told.figure.headings[wanted].lower().split()[0])
        yield from same("the colour in the legend", sign.colour, (INK, BOOK)[wanted - 1])


def _of(told: Told, claim: str, row: Row) -> list[Judgement]:
    operands = (row["base"], row["end"])
    return [
        one
        for one in told.data.judgements.values()
        if (one.relation.claim, one.relation.operation, one.relation.operands) == (claim, "cagr", operands)
    ]


#: Whose year is drawn apart: the report’s, and that of the authors of the concept themselves.
_OF_ORIGIN = {"report": REPORT, "grieves": INK}


def concept_origins(told: Told) -> Iterator[Wrong]:
    rows = [row for row in told.rows("origins") if row["what"] in ("concept", "term")]
    points = told.drawn.groups("symbol")[0]
    rules, tracks = told.drawn.groups("rule")[0], told.drawn.groups("rect")[0]
    for rule, track, mark, row in zip(rules, tracks, points, rows, strict=True):
        colour = _OF_ORIGIN.get(row["key"], OTHER)
        yield from same(f"the colour of {row['year']}", mark.colour, colour)
        yield from same(f"the colour of the line of {row['year']}", rule.colour, colour)
        yield from near(f"the row of {row['year']}", mark.y, track.y)
    for mark, row, name, label in zip(points, rows, told.texts(0), told.texts(1), strict=True):
        yield from at(f"the point of {row['year']}", told.across, mark.x, told.value(row["year"]))
        yield from same(f"the label of {row['year']}", label.text, told.said[row["year"]])
        yield from has(f"the name of {row['year']}", name.text, row[f"label_{told.figure.language}"])
        yield from same(f"the outline of {row['year']}", mark.outline, CIRCLE if row["what"] == "concept" else DIAMOND)
    for mark in told.drawn.groups("rect")[0]:
        if abs(told.across.pixel(told.value("origin-grieves")) - mark.x) > NEAR:
            yield from at("the year of the author", told.across, mark.x, told.value("origin-grieves"))
