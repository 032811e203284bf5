"""Results of adding and taking away: differences, totals, what remains, shares that make a hundred."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from factbook.checker.sentences.closure.terms import Window, is_counted, operands_text, pairs
from factbook.checker.sentences.figures import CUES, RESULTS
from factbook.checker.sentences.find.roles import is_difference
from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.sentences.recompute import span, total
from factbook.quantities.intervals import Interval

_HUNDRED = Interval.point(100)
_FEWEST_SHARES, _MOST_SHARES = 3, 7
#: The longest words between two shares of one list.
_APART = 60
#: The longest words between the number of parts and the colon before them.
_ANNOUNCED = 24
#: Shares of one whole miss a hundred by a slip of no more than this, in percentage points.
_OFF = 25


def differences(window: Window, stated: Figure) -> Iterator[Computed]:
    """What lies between two figures: 1,218달러 … 86달러 낮은 값; from 4.75% to 4.25% … 50bp."""
    before, after = window.before(stated), window.after(stated)
    planned = window.planned(stated) and not RESULTS.ends("compared_before", before)
    if not window.near(stated, "difference") or planned or CUES.has("other_balance", window.text):
        return
    if RESULTS.ends("operand_before", before) or CUES.ends("base_before", before):
        return
    if RESULTS.has("operand_after", after) and not RESULTS.has("difference_before", before):
        return
    if window.seam and RESULTS.has("other_time", before):
        return
    # What is left is of a whole that others are parts of, and no difference of two parts.
    if RESULTS.has("rest_before", window.text):
        return
    moved = RESULTS.has("moved", before) or RESULTS.has("moved", after)
    percents = stated.kind is Kind.POINTS
    others = window.percents if percents else window.of_unit(stated)
    for large, small in pairs(others):
        expected = span(large.amount) - span(small.amount)
        if large.amount.value <= small.amount.value or not (percents or large.amount.value > stated.amount.value):
            continue
        firm = len(others) == 2 and not any(window.planned(one) and moved for one in (large, small))
        firm = firm and not window.parted(stated, large, small, changed=moved)
        yield _sum("points" if percents else "difference", (large, small), "−", stated, expected, firm)


def totals(window: Window, stated: Figure) -> Iterator[Computed]:
    """All other figures of a window together, where words call one of them their total."""
    others = [one for one in window.quantities if one is not stated and _adds(one, stated)]
    others = _unannounced(window, others)
    if len(others) < 2 or any(one.amount.value >= stated.amount.value or is_difference(one) for one in others):
        return
    gaps = [window.text[a.end : b.start] for a, b in itertools.pairwise(others) if b.start > stated.end]
    gaps += [window.text[a.end : b.start] for a, b in itertools.pairwise(others) if b.end <= stated.start]
    if not all(CUES.has("listed", gap) for gap in gaps):
        return
    last, first = others[-1].end <= stated.start, stated.end <= others[0].start
    named = RESULTS.has("total_before", window.before(stated)) or RESULTS.has("total_after", window.after(stated))
    if window.percents or any(RESULTS.has(cue, window.text) for cue in ("nested", "apart", "counted_twice")):
        return
    around = f"{window.text[stated.end : others[0].start]}|{window.text[others[-1].end :][:16]}" if first else ""
    framed = (
        first and RESULTS.begins("topic", window.after(stated)) and RESULTS.begins("into", window.after(others[-1]))
    )
    made = RESULTS.has("made_of", around) or framed
    listed = first and _in_brackets(window, stated, others)
    if (named and (last or first)) or made or listed:
        firm = len(others) <= 6 and not (first and len(others) == 2 and not (made or listed))
        yield _sum("sum", tuple(others), "+", stated, total([span(one.amount) for one in others]), firm)
    elif first and len(others) > 2 and is_counted(stated) and RESULTS.ends("whole_before", window.before(stated)):
        # Of the 64 trials, 38, 17 and 14: some may be left out, but none is counted twice.
        expected = total([span(one.amount) for one in others])
        if expected.low > stated.amount.interval.high:
            yield _sum("sum", tuple(others), "+", stated, expected, True)


def _unannounced(window: Window, parts: list[Figure]) -> list[Figure]:
    """The parts without the number that says how many there are: one of three blocks: 640, 310 and 175."""
    numbers = [one for one in parts if ":" in window.text[one.end : one.end + _ANNOUNCED]]
    if len(numbers) != 1 or numbers[0] is not parts[0] or numbers[0].amount.value != len(parts) - 1:
        return parts
    return parts[1:]


def _adds(one: Figure, stated: Figure) -> bool:
    """Whether a figure may be a part of a total: counts of different things may."""
    return one.amount.unit == stated.amount.unit or (is_counted(one) and is_counted(stated))


def _in_brackets(window: Window, stated: Figure, parts: Sequence[Figure]) -> bool:
    """1,250 (780 new, 370 others): a bracket behind the total holds all parts."""
    opened, closed = window.text.rfind("(", stated.end, parts[0].start), window.text.find(")", parts[0].start)
    return opened >= 0 and closed >= parts[-1].end and ")" not in window.text[opened : parts[0].start]


def remainders_of(window: Window, stated: Figure) -> Iterator[Computed]:
    """What is left of the largest figure: a dozen members, eight of them abroad and the other six."""
    tied = RESULTS.has("rest_before", window.before(stated)[-16:]) or RESULTS.has("rest_after", window.after(stated))
    if not tied or window.seam:
        return
    before = [one for one in window.of_unit(stated) if one.end <= stated.start]
    if len(before) < 2:
        return
    whole = max(before, key=lambda one: one.amount.value)
    parts = [one for one in before if one is not whole]
    expected = total([span(one.amount) for one in (whole, *parts)], difference=True)
    if expected.low > 0 and whole is before[0] is window.quantities[0]:
        nested = len(parts) > 1 and RESULTS.has("nested", window.text[parts[0].end : stated.start])
        adjacent = len(parts) == 1 and RESULTS.ends("rest_before", window.before(stated))
        firm = len(before) <= 4 and not nested and (adjacent or not window.parted(stated, *before))
        yield _sum("difference", (whole, *parts), "−", stated, expected, firm)


def shares_of_all(window: Window) -> Iterator[Computed]:
    """The last of several shares that words call all there are: 38%, 27%, 19%, all other causes 26%."""
    percents = window.percents
    if not _FEWEST_SHARES <= len(percents) <= _MOST_SHARES or len(window.terms) != len(percents) or window.seam:
        return
    # Shares of one list stand close to one another.
    gaps = [window.text[a.end : b.start] for a, b in itertools.pairwise(percents)]
    if sum(RESULTS.begins("of_its_own", window.text[one.end :][:16]) for one in percents) > 1:
        return
    told_twice = RESULTS.has("overlapping", window.text) or RESULTS.has("counted_twice", window.text)
    if any(len(gap) > _APART or "." in gap for gap in gaps) or told_twice:
        return
    *parts, stated = percents
    if (
        not RESULTS.has("in_parts", window.text)
        or abs(sum((one.amount.value for one in percents), -_HUNDRED.low)) > _OFF
        or any(one.ranged for one in percents)
    ):
        return
    if parts[-1].amount.interval.meets(total([one.amount.interval for one in parts[:-1]])):
        return
    expected = total([_HUNDRED, *(one.amount.interval for one in parts)], difference=True)
    if expected.low > 0:
        yield _sum("remainder", tuple(parts), "−", stated, expected, True, "100% − ")


def _sum(
    code: str, parts: tuple[Figure, ...], sign: str, stated: Figure, expected: Interval, firm: bool, lead: str = ""
) -> Computed:
    operands = tuple(("part", part) for part in parts)
    return Computed(
        "sum", code, operands, stated, expected, stated.amount.interval, lead + operands_text(parts, sign), firm
    )
