"""Figures of time: each event where the axis reads its date, in the row and with the sign that its data give."""

from __future__ import annotations

from collections.abc import Iterator

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
    words = {WEIGHTS.get(row["kind"], OTHER): _weight(told, place) for place, row in enumerate(rows)}
    for sign, name in told.drawn.legend:
        if sign.colour in words:
            yield from same("the legend", name, words[sign.colour])


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
        yield from same(f"the label of {row['due']}", told.texts(0)[place].text, told.said[row["due"]])
        yield from near(f"the label of {row['due']}", told.texts(0)[place].x, bars[place].right + 6)
        yield from same(f"the name of {row['key']}", told.texts(1)[place].text, told.figure.rows[place][0].text)


def policy_timeline(told: Told) -> Iterator[Wrong]:
    moments, events = told.drawn.groups("rule")[:2]
    for mark, name in zip(moments, ("forecast-made", "report-published"), strict=True):
        digits = str(told.data.facts.entries[name].value)
        iso = "-".join(part for part in (digits[:4], digits[4:6], digits[6:]) if part)
        yield from at(f"the line of {name}", told.across, mark.x, sum(_span(iso)) / 2)
    wanted = sorted(_span(row["date"]) for row in told.rows("policies"))
    found = sorted((mark.left, mark.right) for mark in events)
    if len(wanted) != len(found):
        yield "the events", f"{len(found)}", f"{len(wanted)}"
        return
    for (left, right), (start, end) in zip(found, wanted, strict=True):
        yield from at("the beginning of an event", told.across, left, start)
        yield from at("the end of an event", told.across, right, end)
    exact = sorted(sum(_span(row["date"])) / 2 for row in told.rows("policies") if "-" in row["date"])
    points = sorted(mark.x for mark in told.drawn.groups("symbol")[0])
    for pixel, middle in zip(points, exact, strict=True):
        yield from at("the point of an event", told.across, pixel, middle)
    posted = told.across.pixel(_span("2022-05-12")[0])
    for mark in events:
        yield from same("the colour of an event", mark.colour, BOOK if mark.left > posted else REPORT)


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
