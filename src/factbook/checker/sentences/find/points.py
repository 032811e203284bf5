"""Differences in percentage points and basis points: 23.5%로 전년 20.3%보다 3.2%p 상승."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factbook.checker.sentences.figures import CUES, RESULTS
from factbook.checker.sentences.find.roles import falls, is_base
from factbook.checker.sentences.model import Computed, Figure, Kind, Sentence
from factbook.quantities.intervals import Interval


def points(sentence: Sentence) -> Iterator[Computed]:
    """Each difference with the two percentages it lies between."""
    stated = [one for one in sentence.of_kind(Kind.POINTS) if not one.ranged]
    percents = [one for one in sentence.of_kind(Kind.PERCENT) if not one.ranged]
    used: set[int] = set()
    for index, one in enumerate(stated):
        left = stated[index - 1].end if index else 0
        right = stated[index + 1].start if index + 1 < len(stated) else len(sentence.text)
        free = [percent for percent in percents if percent.start not in used]
        pair = _pair(one, free, left, right, alone=len(stated) == 1)
        if pair is not None and not _of_another(sentence.text, one, pair):
            used |= {pair[0].start, pair[1].start}
            yield _claim(*pair, one)


def _of_another(text: str, stated: Figure, pair: tuple[Figure, Figure, bool]) -> bool:
    """Whether a new subject stands before a difference: 기준금리는 …에서 …로 낮아졌고 예금금리는 0.35%포인트."""
    ends = [one.end for one in pair[:2] if one.end <= stated.start]
    return len(ends) == 2 and RESULTS.has("new_subject", text[max(ends) : stated.start])


def _pair(
    stated: Figure, percents: Sequence[Figure], left: int, right: int, *, alone: bool
) -> tuple[Figure, Figure, bool] | None:
    """The percentage a difference starts from, the one it leads to, and whether the words name the first."""
    before = [one for one in percents if left <= one.start < stated.start]
    after = [one for one in percents if stated.start < one.start < right]
    near = before[-2:] if len(before) > 1 else [*before, *after[: 2 - len(before)]]
    bases = [one for one in near if is_base(one)]
    if len(near) != 2:
        return None
    if len(bases) == 1:
        (end,) = [one for one in near if one is not bases[0]]
        return bases[0], end, True
    words = stated.before[-30:] + stated.next_to[:24]
    compared = CUES.has("rising", words) or CUES.has("falling", words) or CUES.has("apart", words)
    return (near[0], near[1], False) if alone and len(percents) == 2 and compared and not bases else None


def _claim(start: Figure, end: Figure, named: bool, stated: Figure) -> Computed:
    expected, allowed = end.amount.interval - start.amount.interval, stated.amount.interval
    words = stated.before[-30:] + stated.next_to[:24]
    directed = CUES.has("rising", words) != CUES.has("falling", words)
    if stated.amount.value >= 0:
        if named and directed:
            allowed = Interval(-allowed.high, -allowed.low) if falls(stated) else allowed
        elif end.amount.value < start.amount.value:
            expected = Interval(-expected.high, -expected.low)
    return Computed(
        "sum",
        "points",
        (("start", start), ("end", end)),
        stated,
        expected,
        allowed,
        f"{end.text} − {start.text}",
    )
