"""The part a figure plays by the words around it: base, goal, difference, rate a year, change in total."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factbook.checker.sentences.figures import CUES
from factbook.checker.sentences.model import Figure, Kind, Sentence

#: How many amounts to either side of a rate are weighed.
_WINDOW = 6
_DIVIDED = re.compile(r"[)]?의[ ](?:약[ ])?$")


def is_annual(rate: Figure) -> bool:
    """Whether the words around a percentage make it a rate a year."""
    after = rate.next_to.split(",")[0].split("(")[0][:32]
    return (CUES.has("annual", rate.before) and not CUES.has("previous_period", rate.before)) or CUES.has(
        "annual", after
    )


def changes(rate: Figure) -> bool:
    """Whether the words around a percentage make it a change in total."""
    near = rate.before[-24:] + " " + rate.next_to[:24]
    return CUES.has("rising", near) or CUES.has("falling", near)


def falls(rate: Figure) -> bool:
    """Whether the change is said to be downwards by a word rather than by a sign."""
    # 15% more, but fell short; fell by more than 15%: neither the next clause nor a hedge tells the way.
    after, before = rate.next_to[:24].split(",")[0], CUES.before("more_before", rate.before[-30:])
    if rate.amount.value < 0:
        return False
    for words in (after, before):
        rising, falling = CUES.has("rising", words), CUES.has("falling", words)
        if rising or falling:
            return falling and not rising
    return False


def primary(sentence: Sentence) -> list[Figure]:
    """The amounts of a sentence that are no translation of another and no end of a range."""
    return [figure for figure in sentence.of_kind(Kind.MONEY) if not figure.translated and not figure.ranged]


def near(rate: Figure, amounts: Sequence[Figure]) -> list[Figure]:
    """The amounts closest to a rate, to either side."""
    before = [amount for amount in amounts if amount.start < rate.start][-_WINDOW:]
    after = [amount for amount in amounts if amount.start > rate.start][:_WINDOW]
    return before + after


def is_base(amount: Figure) -> bool:
    """Whether the words around an amount make it what the change starts from (…에서, …보다, from …, than …)."""
    if CUES.begins("base_after", amount.after) or CUES.begins("base_after", amount.next_to):
        return True
    return CUES.ends("base_before", amount.before) and not CUES.begins("end_after", amount.next_to)


def is_goal(amount: Figure) -> bool:
    """Whether the words around an amount make it what the change leads to (…으로, …에 이른다, to …, reach …)."""
    return not is_base(amount) and (CUES.begins("goal_after", amount.after) or CUES.ends("goal_before", amount.before))


def is_parted(text: str, rate: Figure, *amounts: Figure) -> bool:
    """Whether a contrast (although, while, …지만) stands between a rate and all of the amounts, on one side of it."""
    first, last = min(one.start for one in amounts), max(one.end for one in amounts)
    gap = text[rate.end : first] if rate.end <= first else text[last : rate.start] if last <= rate.start else ""
    return CUES.has("contrast", gap)


def is_divided(amount: Figure) -> bool:
    """Whether an amount is the whole of the percentage right behind it: 24억 달러의 56.3%."""
    return _DIVIDED.match(amount.next_to) is not None


def is_difference(amount: Figure) -> bool:
    """Whether an amount is the change itself: 총 980억원(39.7%↑) 늘었고, rose by $1.2 billion."""
    return CUES.begins("change_after", amount.after) or CUES.ends("change_before", amount.before)
