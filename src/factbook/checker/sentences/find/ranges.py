"""Ranges that follow from ranges: 2,000억원보다 10~15% 늘어난 2,200억~2,300억원, 5% to 8%, $420 to $432."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factbook.checker.sentences.figures import CUES, joins
from factbook.checker.sentences.find.roles import changes, falls, is_base
from factbook.checker.sentences.model import Figure, Growth, Kind, Sentence


@dataclass(frozen=True, slots=True)
class Range:
    """The two ends of a range."""

    low: Figure
    high: Figure


def ranges(sentence: Sentence, kind: Kind) -> list[Range]:
    """The ranges of a sentence whose two ends are of one kind and one unit, the lower first."""
    found: list[Range] = []
    for low, high in itertools.pairwise(sentence.figures):
        if kind is Kind.PERCENT and low.kind is Kind.NUMBER and high.kind is kind:
            # 10~15%: the sign stands once.
            low = replace(low, kind=kind, amount=replace(low.amount, unit=high.amount.unit), next_to=high.next_to)
        if low.kind is not kind or high.kind is not kind or low.amount.unit != high.amount.unit:
            continue
        gap = sentence.text[low.end : high.start]
        between = CUES.ends("between_before", sentence.text[max(0, low.start - 10) : low.start])
        joined = joins(gap) or (between and CUES.fills("joining", gap))
        if joined and 0 < low.amount.value < high.amount.value and not (found and found[-1].high is low):
            found.append(Range(low, high))
    return found


def range_growths(sentence: Sentence) -> Iterator[Growth]:
    """The growth of one amount at each end of a range of rates, to the ends of a range of amounts."""
    rates, goals = ranges(sentence, Kind.PERCENT), ranges(sentence, Kind.MONEY)
    rates = [one for one in rates if changes(one.low) or changes(one.high)]
    if len(rates) != 1 or len(goals) != 1:
        return
    (rate,), (goal,) = rates, goals
    ends = (goal.low.start, goal.high.start)
    singles = [
        one
        for one in sentence.of_kind(Kind.MONEY)
        if one.start not in ends and not one.translated and one.amount.unit == goal.low.amount.unit
    ]
    if len(singles) != 1 or not (is_base(singles[0]) or CUES.ends("after_before", singles[0].before)):
        return
    first, last = sorted((rate, goal), key=lambda one: one.low.start)
    between = sentence.text[first.high.end : last.low.start]
    if CUES.has("new_clause", between) or CUES.has("new_subject", between):
        return
    down = falls(rate.low) or falls(rate.high)
    low, high = (rate.high, rate.low) if down else (rate.low, rate.high)
    yield Growth(singles[0], goal.low, low, (), down, True)
    yield Growth(singles[0], goal.high, high, (), down, True)
