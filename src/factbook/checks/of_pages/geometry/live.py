"""Live charts in won: drawn anew at several rates, marks and labels are the dollars at that rate."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from factbook import languages
from factbook.checks.of_pages.geometry import drawn
from factbook.checks.of_pages.geometry.told import Told, Wrong, at, has, same
from factbook.figures import drawing
from factbook.quantities.amounts import Amount

#: The report’s rate and another, at which last digits are rounded up.
RATES = (Decimal(1220), Decimal("1350.6"))
_YEARS = (2019, 2025)


def check(told: Told) -> Iterator[Wrong]:
    """What is wrong with a chart that follows the rate, at each of :data:`RATES`."""
    if not any(parameter["name"] == "rate" for parameter in told.spec.get("params", ())):
        return
    for rate in RATES:
        values = {"rate": float(rate), "currency": "KRW"}
        picture = drawing.svg_of(json.dumps(_with(told.spec, values)))
        at_rate = replace(told, drawn=drawn.read(picture))
        for what, found, wanted in _FIGURES[told.figure.name](at_rate, rate):
            yield f"{what}, at {rate} won to the dollar", found, wanted


def _with(spec: Mapping[str, Any], values: Mapping[str, object]) -> dict[str, Any]:
    params = [{**one, "value": values.get(one["name"], one.get("value"))} for one in spec["params"]]
    return {**spec, "params": params}


def _won(told: Told, name: str, rate: Decimal) -> str:
    """A printed amount in dollars at a rate, to the last digit of the won printed beside it."""
    fact = told.data.facts.facts[name]
    ulp = told.data.facts.facts[fact.pair].amount.ulp if fact.pair else Decimal(1)
    units = (fact.value * rate / ulp).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return languages.of(told.figure.language).say(Amount(units * ulp, "KRW", ulp), None)


def _market_line(told: Told, rate: Decimal) -> Iterator[Wrong]:
    for mark in (*told.drawn.groups("symbol")[0], *told.drawn.groups("symbol")[1]):
        year = round(told.across.value(mark.x))
        name = f"world-market-{year}" if year in _YEARS else f"world-line-{year}"
        yield from at(f"the point of {year}", told.upward, mark.y, told.value(name) * float(rate))
    for group, year in ((told.texts(0), 2019), (told.texts(2), 2025)):
        yield from same(f"the label of {year}", group[0].text, _won(told, f"world-market-{year}", rate))
    title = told.drawn.groups("text", "role-title-text")[0][0].text
    yield from has("the title of the axis", title, f"{rate.normalize():,f}")


def _world_market(told: Told, rate: Decimal) -> Iterator[Wrong]:
    for mark, year in zip(told.texts(1), _YEARS, strict=True):
        yield from same(f"the label of {year}", mark.text, _won(told, f"world-market-{year}", rate))


_FIGURES = {"market-line": _market_line, "world-market": _world_market}
