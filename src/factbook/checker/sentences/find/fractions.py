"""Parts of a whole in fractions: 288 of 600 (48%), 60% of the 850, 510 people; 절반인 300명, a third (200)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factbook.checker.sentences.counts import PEOPLE
from factbook.checker.sentences.figures import CUES
from factbook.checker.sentences.find.shares import is_whole
from factbook.checker.sentences.fraction_words import fractions_in_words
from factbook.checker.sentences.model import Computed, Figure, Kind, Sentence, Share
from factbook.checker.sentences.recompute import share, span
from factbook.quantities.intervals import Interval

#: «Nearly half» lies within this part below a half.
_NEARLY = Decimal("0.8")
_OVER = re.compile(r"[ ]?/[ ]?|[ ](?:out )?of (?:the |all |its |their )?")
_OPENED = re.compile(r"[^0-9.;()]{0,30}[(\[]")
_OF_WHOLE = re.compile(r"[ ](?:of|의)[ ]?(?:the |all |its |their )?")
#: Between the whole and its part, and behind the part where no bracket closes it.
_SET_OFF = re.compile(r"(?: [a-z'-]+){0,3}(?:,? or (?:about |some )?|, (?:about |some )?| ?\()")
_CLOSES = re.compile(r"[^0-9.;,()]{0,12}[,)]| (?:in all|altogether|in total)\b")
_OWN_WHOLE = re.compile(r"의[ ](?:약[ ]|무려[ ])?")
_PART_OF_PART = re.compile(r"[ ](?:of|were|are|had)\b")
_FEWEST_APART = re.compile(r"[0-9.;]")


def fractions(sentence: Sentence) -> Iterator[Share | Computed]:
    """Each fraction, in digits with its percentage or in words, with the part and the whole."""
    amounts = _amounts(sentence)
    yield from _in_digits(sentence, amounts)
    percents = [one for one in sentence.of_kind(Kind.PERCENT) if not one.ranged]
    for percent in percents:
        pair = _set_off(sentence.text, percent, amounts)
        if pair is not None:
            yield Share(*pair, percent, True)
    yield from fractions_of_amounts(sentence)


def fractions_of_amounts(sentence: Sentence) -> Iterator[Computed]:
    """Each fraction in words with the part and the whole: 예산 900억원의 3분의 1인 300억원."""
    amounts = _amounts(sentence)
    for fraction in fractions_in_words(sentence.text) if len(amounts) > 1 else ():
        stated = fraction.figure(sentence)
        pair = _set_off(sentence.text, stated, amounts) or _apposed(sentence.text, stated, amounts)
        if pair is None:
            continue
        part, whole = pair
        expected = share(span(part.amount), span(whole.amount))
        if expected is not None and part.amount.unit == whole.amount.unit:
            allowed = _allowed(sentence.text, stated, part)
            operands = (("part", part), ("whole", whole))
            yield Computed("share", "fraction", operands, stated, expected, allowed, f"{part.text} ÷ {whole.text}")


def _amounts(sentence: Sentence) -> list[Figure]:
    return [one for one in sentence.of_kind(Kind.MONEY) if not one.ranged and not one.translated]


def _in_digits(sentence: Sentence, amounts: Sequence[Figure]) -> Iterator[Share]:
    text, percents = sentence.text, [one for one in sentence.of_kind(Kind.PERCENT) if not one.ranged]
    for part, whole in itertools.pairwise(amounts):
        if not _OVER.fullmatch(text[part.end : whole.start]) or part.amount.value > whole.amount.value:
            continue
        for percent in percents:
            behind = percent.start > whole.start and _tied(text[whole.end : percent.start])
            if behind or (percent.end < part.start and _OPENED.fullmatch(text[percent.end : part.start])):
                yield Share(part, whole, percent, True)
                break


def _tied(gap: str) -> bool:
    """Whether a percentage behind a part of a whole is its share: in brackets, or by «, a market share of»."""
    if _OPENED.fullmatch(gap):
        return True
    return len(gap) < 90 and not _FEWEST_APART.search(gap) and CUES.ends("share_of_it", gap)


def _set_off(text: str, stated: Figure, amounts: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The part and the whole of «a third of the 900 patients, 300, …», «60% of the 850 respondents, 510 people, …»."""
    behind = [one for one in amounts if one.start >= stated.end][:2]
    if len(behind) < 2 or not _OF_WHOLE.fullmatch(text[stated.end : behind[0].start]):
        return None
    whole, part = behind
    gap = text[whole.end : part.start]
    set_off = _SET_OFF.fullmatch(gap) and _CLOSES.match(text, part.end) and not _PART_OF_PART.match(text, part.end)
    same = part.amount.unit in (whole.amount.unit, PEOPLE)
    if set_off and same:
        return replace(part, amount=replace(part.amount, unit=whole.amount.unit)), whole
    return None


def _apposed(text: str, stated: Figure, amounts: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The part and the whole of «600명 가운데 절반인 300명», «Of 600 patients, half (300)»."""
    before = [
        one
        for one in amounts
        if one.end <= stated.start and (is_whole(one) or _OWN_WHOLE.fullmatch(text[one.end : stated.start]))
    ]
    behind = [one for one in amounts if one.start >= stated.end]
    if not before or not behind or not CUES.fills("apposed", text[stated.end : behind[0].start]):
        return None
    return behind[0], before[-1]


def _allowed(text: str, stated: Figure, part: Figure) -> Interval:
    """What the words admit: «more than half» and «nearly half» lie on one side of it."""
    value, around = stated.amount.value, text[stated.end : min(part.start, stated.end + 12)]
    before = text[max(0, stated.start - 16) : stated.start]
    if CUES.ends("fewer_before", before) or CUES.begins("fewer_after", around):
        return Interval(Decimal(0), value)
    if CUES.ends("nearly_before", before) or CUES.begins("nearly_after", around):
        return Interval(value * _NEARLY, value)
    if CUES.ends("more_before", before) or CUES.begins("more_after", around):
        return Interval(value, Decimal(100))
    return stated.amount.interval
