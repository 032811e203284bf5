"""One amount in two currencies: 6억 달러(7,320억 원), 15 trillion won ($11 bn), 6억 달러, 우리 돈 약 7,320억 원."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from factbook.checker.sentences.figures import CUES
from factbook.checker.sentences.find.ranges import ranges
from factbook.checker.sentences.model import Conversion, Figure, Kind, Sentence

#: The longest wording between the two amounts, in characters.
_GAP = 40
#: What may stand in lists of unrelated amounts, and so makes no conversion alone.
_NO_WORDS = (
    "",
    "규모",
    "수준",
    "상당",
    "가량",
    "정도",
    "이상",
    "어치",
    "시장",
    "수준의",
    "규모의",
    "내외",
    "in",
    "by",
    "at",
    "of",
)


def conversions(sentence: Sentence) -> Iterator[Conversion]:
    """Neighbouring amounts in different currencies with nothing but a conversion's words between them."""
    money = sentence.of_kind(Kind.MONEY)
    of_ranges = list(_of_ranges(sentence))
    yield from of_ranges
    taken = {figure.start for pair in of_ranges for figure in (pair.left, pair.right)}
    for left, right in itertools.pairwise(money):
        if left.start in taken or not _translates(sentence, left, right):
            continue
        taken.add(right.start)
        yield Conversion(left, replace(right, translated=True))


def _of_ranges(sentence: Sentence) -> Iterator[Conversion]:
    """Both ends of a range in two currencies: 4,000만~6,000만 달러(약 520억~780억원)."""
    for left, right in itertools.pairwise(ranges(sentence, Kind.MONEY)):
        if left.low.amount.unit == right.low.amount.unit or not _is_between(sentence, left.high, right.low):
            continue
        for one, other in ((left.low, right.low), (left.high, right.high)):
            yield Conversion(one, replace(other, translated=True))


def without_translations(sentence: Sentence) -> Sentence:
    """The sentence with its translated amounts marked, so that other rules pass over them."""
    translated = {pair.right.start for pair in conversions(sentence)}
    figures = tuple(
        replace(figure, translated=True) if figure.start in translated else figure for figure in sentence.figures
    )
    return replace(sentence, figures=figures)


def _translates(sentence: Sentence, left: Figure, right: Figure) -> bool:
    if left.amount.unit == right.amount.unit or left.ranged or right.ranged:
        return False
    return _is_between(sentence, left, right)


def _is_between(sentence: Sentence, left: Figure, right: Figure) -> bool:
    """Whether nothing but a conversion's words stand between two amounts."""
    gap = sentence.text[left.end : right.start]
    if len(gap) > _GAP or "." in gap.replace("U.S.", "").replace("approx.", "").replace("i.e.", ""):
        return False
    opened = max(gap.rfind("("), gap.rfind("["), gap.rfind("（"))
    if opened >= 0:
        inside, outside = gap[opened:], gap[:opened]
        return ")" not in gap and _is_lead(inside) and len(outside) <= 24 and not any(c in outside for c in ",;:")
    return _is_spelled_out(gap)


def _is_lead(inside: str) -> bool:
    """Whether the parenthesis opens with the amount itself: no other figure and no other subject before it."""
    return CUES.fills("conversion", inside)


def _is_spelled_out(gap: str) -> bool:
    """Whether words alone make it a conversion (, 우리 돈 약 · , or about): a bare comma or 약 is a list."""
    return CUES.fills("conversion", gap) and gap.strip(" ,，약") not in _NO_WORDS
