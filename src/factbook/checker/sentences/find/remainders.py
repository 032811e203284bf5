"""What is left of a whole: 1,246 screened, 1,158 excluded, the remaining 88; 54%, 31% and the remaining 15%."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from factbook.checker.sentences.figures import CUES
from factbook.checker.sentences.find.roles import changes, primary
from factbook.checker.sentences.find.shares import is_whole
from factbook.checker.sentences.model import Computed, Figure, Kind, Sentence, Sum
from factbook.checker.sentences.recompute import span, total
from factbook.quantities.intervals import Interval

#: More parts than this, in any combination, are not tried.
_MOST_PARTS = 5
_HUNDRED = Interval.point(100)


def remainders(sentence: Sentence) -> Iterator[Sum]:
    """The remainder of an amount or a count with the whole and the parts that were taken from it."""
    amounts = primary(sentence)
    for stated in amounts:
        if not CUES.ends("remaining_before", stated.before):
            continue
        before = [one for one in amounts if one.start < stated.start and one.amount.unit == stated.amount.unit]
        wholes = [one for one in before if is_whole(one) or one is before[0]]
        whole = max(wholes, key=lambda one: one.amount.value, default=None)
        if whole is None or not whole.amount.value > stated.amount.value:
            continue
        parts = [one for one in before if one is not whole]
        if not 0 < len(parts) <= _MOST_PARTS or any(part.amount.value >= whole.amount.value for part in parts):
            continue
        told = sentence.text[min(before[0].start, whole.start) : stated.start]
        firm = not CUES.has("nested", told)
        firm = firm and not any(whole.start < one.start < stated.start for one in sentence.of_kind(Kind.NUMBER))
        fitting = next((some for some in _subsets(parts) if _leaves(whole, some, stated)), None)
        if fitting is not None or firm:
            yield Sum((whole, *(fitting or parts)), stated, True, True)


def remaining_shares(sentence: Sentence) -> Iterator[Computed]:
    """The percentage that remains of a whole with those named before it."""
    percents = [one for one in sentence.of_kind(Kind.PERCENT) if not one.ranged]
    for stated in percents:
        if not CUES.ends("remaining_before", stated.before):
            continue
        parts = _unsummed([one for one in percents if one.start < stated.start])
        told = sentence.text[: stated.end + 12]
        if not 0 < len(parts) <= _MOST_PARTS or CUES.has("not_parts", told) or any(changes(one) for one in parts):
            continue
        nested = CUES.has("nested", told)
        tried = _subsets(parts) if nested else [tuple(parts)]
        fitting = next((some for some in tried if left_of_hundred(some).meets(stated.amount.interval)), None)
        if fitting is not None or not (nested or sentence.of_kind(Kind.POINTS)):
            yield missing_share(fitting or parts, stated)


def _unsummed(parts: list[Figure]) -> list[Figure]:
    """The shares without the last where it is the sum of the others: 41%, 33%, together 74%."""
    if len(parts) > 2 and parts[-1].amount.interval.meets(total([one.amount.interval for one in parts[:-1]])):
        return parts[:-1]
    return parts


def missing_share(parts: Sequence[Figure], stated: Figure) -> Computed:
    """The claim that a percentage is what the others leave of a hundred."""
    arithmetic = " − ".join(["100%", *(part.text for part in parts)])
    operands = tuple(("part", part) for part in parts)
    return Computed("sum", "remainder", operands, stated, left_of_hundred(parts), stated.amount.interval, arithmetic)


def left_of_hundred(parts: Sequence[Figure]) -> Interval:
    """What percentages leave of a hundred."""
    return total([_HUNDRED, *(part.amount.interval for part in parts)], difference=True)


def _leaves(whole: Figure, parts: Sequence[Figure], stated: Figure) -> bool:
    left = total([span(one.amount) for one in (whole, *parts)], difference=True)
    return left.meets(span(stated.amount))


def _subsets(parts: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """The parts, then fewer of them: some may be parts of parts."""
    for size in range(len(parts), 0, -1):
        yield from itertools.combinations(parts, size)
