"""The words a language writes figures with: data for the scanner, one value a language."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain

from factbook.quantities.amounts import Qualifier


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words are literal unless said otherwise; letters of the Latin alphabet end at a word boundary.

    ``multipliers`` stand before a scale (천 in 천억); ``short_scales`` need a currency beside them ($2.5bn).
    ``scale_end`` and ``currency_end`` are regular expressions for what must not follow a scale (조각), or a currency
    set off by a space (3억 원인).
    ``counter_after`` is the expression of what is counted, behind digits that end an amount of several blocks
    (1만 2,300명).
    ``calendar`` patterns name their groups ``year``, ``month``, ``day``, where a month may be a word of ``months``.
    """

    multipliers: Mapping[str, Decimal] = field(default_factory=dict)
    scales: Mapping[str, Decimal] = field(default_factory=dict)
    short_scales: Mapping[str, Decimal] = field(default_factory=dict)
    currency_before: Mapping[str, str] = field(default_factory=dict)
    currency_after: Mapping[str, str] = field(default_factory=dict)
    percent: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    rate_patterns: tuple[str, ...] = ()
    hedges_before: Mapping[str, Qualifier] = field(default_factory=dict)
    hedges_after: Mapping[str, Qualifier] = field(default_factory=dict)
    scale_end: str = ""
    currency_end: str = ""
    calendar: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    year_after: tuple[str, ...] = ()
    counter_after: str = ""


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first, that never matches where there is none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(_ending(word) for word in ordered) or r"(?!)"


def _ending(word: str) -> str:
    tail = r"(?![A-Za-z])" if word[-1].isascii() and word[-1].isalpha() else ""
    return re.escape(word).replace(r"\ ", r"[ \u00a0]") + tail


def merge(vocabularies: Sequence[Vocabulary]) -> Vocabulary:
    """One vocabulary with the words of all: a Korean page writes USD 1.2 billion too."""
    return Vocabulary(
        multipliers=dict(ChainMap(*(dict(one.multipliers) for one in vocabularies))),
        scales=dict(ChainMap(*(dict(one.scales) for one in vocabularies))),
        short_scales=dict(ChainMap(*(dict(one.short_scales) for one in vocabularies))),
        currency_before=dict(ChainMap(*(dict(one.currency_before) for one in vocabularies))),
        currency_after=dict(ChainMap(*(dict(one.currency_after) for one in vocabularies))),
        percent=tuple(chain.from_iterable(one.percent for one in vocabularies)),
        points=tuple(chain.from_iterable(one.points for one in vocabularies)),
        rate_patterns=tuple(chain.from_iterable(one.rate_patterns for one in vocabularies)),
        hedges_before=dict(ChainMap(*(dict(one.hedges_before) for one in vocabularies))),
        hedges_after=dict(ChainMap(*(dict(one.hedges_after) for one in vocabularies))),
        scale_end="".join(one.scale_end for one in vocabularies),
        currency_end="".join(one.currency_end for one in vocabularies),
        calendar=tuple(chain.from_iterable(one.calendar for one in vocabularies)),
        months=dict(ChainMap(*(dict(one.months) for one in vocabularies))),
        counter_after="|".join(one.counter_after for one in vocabularies if one.counter_after),
        year_after=tuple(chain.from_iterable(one.year_after for one in vocabularies)),
    )
