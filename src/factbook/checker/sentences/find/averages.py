"""Amounts spread evenly over years, months or heads: 5년간 모두 1조원, 해마다 2,000억원; $8,000 per patient."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checker.sentences.counts import is_count
from factbook.checker.sentences.figures import CUES, durations
from factbook.checker.sentences.find.roles import primary
from factbook.checker.sentences.judge.margins import is_single_digit
from factbook.checker.sentences.model import Computed, Figure, Kind, Sentence, moved
from factbook.checker.sentences.recompute import span
from factbook.quantities.intervals import Interval

_MONTHS = 12


def averages(sentence: Sentence, previous: Sentence | None = None) -> Iterator[Computed]:
    """The amount a year of a sentence with the total and the years that it is spread over.

    The total may stand in the sentence before: 5년 동안 모두 850억원을 지원했다. 해마다 평균 170억원을 쓴 셈이다.
    """
    amounts = primary(sentence)
    yearly = [one for one in amounts if _is_yearly(one)]
    if len(amounts) == 2:
        yield from _monthly(sentence, amounts)
    if len(amounts) == 1 and previous is not None and previous.paragraph == sentence.paragraph:
        totals = primary(previous)
        moved_totals = [moved(one, previous.start - sentence.start) for one in totals]
        if len(moved_totals) == 1 and CUES.begins("a_month_before", sentence.text.lstrip()):
            yield from _a_month(previous.text, moved_totals[0], amounts[0])
    if len(yearly) != 1:
        return
    (stated,) = yearly
    if len(amounts) == 2:
        (whole,) = [one for one in amounts if one is not stated]
        between = sentence.text[whole.end : stated.start] or sentence.text[stated.end : whole.start]
        if not CUES.has("new_clause", between) and not CUES.has("habit", between):
            yield from _spread(sentence, whole, stated)
    elif len(amounts) == 1 and previous is not None and previous.paragraph == sentence.paragraph:
        totals = primary(previous)
        opens = CUES.begins("average_opens", sentence.text.lstrip())
        if len(totals) == 1 and opens and not durations(sentence):
            yield from _spread(previous, moved(totals[0], previous.start - sentence.start), stated)


def _spread(told: Sentence, whole: Figure, stated: Figure) -> Iterator[Computed]:
    """A total over the years that its sentence names, as a length or as the first and the last of them."""
    lengths = {years for years, _ in durations(told)} or _from_year_to_year(told)
    if not lengths or (len(lengths) != 1 and durations(told)) or not CUES.has("spread", told.text):
        return
    if min(lengths) < 2 or whole.amount.unit != stated.amount.unit or whole.amount.value <= stated.amount.value:
        return
    readings = sorted(lengths, reverse=True)
    spreads = [(_planned(whole) / Interval.point(years), years) for years in readings]
    allowed = stated.amount.interval
    expected, years = next((one for one in spreads if one[0].meets(allowed)), spreads[0])
    operands = (("whole", whole),)
    yield Computed("share", "average", operands, stated, expected, allowed, f"{whole.text} ÷ {years}")


def _from_year_to_year(sentence: Sentence) -> set[int]:
    """How many years lie from one to another: the last counts, or it does not."""
    years = [one for one in sentence.of_kind(Kind.YEAR) if one.amount.unit == "year"]
    if len(years) != 2:
        return set()
    gap = sentence.text[years[0].end : years[1].start]
    between = CUES.ends("between_before", sentence.text[: years[0].start][-10:]) and CUES.fills("joining", gap)
    if not between and not CUES.fills("year_to_year", gap):
        return set()
    apart = (years[1].year or 0) - (years[0].year or 0)
    return {apart, apart + 1} if 1 < apart < 60 else set()


def _monthly(sentence: Sentence, amounts: list[Figure]) -> Iterator[Computed]:
    """The total of a year with the amount a month."""
    stated = [
        one
        for one in amounts
        if CUES.ends("a_month_before", one.before)
        or (CUES.ends("average_before", one.before) and CUES.begins("a_month_after", one.next_to))
    ]
    if len(stated) != 1 or not (CUES.has("spread", sentence.text) or CUES.ends("average_before", stated[0].before)):
        return
    (whole,) = [one for one in amounts if one is not stated[0]]
    if not CUES.has("new_clause", sentence.text[whole.end : stated[0].start]):
        yield from _a_month(sentence.text, whole, stated[0])


def _a_month(told: str, whole: Figure, stated: Figure) -> Iterator[Computed]:
    """The total of a year, in the words that tell it, over its months."""
    if whole.amount.unit != stated.amount.unit or whole.amount.value <= stated.amount.value:
        return
    if CUES.has("year_long", told):
        expected = whole.amount.interval / Interval.point(_MONTHS)
        arithmetic = f"{whole.text} ÷ {_MONTHS}"
        yield Computed("share", "average", (("whole", whole),), stated, expected, stated.amount.interval, arithmetic)


def averages_a_head(view: Sentence) -> Iterator[Computed]:
    """Money spread over a count, each of which gets the amount stated; ``view`` holds the counts as amounts."""
    amounts = primary(view)
    counts, money = [one for one in amounts if is_count(one)], [one for one in amounts if not is_count(one)]
    if len(counts) != 1 or len(money) != 2 or money[0].amount.unit != money[1].amount.unit:
        return
    (count,), heads = counts, [one for one in money if _is_a_head(one)]
    if len(heads) != 1 or not CUES.has("on_average", view.text):
        return
    (stated,), (whole,) = heads, [one for one in money if one is not heads[0]]
    if count.start > stated.start and not CUES.ends("total_before", whole.before):
        return
    if CUES.has("nested", view.text) or CUES.has("new_subject", view.text[whole.end : stated.start]):
        return
    if count.amount.value <= 1 or whole.amount.value <= stated.amount.value:
        return
    expected = span(whole.amount) / span(count.amount)
    operands = (("whole", whole), ("count", count))
    yield Computed(
        "share", "average", operands, stated, expected, stated.amount.interval, f"{whole.text} ÷ {count.text}"
    )


def _is_a_head(amount: Figure) -> bool:
    return CUES.ends("a_head_before", amount.before) or (
        CUES.ends("average_before", amount.before) and CUES.begins("a_head_after", amount.next_to)
    )


def _is_yearly(amount: Figure) -> bool:
    return CUES.ends("a_year_before", amount.before) or CUES.begins("a_year_after", amount.next_to)


def _planned(whole: Figure) -> Interval:
    """A round total that is spread over years is planned, not measured: its one digit stands for two."""
    amount = whole.amount
    if is_single_digit(amount):
        return Interval.around(amount.value, amount.ulp / 10)
    return amount.interval
