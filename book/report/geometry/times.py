"""Figures of time: each event where the axis reads its date, in the row and with the sign that its data give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.checks.of_pages.geometry import words
from factbook.checks.of_pages.geometry.colours import BOOK, OTHER, PRESS, REPORT, WARNING
from factbook.checks.of_pages.geometry.told import Told, Wrong, at, has, near, same

#: Colour by what stands behind an event; any kind that is not named is announced.
WEIGHTS = {"clearance": PRESS, "trial": PRESS, "failure": WARNING}
EVIDENCE = {"supports": REPORT, "mixed": BOOK, "open": OTHER, "contradicts": WARNING}


def _span(iso: str) -> tuple[float, float]:
    """Beginning and end of a year, a month or a day, in years; a month is a twelfth and a day a 31st of it."""
    year, *rest = (int(part) for part in iso.split("-"))
    if not rest:
        return year, year + 1
    begin = year + (rest[0] - 1) / 12
    if len(rest) == 1:
        return begin, begin + 1 / 12
    return begin + (rest[1] - 1) / 372, begin + rest[1] / 372


def milestones(told: Told) -> Iterator[Wrong]:
    rows, points = told.rows("milestones"), told.drawn.groups("symbol")[0]
    if len(rows) != len(points):
        yield "the events", f"{len(points)}", f"{len(rows)}"
        return
    names = {row["key"]: row[f"name_{told.figure.language}"] for row in told.rows("players")}
    lines = {round(mark.y + 13): mark.text for mark in told.texts(0)}
    for row, mark in zip(rows, points, strict=True):
        what = f"the event of {row['player']}, {row['date']}"
        yield from at(what, told.across, mark.x, sum(_span(row["date"])) / 2)
        yield from same(f"the colour of {what}", mark.colour, WEIGHTS.get(row["kind"], OTHER))
        yield from same(f"the row of {what}", lines.get(round(mark.y), "no name"), names[row["player"]])
    weights = {WEIGHTS.get(row["kind"], OTHER): _weight(told, place) for place, row in enumerate(rows)}
    for sign, name in told.drawn.legend:
        if sign.colour in weights:
            yield from same("the legend", name, weights[sign.colour])


def _weight(told: Told, place: int) -> str:
    return told.figure.rows[place][-1].text


def horizons(told: Told) -> Iterator[Wrong]:
    rows = told.rows("promises")
    rules, bars, points = (told.drawn.groups(kind)[0] for kind in ("rule", "rect", "symbol"))
    for place, row in enumerate(rows):
        due = told.value(row["due"])
        yield from at(f"the statement of {row['key']}", told.across, points[place].x, sum(_span(row["said_on"])) / 2)
        yield from at(f"the beginning of {row['due']}", told.across, bars[place].left, due)
        yield from at(f"the end of {row['due']}", told.across, bars[place].right, due + 1)
        # A statement made within its year stands behind the beginning of the bar.
        for end, wanted in zip(
            (rules[place].left, rules[place].right), sorted((points[place].x, bars[place].left)), strict=True
        ):
            yield from near(f"the line of {row['key']}", end, wanted)
        for what, mark, colour in (("the point", points[place], OTHER), ("the bar", bars[place], BOOK)):
            yield from near(f"the row of {what} of {row['key']}", mark.y, rules[place].y)
            yield from same(f"the colour of {what} of {row['key']}", mark.colour, colour)
        yield from same(f"the label of {row['due']}", told.texts(0)[place].text, told.said[row["due"]])
        yield from near(f"the label of {row['due']}", told.texts(0)[place].x, bars[place].right + 6)
        yield from same(f"the name of {row['key']}", told.texts(1)[place].text, told.figure.rows[place][0].text)
        yield from same(f"the words of {row['key']}", told.texts(2)[place].text, told.figure.rows[place][1].text)


def policy_timeline(told: Told) -> Iterator[Wrong]:
    moments, events = told.drawn.groups("rule")[:2]
    for mark, name in zip(moments, ("forecast-made", "report-published"), strict=True):
        digits = str(told.data.facts.entries[name].value)
        iso = "-".join(part for part in (digits[:4], digits[4:6], digits[6:]) if part)
        yield from at(f"the line of {name}", told.across, mark.x, sum(_span(iso)) / 2)
    rows, dates = told.figure.rows, sorted(row["date"] for row in told.rows("policies"))
    if sorted(date.text for date, *_ in rows) != dates:
        yield "the dates of the events", ", ".join(sorted(date.text for date, *_ in rows)), ", ".join(dates)
        return
    if len(rows) != len(events):
        yield "the events", f"{len(events)}", f"{len(rows)}"
        return
    posted = told.across.pixel(_span("2022-05-12")[0])
    points = {round(mark.y): mark for mark in told.drawn.groups("symbol")[0]}
    labels = {round(mark.y - 4): mark.text for group in told.drawn.groups("text")[2:] for mark in group}
    ordered = zip(sorted(events, key=lambda mark: mark.y), rows, strict=True)
    named = ((labels.get(round(mark.y), ""), row[-1].text) for mark, row in ordered)
    yield from words.fitting("what happened", named)
    for mark, (date, *_, what) in zip(sorted(events, key=lambda mark: mark.y), rows, strict=True):
        start, end = _span(date.text)
        colour = BOOK if mark.left > posted else REPORT
        yield from at(f"the beginning of {date.text}", told.across, mark.left, start)
        yield from at(f"the end of {date.text}", told.across, mark.right, end)
        yield from same(f"the colour of {date.text}", mark.colour, colour)
        if unsaid := set(re.findall(r"\d+", labels.get(round(mark.y), ""))) - set(re.findall(r"\d+", what.text)):
            yield f"what happened on {date.text}", f"«{', '.join(unsaid)}»", f"what the table says: «{what.text}»"
        point = points.pop(round(mark.y), None)
        if (point is None) == ("-" in date.text):
            yield f"the point of {date.text}", "is there" if point else "is not there", "one for a month or a day"
        elif point:
            yield from at(f"the point of {date.text}", told.across, point.x, (start + end) / 2)
            yield from same(f"the colour of the point of {date.text}", point.colour, colour)
    if points:
        yield "the points", f"{len(points)} in no row of an event", "each in the row of its event"


def conditions_evidence(told: Told) -> Iterator[Wrong]:
    """Each condition has, on each side, as many marks of each colour as factors of that evidence."""
    middle = told.drawn.groups("rule")[0][0].x
    names = [mark.text for mark in told.texts(2)]
    tops = [mark.y for mark in told.texts(2)]
    marks = told.drawn.groups("symbol")[0]
    step = min(abs(mark.x - middle) for mark in marks)
    for mark in marks:
        yield from near("a mark", abs(mark.x - middle), round(abs(mark.x - middle) / step) * step)
    for place, row in enumerate(told.rows("conditions")):
        yield from has(f"the name of {row['key']}", names[place], row[f"name_{told.figure.language}"])
        for side, direction in ((-1, "threat"), (1, "opportunity")):
            for evidence, colour in EVIDENCE.items():
                found = sum(
                    mark.colour == colour and abs(mark.y - tops[place] - 18) < 3 and (mark.x - middle) * side > 0
                    for mark in marks
                )
                due = sum(
                    (one["condition"], one["direction"], one["evidence_direction"]) == (row["key"], direction, evidence)
                    for one in told.rows("factors")
                )
                if found != due:
                    yield f"the marks of {row['key']}, {direction}, {evidence}", str(found), str(due)
