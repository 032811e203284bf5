"""Won in a live chart, at the rate of the reader: the page sets a chart's parameter ``rate`` (won per dollar).

A chart that shows won converted from dollars declares :func:`rate`, converts with :func:`converted` and says the result
with :func:`said`, all as Vega expressions: the same chart is drawn at build time and in the browser.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal

import altair as alt

from factbook import languages
from factbook.facts import REPORT_RATE
from factbook.figures.figure import Studio
from factbook.languages import MoneyWords

#: The last digit to which a chart says won: 1억, a tenth of a billion.
ULP = Decimal(10) ** 8


def rate(studio: Studio) -> alt.Parameter:
    """The parameter that the page sets; it begins at the report's rate."""
    return alt.param(name="rate", value=studio.number(REPORT_RATE))


def ulp(studio: Studio, dollars_id: str) -> Decimal:
    """The last digit of a dollar amount in won: that of the won printed beside it, else :data:`ULP`."""
    pair = getattr(studio.entry(dollars_id), "pair", None)
    return studio.entry(pair).amount.ulp if pair else ULP


def converted(dollars: str = "datum.dollars", ulp: str = "datum.ulp", rate: str = "rate") -> str:
    """The expression of ``dollars`` in won, to the last digit ``ulp``, halves away from zero.

    Charts count in floats: whole won first, or 130.45 won to the dollar would turn a half into a little less.
    """
    return f"floor(round({dollars} * {rate}) / {ulp} + 0.5) * {ulp}"


def said(language: str, won: str = "datum.won") -> str:
    """The expression that says a won amount as :mod:`factbook.languages` does.

    The amount is of three digits or more, the last of them no finer than :data:`ULP`.
    """
    return f"({_NOTATIONS[language](won, languages.of(language).money)})"


def _in_blocks(won: str, money: MoneyWords) -> str:
    """2조 9,280억 원: a block for each scale that is not empty."""
    blocks, rest = "", won
    for name, power in (scale for scale in money.scales if scale[1] >= ULP):
        count = f"floor({rest} / {power:f})"
        blocks += f"({count} ? format({count}, ',') + {_text(f'{name} ')} : '') + "
        rest = f"{won} % {power:f}"
    return blocks + _text(money.currencies["KRW"])


def _in_one_scale(won: str, money: MoneyWords) -> str:
    """KRW 2.928 trillion: the largest scale that fits."""
    scales = [scale for scale in money.scales if scale[1] >= ULP]
    expression = ""
    for name, power in scales:
        shown = f"{_digits(won, power)} + {_text(f' {name}')}"
        expression += shown if power == scales[-1][1] else f"{won} >= {power:f} ? {shown} : "
    return f"{_text(money.currencies['KRW'] + ' ')} + ({expression})"


def _digits(won: str, power: Decimal) -> str:
    """The digits of an amount in a scale: three, or as many more as it has."""
    places = (power / ULP).adjusted()
    least = f"min({places}, {won} < {power * 10:f} ? 2 : {won} < {power * 100:f} ? 1 : 0)"
    is_short = f"{won} % ({power:f} / pow(10, {least})) == 0"
    return f"format({won} / {power:f}, {is_short} ? ',.' + {least} + 'f' : ',.{places}~f')"


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


_NOTATIONS: Mapping[str, Callable[[str, MoneyWords], str]] = {"ko": _in_blocks, "en": _in_one_scale}
