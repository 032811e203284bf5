"""A quantity that grows from one amount to another: at a rate a year (연평균, CAGR), or in total."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factbook.checker.sentences.figures import CUES, durations
from factbook.checker.sentences.find.changes import total_growth
from factbook.checker.sentences.find.ranges import ranges
from factbook.checker.sentences.find.roles import (
    changes,
    falls,
    is_annual,
    is_base,
    is_difference,
    is_divided,
    is_goal,
    is_parted,
    near,
    primary,
)
from factbook.checker.sentences.fraction_words import fractions_in_words
from factbook.checker.sentences.model import Figure, Growth, Kind, Sentence, moved
from factbook.quantities.amounts import Amount, Qualifier

#: More years than this are not a period of growth.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Candidate:
    cost: int
    growth: Growth


def growths(sentence: Sentence, previous: Sentence | None) -> Iterator[Growth]:
    """Growth claims of a sentence; a rate without amounts of its own may belong to the sentence before."""
    amounts = [amount for amount in primary(sentence) if not is_divided(amount)]
    banded = {end.start for band in ranges(sentence, Kind.PERCENT) for end in (band.low, band.high)}
    rates = [one for one in sentence.of_kind(Kind.PERCENT) if not one.ranged and one.start not in banded]
    annual = [rate for rate in rates if is_annual(rate)]
    totals = list(_totals(sentence, rates, annual, amounts))
    yield from totals
    told = {(one.start.start, one.end.start) for one in totals}
    for one in _annual(sentence, annual, amounts, sentence):
        # The years before grew at this rate; the two amounts have a change of their own in the next clause.
        first = min(one.start.start, one.end.start)
        parted = (one.start.start, one.end.start) in told and CUES.has(
            "new_clause", sentence.text[one.rate.end : max(one.rate.end, first)]
        )
        yield replace(one, firm=one.firm and not parted)
    if annual and not amounts and previous is not None and previous.paragraph == sentence.paragraph:
        before = primary(previous)
        if len(before) == 2 and len(annual) == 1:
            shift = previous.start - sentence.start
            for one in _annual(previous, annual, before, sentence):
                yield replace(one, start=moved(one.start, shift), end=moved(one.end, shift))
    if len(annual) == 1 and len(amounts) == 1 and previous is not None and previous.paragraph == sentence.paragraph:
        yield from _across(previous, sentence, annual[0], amounts[0])
    if not annual and amounts and previous is not None and previous.paragraph == sentence.paragraph:
        yield from _ahead(previous, sentence, amounts)
    if len(amounts) == 1 and not rates and previous is not None and previous.paragraph == sentence.paragraph:
        yield from _on_the_base_behind(previous, sentence, amounts[0])
    if len(amounts) == 1 and previous is not None and previous.paragraph == sentence.paragraph:
        yield from _back_from_the_end(previous, sentence, amounts[0])


def _totals(
    sentence: Sentence, rates: Sequence[Figure], annual: Sequence[Figure], amounts: Sequence[Figure]
) -> Iterator[Growth]:
    """Each change in total, told as a percentage or as a fraction, with the amounts that it leads from and to."""
    annual_starts = {rate.start for rate in annual}
    totals = [rate for rate in rates if rate.start not in annual_starts and changes(rate)]
    fractions = [one.figure(sentence) for one in fractions_in_words(sentence.text)] if len(amounts) > 1 else []
    fractions = [one for one in fractions if _is_rate(one)]
    totals += [_bounded(one) for one in fractions if changes(one)]
    for rate in totals:
        others = [other for other in (*rates, *fractions) if other.start != rate.start]
        growth = total_growth(sentence.text, rate, amounts, others)
        if growth is not None:
            yield growth


def _is_rate(fraction: Figure) -> bool:
    """Whether a fraction tells a change: increased by a quarter, 3분의 1이 줄었다."""
    return CUES.ends("by_fraction", fraction.before) or CUES.begins("changed_by_fraction", fraction.next_to)


def _bounded(fraction: Figure) -> Figure:
    """A fraction with its bound: more than a third is no rounded third."""
    if CUES.ends("more_before", fraction.before) or CUES.begins("more_after", fraction.next_to):
        bound = Amount(fraction.amount.value, "percent", Decimal(0), Qualifier.AT_LEAST)
        return replace(fraction, amount=bound)
    return fraction


def _across(previous: Sentence, sentence: Sentence, rate: Figure, end: Figure) -> Iterator[Growth]:
    """The start in one sentence, the end and the rate in the next."""
    before = primary(previous)
    if len(before) != 1 or before[0].amount.unit != end.amount.unit:
        return
    start = moved(before[0], previous.start - sentence.start)
    if start.year is not None and end.year is not None and 0 < end.year - start.year <= _LONGEST:
        firm = CUES.begins("continues", sentence.text.lstrip())
        yield Growth(start, end, rate, (end.year - start.year,), False, firm)


def _on_the_base_behind(previous: Sentence, sentence: Sentence, base: Figure) -> Iterator[Growth]:
    """올해 250억원으로 지난해보다 25% 늘었다. 지난해는 200억원이었다: the base stands in the sentence behind."""
    ends, shift = primary(previous), previous.start - sentence.start
    rates = [rate for rate in previous.of_kind(Kind.PERCENT) if changes(rate) and not is_annual(rate)]
    if len(ends) != 1 or len(rates) != 1 or rates[0].ranged or ends[0].amount.unit != base.amount.unit:
        return
    named = CUES.has("previous_period", base.before) or CUES.ends("base_before", base.before)
    compared = CUES.has("previous_period", previous.text) or CUES.has("base_before", previous.text)
    if named and compared:
        yield Growth(base, moved(ends[0], shift), moved(rates[0], shift), (), falls(rates[0]), True)


def _back_from_the_end(previous: Sentence, sentence: Sentence, base: Figure) -> Iterator[Growth]:
    """올해 62억원이다. 지난해 58억원보다 7% 많다: the base and the rate stand in the sentence behind the end."""
    ends, shift = primary(previous), previous.start - sentence.start
    rates = [rate for rate in sentence.of_kind(Kind.PERCENT) if changes(rate) and not is_annual(rate)]
    if len(ends) != 1 or len(rates) != 1 or rates[0].ranged or ends[0].amount.unit != base.amount.unit:
        return
    opens = CUES.begins("compares_back", sentence.text.lstrip()) and not previous.of_kind(Kind.PERCENT)
    if is_base(base) and opens and not CUES.has("new_clause", sentence.text):
        yield Growth(base, moved(ends[0], shift), rates[0], (), falls(rates[0]), True)


def _ahead(previous: Sentence, sentence: Sentence, amounts: Sequence[Figure]) -> Iterator[Growth]:
    """The rate in one sentence, the end in the next, the start in either; firm where its period ends that year."""
    rates = [rate for rate in previous.of_kind(Kind.PERCENT) if is_annual(rate)]
    shift = previous.start - sentence.start
    ends = [moved(amount, shift) for amount in primary(previous)] + list(amounts)
    if len(rates) != 1 or rates[0].ranged or len(ends) != 2 or ends[0].amount.unit != ends[1].amount.unit:
        return
    start, end = ends
    if start.year is not None and end.year is not None and 0 < end.year - start.year <= _LONGEST:
        firm = any(year.year == end.year for year in previous.of_kind(Kind.YEAR))
        yield Growth(start, end, moved(rates[0], shift), (end.year - start.year,), False, firm)


def _annual(
    sentence: Sentence, rates: Sequence[Figure], amounts: Sequence[Figure], spoken: Sentence
) -> Iterator[Growth]:
    """Each rate with the pair of amounts nearest to it; a pair serves one rate, a rate one pair."""
    candidates: list[_Candidate] = []
    for rate in rates:
        here = rate if sentence is spoken else None
        nearby = near(rate, amounts) if here else list(amounts)
        nearby = [nearby[0], nearby[-1]] if len(rates) == 1 and _is_series(nearby) else nearby
        for offset, first in enumerate(nearby):
            for second in nearby[offset + 1 : offset + 3]:
                candidate = _annual_candidate(sentence, spoken, rate, first, second, alone=len(amounts) == 2)
                if candidate is not None:
                    candidates.append(candidate)
    used: set[int] = set()
    for candidate in sorted(candidates, key=lambda one: one.cost):
        growth = candidate.growth
        keys = {growth.rate.start - 10**9, growth.start.start, growth.end.start}
        if not used & keys:
            used |= keys
            yield growth


def _is_series(amounts: Sequence[Figure]) -> bool:
    """One quantity year by year: the rate leads from the first to the last."""
    years = [amount.year for amount in amounts if amount.year is not None]
    one_unit = len({amount.amount.unit for amount in amounts}) == 1
    return one_unit and len(years) == len(amounts) > 2 and all(a < b for a, b in itertools.pairwise(years))


def _annual_candidate(
    sentence: Sentence, spoken: Sentence, rate: Figure, first: Figure, second: Figure, *, alone: bool
) -> _Candidate | None:
    dated = first.year is not None and second.year is not None and first.year != second.year
    start, end = (second, first) if dated and (first.year or 0) > (second.year or 0) else (first, second)
    if not dated and is_base(second) and not is_base(first):
        start, end = second, first
    steps = _steps(sentence, spoken, start, end, dated)
    if not steps or (is_difference(second) and not dated):
        return None
    tied = is_base(start) or is_goal(end)
    if first.amount.unit != second.amount.unit and not (alone and tied):
        return None
    same = sentence is spoken
    between = same and first.start < rate.start < second.start
    low, high = (min(first.start, rate.start), max(second.start, rate.start)) if same else (first.start, second.start)
    falling = falls(rate) and end.amount.value < start.amount.value
    parted = same and is_parted(sentence.text, rate, first, second)
    cost = high - low + (0 if tied else 40) + (0 if first.amount.unit == second.amount.unit else 400) + 400 * parted
    return _Candidate(cost, Growth(start, end, rate, steps, falling, (alone or between or tied) and not parted))


def _steps(sentence: Sentence, spoken: Sentence, start: Figure, end: Figure, dated: bool) -> tuple[int, ...]:
    """How many yearly steps lie between: by the years of the amounts, else by a length of time, else by a period."""
    if dated:
        distance = (end.year or 0) - (start.year or 0)
        return (distance,) if 0 < distance <= _LONGEST else ()
    if start.year is not None and start.year == end.year and not is_base(start):
        return ()
    lengths = durations(spoken) or durations(sentence)
    if len(lengths) == 1:
        length, certain = lengths[0]
        return (length,) if certain else tuple(step for step in (length, length - 1) if step > 0)
    years = sorted({figure.year for figure in spoken.of_kind(Kind.YEAR) if figure.year is not None})
    if len(years) == 2 and years[1] - years[0] <= _LONGEST:
        return (years[1] - years[0],)
    return ()
