"""Amounts spread over years: 5년간 모두 1조원, 해마다 2,000억원; $1 billion over five years, $200 million a year."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checker.sentences.figures import CUES, durations
from factbook.checker.sentences.find.roles import primary
from factbook.checker.sentences.judge.margins import is_single_digit
from factbook.checker.sentences.model import Computed, Figure, Sentence
from factbook.quantities.intervals import Interval


def averages(sentence: Sentence) -> Iterator[Computed]:
    """The amount a year of a sentence with the total and the years that it is spread over."""
    lengths = {years for years, _ in durations(sentence)}
    amounts = primary(sentence)
    yearly = [one for one in amounts if _is_yearly(one)]
    if len(lengths) != 1 or len(yearly) != 1 or len(amounts) != 2 or not CUES.has("spread", sentence.text):
        return
    (years,), (stated,) = lengths, yearly
    (whole,) = [one for one in amounts if one is not stated]
    if years < 2 or whole.amount.unit != stated.amount.unit or whole.amount.value <= stated.amount.value:
        return
    expected = _planned(whole) / Interval.point(years)
    operands = (("whole", whole),)
    allowed = stated.amount.interval
    yield Computed("share", "average", operands, stated, expected, allowed, f"{whole.text} ÷ {years}")


def _is_yearly(amount: Figure) -> bool:
    return CUES.ends("a_year_before", amount.before) or CUES.begins("a_year_after", amount.next_to)


def _planned(whole: Figure) -> Interval:
    """A round total that is spread over years is planned, not measured: its one digit stands for two."""
    amount = whole.amount
    if is_single_digit(amount):
        return Interval.around(amount.value, amount.ulp / 10)
    return amount.interval
