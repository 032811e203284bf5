"""Live charts in won: drawn anew at several rates, marks and labels are the dollars at that rate."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from factbook import languages
from factbook.checks.of_pages.geometry import drawn
from factbook.checks.of_pages.geometry.told import Told, Wrong
from factbook.figures import drawing
from factbook.quantities.amounts import Amount

AtRate = Callable[[Told, Decimal], Iterator[Wrong]]
#: The report’s rate and another, at which last digits are rounded up.
RATES = (Decimal(1220), Decimal("1350.6"))


def check(told: Told, compare: AtRate | None) -> Iterator[Wrong]:
    """What ``compare`` finds wrong with a chart that follows the rate, at each of :data:`RATES`."""
    if not any(parameter["name"] == "rate" for parameter in told.spec.get("params", ())):
        return
    if compare is None:
        yield "at another rate", "nothing compares its words with its numbers", "a function of AT_RATES"
        return
    for rate in RATES:
        values = {"rate": float(rate), "currency": "KRW"}
        picture = drawing.svg_of(json.dumps(_with(told.spec, values)))
        at_rate = replace(told, drawn=drawn.read(picture))
        for what, found, wanted in compare(at_rate, rate):
            yield f"{what}, at {rate} won to the dollar", found, wanted


def _with(spec: Mapping[str, Any], values: Mapping[str, object]) -> dict[str, Any]:
    params = [{**one, "value": values.get(one["name"], one.get("value"))} for one in spec["params"]]
    return {**spec, "params": params}


def won(told: Told, name: str, rate: Decimal) -> str:
    """A printed amount in dollars at a rate, to the last digit of the won printed beside it."""
    fact = told.data.facts.facts[name]
    ulp = told.data.facts.facts[fact.pair].amount.ulp if fact.pair else Decimal(1)
    units = (fact.value * rate / ulp).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return languages.of(told.figure.language).say(Amount(units * ulp, "KRW", ulp), None)
