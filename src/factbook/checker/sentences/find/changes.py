"""Growth in total between two amounts: up 55 percent from …, …에서 …으로 24% 늘었다."""

from __future__ import annotations

from collections.abc import Sequence

from factbook.checker.sentences.figures import CUES, RESULTS
from factbook.checker.sentences.find.roles import falls, is_base, is_difference, is_goal, is_parted, near
from factbook.checker.sentences.model import Figure, Growth


def total_growth(text: str, rate: Figure, amounts: Sequence[Figure], others: Sequence[Figure]) -> Growth | None:
    """The change that a percentage states in total; ``others`` are the other rates of its sentence."""
    amounts = _clause(rate, amounts, others)
    base = _base(rate, amounts)
    if base is None:
        return _dated_total(rate, amounts, alone=not others)
    told = max(rate.end, base.end)
    ends = [
        one
        for one in amounts
        if one is not base
        and not is_difference(one)
        and not is_base(one)
        and not (one.start >= told and CUES.has("new_clause", text[told : one.start]))
    ]
    end = min(ends, key=lambda one: _distance(one, base, rate), default=None)
    if end is None or end.amount.unit != base.amount.unit:
        return None
    if base.year is not None and end.year is not None:
        apart = end.year - base.year
        if apart < 0 or (apart > 1 and CUES.has("previous_period", rate.before + rate.next_to[:20])):
            return None
    return Growth(base, end, rate, (), falls(rate), not _is_elsewhere(text, rate, others, base, end))


def _is_elsewhere(text: str, rate: Figure, others: Sequence[Figure], base: Figure, end: Figure) -> bool:
    """Whether a rate says nothing of two amounts: they stand in another clause, or it is one of several in turn."""
    first, last = min(base.start, end.start), max(base.end, end.end)
    between = text[last : rate.start] if last <= rate.start else text[rate.end : first]
    if RESULTS.has("new_subject", text[last : rate.start]):
        return True
    if is_parted(text, rate, base, end) or CUES.has("new_clause", between) or RESULTS.has("restated", text):
        return True
    before = max((one.end for one in others if one.end <= rate.start), default=-1)
    return rate.end <= first and before >= 0 and CUES.fills("and_again", text[before : rate.start])


def _clause(rate: Figure, amounts: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """Amounts near a rate, up to the neighbouring rates of change."""
    left = max((other.start for other in others if other.start < rate.start), default=-1)
    right = min((other.start for other in others if other.start > rate.start), default=rate.start + 10**6)
    return [amount for amount in near(rate, amounts) if left < amount.start < right]


def _base(rate: Figure, amounts: Sequence[Figure]) -> Figure | None:
    """The amount the change starts from: the last one marked so before the rate, else the first one after it."""
    bases = [amount for amount in amounts if is_base(amount)]
    before = [amount for amount in bases if amount.start < rate.start]
    after = [amount for amount in bases if amount.start > rate.start and not _changes_again(rate, amount)]
    return before[-1] if before else after[0] if after else None


def _changes_again(rate: Figure, base: Figure) -> bool:
    """Shares rose 5% after profit of $300 million, up from $250 million: the base belongs to a second change."""
    words = base.before[-14:] if rate.end < base.start - 30 else ""
    return CUES.has("rising", words) or CUES.has("falling", words)


def _distance(end: Figure, base: Figure, rate: Figure) -> tuple[bool, bool, int]:
    """An end behind a rate counts only where the change leads to it; then the nearest to the base."""
    behind = end.start > rate.start
    return (
        behind and (base.start < rate.start or not is_goal(end)),
        not is_goal(end) and end.start < base.start,
        abs(end.start - base.start),
    )


def _dated_total(rate: Figure, amounts: Sequence[Figure], *, alone: bool) -> Growth | None:
    """Two amounts of different years and a change right behind them: 2019년 6억, 2025년 24억으로 300% 성장.

    It is firm where there is no other amount or rate, and the words lead from the second amount to the change.
    """
    behind = [amount for amount in amounts if amount.end <= rate.start][-2:]
    if len(behind) != 2 or CUES.has("previous_period", rate.before):
        return None
    start, end = behind
    if start.amount.unit != end.amount.unit or None in (start.year, end.year) or (start.year or 0) >= (end.year or 0):
        return None
    firm = alone and len(amounts) == 2 and CUES.begins("end_after", end.next_to) and len(end.next_to) < 20
    return Growth(start, end, rate, (), falls(rate), firm)
