"""Parts of a count in fractions: 288 of 600 (48%), 48% (288/600), 절반인 300명, a third (200)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factbook.checker.sentences.figures import CUES
from factbook.checker.sentences.find.shares import is_whole
from factbook.checker.sentences.fraction_words import IN_WORDS, WORDS
from factbook.checker.sentences.model import Computed, Figure, Kind, Sentence, Share
from factbook.checker.sentences.recompute import share, span
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

#: A fraction in words is as exact as a tenth of itself.
_LOOSE = Decimal("0.1")
_OVER = re.compile(r"[ ]?/[ ]?|[ ](?:out )?of (?:the |all |its |their )?")
_OPENED = re.compile(r"[^0-9.;()]{0,30}[(\[]")
_PART = re.compile(r"(?:인|가량인|정도인|에 해당하는)?[ ]?[(]?|,? or |, ")
_OF_WHOLE = re.compile(r"[ ]of (?:the |all |its |their )?")


def fractions(sentence: Sentence) -> Iterator[Share | Computed]:
    """Each fraction of a count, in digits with its percentage or in words, with the part and the whole."""
    amounts = [one for one in sentence.of_kind(Kind.MONEY) if not one.ranged and not one.translated]
    yield from _in_digits(sentence, amounts)
    for match in IN_WORDS.finditer(sentence.text):
        yield from _in_words(sentence, amounts, match)


def _in_digits(sentence: Sentence, amounts: Sequence[Figure]) -> Iterator[Share]:
    text, percents = sentence.text, [one for one in sentence.of_kind(Kind.PERCENT) if not one.ranged]
    for part, whole in itertools.pairwise(amounts):
        if not _OVER.fullmatch(text[part.end : whole.start]) or part.amount.value > whole.amount.value:
            continue
        for percent in percents:
            behind = percent.start > whole.start and _OPENED.fullmatch(text[whole.end : percent.start])
            if behind or (percent.end < part.start and _OPENED.fullmatch(text[percent.end : part.start])):
                yield Share(part, whole, percent, True)
                break


def _in_words(sentence: Sentence, amounts: Sequence[Figure], match: re.Match[str]) -> Iterator[Computed]:
    text = sentence.text
    before = [one for one in amounts if one.end <= match.start() and is_whole(one)]
    behind = [one for one in amounts if one.start >= match.end()]
    if behind and _OF_WHOLE.fullmatch(text[match.end() : behind[0].start]) and len(behind) > 1:
        whole, part, gap = behind[0], behind[1], text[behind[0].end : behind[1].start]
        tied = gap.strip() in (",", "(")
    elif before and behind:
        whole, part, gap = before[-1], behind[0], text[match.end() : behind[0].start]
        tied = _PART.fullmatch(gap) is not None
    else:
        return
    expected = share(span(part.amount), span(whole.amount))
    if not tied or expected is None or part.amount.unit != whole.amount.unit:
        return
    value = WORDS[match[0].lower()]
    start, end = match.span()
    stated = Figure(start, end, match[0], Amount(value, "percent", 2 * value * _LOOSE), Kind.PERCENT)
    allowed = stated.amount.interval
    if CUES.ends("more_before", text[max(0, start - 16) : start]) or CUES.begins("more_after", text[end : end + 8]):
        allowed = Interval(value, Decimal(100))
    operands = (("part", part), ("whole", whole))
    yield Computed("share", "fraction", operands, stated, expected, allowed, f"{part.text} ÷ {whole.text}")
