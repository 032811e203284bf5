"""Figures of bars: each as long as its number, named and labelled as its row, in the colour of whoever gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factbook.checks.of_pages.geometry.colours import BOOK, OTHER, REPORT
from factbook.checks.of_pages.geometry.told import Told, Wrong, has, lengths, near, same


def _rows(told: Told, ids: Sequence[str], names: Sequence[str]) -> Iterator[Wrong]:
    """Bars under a line of words each: the name of the row, and what is said of its number."""
    left, right = told.texts(0), told.texts(1)
    bars = told.drawn.groups("rect")[-1]
    for bar, word, label, name, number in zip(bars, left, right, names, ids, strict=True):
        yield from same(f"the name above the bar of {number}", word.text, name)
        yield from has(f"the label above the bar of {number}", label.text, told.said[number])
        yield from near(f"the name of {number}", word.y, bar.y - 18 - (bar.height - 14) / 2)
        yield from near(f"the label of {number}", label.y, word.y)


def twins_by_kind(told: Told) -> Iterator[Wrong]:
    ids = ("twins-organ", "twins-body-system", "twins-other")
    yield from lengths("the bar", told.drawn.groups("rect")[0], [told.value(name) for name in ids], ids)
    yield from _rows(told, ids, told.column(0))
    for label, name in zip(told.texts(1), ids, strict=True):
        yield from has(f"the label of {name}", label.text, told.said[f"{name}-percent"])


def twins_by_organ(told: Told) -> Iterator[Wrong]:
    ids = ("heart-twins", "bone-twins", "lung-twins", "artery-twins", "other-organ-twins")
    bars = told.drawn.groups("rect")[0]
    yield from lengths("the bar", bars, [told.value(name) for name in ids], ids)
    yield from _rows(told, ids, told.column(0))
    for bar, name in zip(bars, ids, strict=True):
        yield from same(f"the colour of {name}", bar.colour, BOOK if told.is_computed(name) else OTHER)


def definition_contents(told: Told) -> Iterator[Wrong]:
    ids = [f"definitions-{element}" for element in ("replica", "real-time", "patient-specific", "two-way")]
    whole, parts = told.drawn.groups("rect")[:2]
    papers = told.value("definition-papers")
    for track, part, name in zip(whole, parts, ids, strict=True):
        yield from near(
            f"the end of the bar of {name}", part.width / track.width * 592, told.value(name) / papers * 592
        )
        yield from near(f"the bar of {name} begins", part.left, track.left)
    for label, percent in zip(told.texts(1), told.column(2), strict=True):
        yield from has("the label of a part", label.text, f"({percent})")
    yield from _rows(told, ids, told.column(0))


def won_market(told: Told) -> Iterator[Wrong]:
    ids = [f"world-market-{year}-krw{rate}" for year in (2019, 2025) for rate in ("", "-average")]
    bars = told.drawn.groups("rect")[0]
    yield from lengths("the bar", bars, [told.value(name) for name in ids], ids)
    for bar, name, word, label in zip(bars, ids, told.texts(0), told.texts(1), strict=True):
        row = next(row for row in told.figure.rows if any(cell.number == name for cell in row))
        yield from same(f"the colour of {name}", bar.colour, BOOK if name.endswith("average") else REPORT)
        yield from has(f"the name of {name}", word.text, row[0].text)
        yield from has(f"the name of {name}", word.text, row[1].text)
        yield from same(f"the label of {name}", label.text, told.said[name])


def world_market(told: Told) -> Iterator[Wrong]:
    ids = ("world-market-2019", "world-market-2025")
    bars, whiskers = told.drawn.groups("rect")[0], told.drawn.groups("rule")[0]
    ground, unit = bars[0].bottom, bars[1].height / told.value(ids[1])
    years = told.drawn.axes[0]
    for place, name in enumerate(ids):
        bar, whisker = bars[place], whiskers[place]
        yield from near(f"the foot of {name}", bar.bottom, ground)
        yield from near(f"the top of {name}", bar.height, told.value(name) * unit)
        low, high = told.ends(name)
        yield from near(f"the lower end of {name}", ground - whisker.bottom, low * unit)
        yield from near(f"the upper end of {name}", ground - whisker.top, high * unit)
        for mark, value in ((told.drawn.groups("rect")[-2][place], low), (told.drawn.groups("rect")[-1][place], high)):
            yield from near(f"an end of {name}", ground - mark.y, value * unit)
            yield from near(f"an end of {name}", mark.x, bar.x)
        yield from near(f"the ends of {name}", whisker.x, bar.x)
        yield from has(f"the year under {name}", years[place].text, str(told.year(name)))
        yield from near(f"the year under {name}", years[place].x, bar.x)
        for group, number in ((told.texts(0), name), (told.texts(1), f"{name}-krw")):
            yield from near(f"the label of {number}", group[place].x, bar.x)
            yield from same(f"the label of {number}", group[place].text, told.said[number])


def us_and_rest(told: Told) -> Iterator[Wrong]:
    parts, caps = told.drawn.groups("rect")[:2]
    ids = [f"{part}-market-{year}" for year in (2019, 2025) for part in ("us", "rest")]
    ground, unit = parts[0].bottom, (parts[2].bottom - (caps[1].y)) / told.value("world-market-2025")
    for place, name in enumerate(ids):
        part = parts[place]
        foot = ground if name.startswith("us") else parts[place - 1].top
        yield from near(f"the foot of {name}", part.bottom, foot)
        yield from near(f"the height of {name}", part.height, told.value(name) * unit)
        yield from same(f"the colour of {name}", part.colour, BOOK)
        yield from same(f"the shade of {name}", part.opacity, "0.75" if name.startswith("us") else "0.2")
        label = (*told.texts(-2), *told.texts(-1))[place]
        yield from has(f"the label of {name}", label.text, told.said[name])
        row = next(row for row in told.figure.rows if any(cell.number == name for cell in row))
        yield from has(f"the label of {name}", label.text.split("\n")[0], row[1].text)
        if name.startswith("us"):
            yield from has(f"the label of {name}", label.text, told.said[name.replace("market", "share")])
        # The first of two lines or more begins a little above the middle of its part.
        yield from near(f"the label of {name}", label.y, part.y + 4)
    years, totals = told.texts(0), (*told.texts(1), *told.texts(2))
    for place, year in enumerate((2019, 2025)):
        name = f"world-market-{year}"
        yield from near(f"the total of {year}", ground - caps[place].y, told.value(name) * unit)
        yield from near(f"the year {year}", years[place].x, parts[2 * place].x)
        yield from has(f"the year {year}", years[place].text, str(year))
        yield from same(f"the label of {name}", totals[place].text, told.said[name])
        for mark in (caps[place], totals[place]):
            yield from same(f"the colour of {name}", mark.colour, REPORT)
        yield from near(f"the column of {year}", caps[place].x, parts[2 * place + 1].x)


def preclinical_share(told: Told) -> Iterator[Wrong]:
    squares = told.drawn.groups("rect")[0]
    for name, colour in (("twins-preclinical", OTHER), ("twins-clinical", BOOK)):
        found = sum(square.colour == colour for square in squares)
        if found != told.value(name):
            yield f"the squares of {name}", f"{found} in {colour}", f"{told.value(name):g}"
    yield from has("the label at the left", told.texts(0)[0].text, told.said["twins-preclinical"])
    yield from has("the label at the right", told.texts(1)[0].text, told.said["twins-clinical"])
    yield from same("the colour of the label at the right", told.texts(1)[0].colour, BOOK)


def development_levels(told: Told) -> Iterator[Wrong]:
    levels = [int(row["level"]) for row in told.rows("levels")]
    steps, numbers, names = told.drawn.groups("rect")[1], told.texts(0), told.texts(1)
    width = steps[0].width
    for place, level in enumerate(levels):
        yield from near(f"step {level}", steps[place].right, level * width)
        yield from near(f"step {level} begins", steps[place].left, (level - 1) * width)
        yield from near(f"the height of step {level}", steps[place].height, steps[0].height)
        yield from near(f"step {level} stands", steps[place].bottom, told.drawn.groups("rect")[0][place].bottom)
        yield from near(f"the foot of step {level}", told.drawn.groups("rect")[0][place].left, (level - 1) * width)
        yield from near(f"the foot of step {level}", told.drawn.groups("rect")[0][place].right, len(levels) * width)
        yield from same(f"the number of step {level}", numbers[place].text, str(level))
        yield from near(f"the number of step {level}", numbers[place].x, steps[place].x)
        yield from same(f"the name of step {level}", names[place].text, told.figure.rows[place][1].text)
        if place:
            yield from near(f"the height of step {level}", steps[place].bottom, steps[place - 1].top)
