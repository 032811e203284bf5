"""Ratios by their definition: one that a note gives (부채비율 = 부채총계 ÷ 자본총계), or one that accounts know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.tables.cues import NAMED_RATIOS
from factbook.checker.tables.find.kept import has_slipped, is_near
from factbook.checker.tables.model import Head, Sheet
from factbook.checker.tables.units import without_units
from factbook.quantities.intervals import Interval

_DEFINITION = re.compile(
    r"(?P<name>[가-힣A-Za-z][가-힣A-Za-z ]{1,40}?)\s?(?:[(（]%[)）])?\s?=\s?[(（]?"
    r"(?P<over>[가-힣A-Za-z][가-힣A-Za-z ]{1,40}?)\s?[÷/]\s?(?P<under>[가-힣A-Za-z][가-힣A-Za-z ]{1,40}?)\s?[)）]?"
    r"(?=[\s]?[×x*]\s?100|[,;.·]|$)"
)
_HUNDRED = Interval.point(100)


def defined(sheet: Sheet) -> Iterator[Computed]:
    """Each ratio of a row with the two rows that it divides, in every column."""
    labels = [_plain(one) for one in sheet.rows]
    for ratio, over, under, told in (*_in_notes(sheet, labels), *_well_known(labels)):
        claims = list(_claims(sheet, ratio, over, under))
        holds = any(one.holds for one in claims)
        for one in claims:
            yield replace(one, firm=told or (holds and (is_near(one) or has_slipped(one))))


def _plain(head: Head) -> str:
    return " ".join(without_units(head.label).split())


def _in_notes(sheet: Sheet, labels: Sequence[str]) -> Iterator[tuple[int, int, int, bool]]:
    for line in sheet.around:
        for found in _DEFINITION.finditer(line):
            places = [_at(labels, found[name]) for name in ("name", "over", "under")]
            if None not in places:
                ratio, over, under = (place for place in places if place is not None)
                yield ratio, over, under, True


def _at(labels: Sequence[str], words: str) -> int | None:
    """The one row of which the words are the head."""
    found = [at for at, label in enumerate(labels) if label == " ".join(words.lower().split())]
    return found[0] if len(found) == 1 else None


def _well_known(labels: Sequence[str]) -> Iterator[tuple[int, int, int, bool]]:
    for patterns in NAMED_RATIOS:
        places = [[at for at, label in enumerate(labels) if pattern.search(label)] for pattern in patterns]
        if all(len(one) == 1 for one in places):
            ratio, over, under = (one[0] for one in places)
            yield ratio, over, under, False


def _claims(sheet: Sheet, ratio: int, over: int, under: int) -> Iterator[Computed]:
    for stated, one, other in zip(*(sheet.figures[row] for row in (ratio, over, under)), strict=True):
        if stated is None or one is None or other is None or one.amount.unit != other.amount.unit:
            continue
        if other.amount.interval.low > 0 and stated.kind in (Kind.PERCENT, Kind.NUMBER, Kind.MONEY):
            yield _claim(stated, one, other)


def _claim(stated: Figure, over: Figure, under: Figure) -> Computed:
    ratio = over.amount.interval / under.amount.interval
    percent = stated.kind is Kind.PERCENT or _nearer(stated.amount.value, ratio)
    expected = ratio * _HUNDRED if percent else ratio
    operands, words = (("part", over), ("whole", under)), f"{over.text} ÷ {under.text}"
    return Computed("share", "table-ratio", operands, stated, expected, stated.amount.interval, words)


def _nearer(stated: Decimal, ratio: Interval) -> bool:
    """Whether a number without a unit is meant in per cent."""
    return abs(abs(stated) - abs(ratio.midpoint) * 100) < abs(abs(stated) - abs(ratio.midpoint))
