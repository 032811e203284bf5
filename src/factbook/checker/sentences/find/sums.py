"""Parts and their total, and a change as the difference of two amounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factbook.checker.sentences.figures import CUES, RESULTS
from factbook.checker.sentences.find.roles import changes, is_base, is_difference
from factbook.checker.sentences.find.shares import is_whole
from factbook.checker.sentences.model import Figure, Kind, Sentence, Sum

_MOST_PARTS = 40


def sums(sentence: Sentence) -> Iterator[Sum]:
    """The sum that a sentence states, and the differences."""
    amounts = [figure for figure in sentence.of_kind(Kind.MONEY) if not figure.translated and not figure.ranged]
    if 3 <= len(amounts) <= _MOST_PARTS:
        differences = [*_balances(sentence, amounts)] or list(_differences(amounts))
        yield from differences
        if not differences:
            yield from _totals(sentence, amounts)


def _differences(amounts: Sequence[Figure]) -> Iterator[Sum]:
    """8천109억원으로 1년 전 6천538억원에서 1천571억원 늘었다: end less start is the change."""
    for index, change in enumerate(amounts):
        if not is_difference(change) or is_base(change) or RESULTS.begins("base_unsaid", change.after):
            continue
        near = [one for one in amounts[max(0, index - 2) : index + 3] if one is not change and not is_difference(one)]
        bases = [one for one in near if is_base(one)]
        others = [one for one in near if not is_base(one)]
        if len(bases) == 1 and others:
            told = max(change.start, bases[0].start)
            end = min(others, key=lambda one: (one.start > told, abs(one.start - bases[0].start)))
            large, small = (end, bases[0]) if end.amount.value >= bases[0].amount.value else (bases[0], end)
            if len({change.amount.unit, large.amount.unit, small.amount.unit}) == 1:
                yield Sum((large, small), change, True, True)


def _balances(sentence: Sentence, amounts: Sequence[Figure]) -> Iterator[Sum]:
    """수출 560억 달러, 수입 520억 달러로 흑자 40억 달러: a surplus or deficit is the difference of the other two."""
    stated = [one for one in amounts if CUES.ends("balance", one.before) or CUES.begins("balance_after", one.next_to)]
    if len(stated) != 1 or len(amounts) != 3 or not CUES.has("balanced", sentence.text):
        return
    if CUES.has("other_balance", sentence.text):
        return
    small, large = sorted((one for one in amounts if one is not stated[0]), key=lambda one: one.amount.value)
    if len({one.amount.unit for one in amounts}) == 1:
        yield Sum((large, small), stated[0], True, True)


def _totals(sentence: Sentence, amounts: Sequence[Figure]) -> Iterator[Sum]:
    """The largest amount, first or last, as the total of the others where the wording says or suggests it."""
    if len({amount.amount.unit for amount in amounts}) > 1 or _is_story(sentence, amounts):
        return
    largest = largest_of(amounts)
    listed_in_part = CUES.has("partial", sentence.text[amounts[0].end :]) or not _percentages_are_whole(sentence)
    some = listed_in_part and not _is_closed(sentence, largest)
    parts = tuple(amount for amount in amounts if amount is not largest)
    if largest is amounts[-1]:
        named = CUES.ends("total_before", largest.before) or CUES.begins("total_after", largest.after)
        named = named or CUES.has("adding", sentence.text) or _is_closed(sentence, largest)
        if named:
            yield Sum(parts, largest, False, True, some)
    elif largest is amounts[0] and not CUES.has("new_clause", sentence.text[largest.end : amounts[1].start]):
        told = CUES.has("adding", sentence.text) or CUES.has("splitting", sentence.text[largest.end :])
        listed = len(parts) >= 3 and all("," in part.before or "and" in part.before for part in parts[1:])
        named = CUES.ends("total_before", largest.before) or _is_completed(sentence, largest, parts)
        if told or named or (listed and not some):
            yield Sum(parts, largest, False, True, some)


def _is_completed(sentence: Sentence, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Of the 540 patients, 312 were women and 228 were men: two parts that complete each other, of a whole."""
    behind = sentence.text[whole.end :]
    return len(parts) == 2 and is_whole(whole) and CUES.has("complete", behind) and not CUES.has("unknown", behind)


def largest_of(amounts: Sequence[Figure]) -> Figure:
    """The largest of some amounts, the first of equals."""
    return max(amounts, key=lambda amount: amount.amount.value)


def _is_closed(sentence: Sentence, total: Figure) -> bool:
    """Whether the parts before a total are all there are: 등 모두, or two that complete each other (men, women)."""
    before = sentence.text[: total.start]
    return CUES.ends("closed", before[-12:]) or (CUES.has("complete", before) and CUES.ends("total_lead", before[-16:]))


def _percentages_are_whole(sentence: Sentence) -> bool:
    """Whether percentages beside the parts, if there are any, leave room for no other part."""
    stated = [percent.amount.value for percent in sentence.of_kind(Kind.PERCENT)]
    return not stated or abs(sum(stated, Decimal(0)) - 100) <= 1


def _is_story(sentence: Sentence, amounts: Sequence[Figure]) -> bool:
    """Whether the amounts follow each other in time or change, so that they are not parts of one whole."""
    years = {amount.year for amount in amounts if amount.year is not None}
    if len(years) > 1 or any(is_base(amount) for amount in amounts[1:]):
        return True
    return any(changes(percent) for percent in sentence.of_kind(Kind.PERCENT))


def is_stated(claim: Sum, sentence: Sentence) -> bool:
    """Whether the wording says that the parts make the total, rather than merely listing them behind it."""
    if claim.difference or CUES.has("adding", sentence.text) or CUES.ends("total_before", claim.total.before):
        return True
    return CUES.begins("total_after", claim.total.after) or CUES.has("splitting", sentence.text)
