"""The figures that follow the reader's rate, compared at a rate."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factbook.checks.of_pages.geometry.live import won
from factbook.checks.of_pages.geometry.told import Told, Wrong, at, has, same

_YEARS = (2019, 2025)


def market_line(told: Told, rate: Decimal) -> Iterator[Wrong]:
    for mark in (*told.drawn.groups("symbol")[0], *told.drawn.groups("symbol")[1]):
        year = round(told.across.value(mark.x))
        name = f"world-market-{year}" if year in _YEARS else f"world-line-{year}"
        yield from at(f"the point of {year}", told.upward, mark.y, told.value(name) * float(rate))
    for group, year in ((told.texts(0), 2019), (told.texts(2), 2025)):
        yield from same(f"the label of {year}", group[0].text, won(told, f"world-market-{year}", rate))
    title = told.drawn.groups("text", "role-title-text")[0][0].text
    yield from has("the title of the axis", title, f"{rate.normalize():,f}")


def world_market(told: Told, rate: Decimal) -> Iterator[Wrong]:
    for mark, year in zip(told.texts(1), _YEARS, strict=True):
        yield from same(f"the label of {year}", mark.text, won(told, f"world-market-{year}", rate))
