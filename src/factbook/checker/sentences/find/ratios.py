"""Two counts and their ratio: 여성 432명, 남성 144명, 3대 1; randomised 2:1, 200 and 100."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factbook.checker.sentences.figures import CUES
from factbook.checker.sentences.model import Computed, Figure, Kind, Sentence
from factbook.checker.sentences.number_words import ENGLISH_WORDS, number
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

RATIO = re.compile(
    r"(?<![0-9.:,])(?P<left>[0-9]{1,3}(?:\.[0-9]{1,2})?)(?P<gap>[^0-9,.;()]{1,4})(?P<right>[0-9]{1,3})(?![0-9:]|[.,][0-9])"
)
_IN_WORDS = re.compile(rf"\b(?P<left>{ENGLISH_WORDS})(?P<gap> to )(?P<right>{ENGLISH_WORDS})\b", re.IGNORECASE)
#: How far two counts may be from a ratio of whole numbers that is told of them.
_LOOSE = Decimal("0.12")
_HALF, _THIRD = Decimal("0.5"), Decimal("0.34")


def ratios(sentence: Sentence, view: Sentence | None) -> Iterator[Computed]:
    """A ratio with the two counts that it is told of, in either order; ``view`` holds the counts."""
    for match in (*RATIO.finditer(sentence.text), *_IN_WORDS.finditer(sentence.text)):
        around = sentence.text[max(0, match.start() - 32) : match.end() + 12]
        if not CUES.fills("ratio_gap", match["gap"]) or not CUES.has("ratio", around):
            continue
        inside = range(match.start(), match.end())
        # $962 crore from the two in the ratio of 50:50, $481 crore each: a whole and one part.
        if {_value(match["left"]), _value(match["right"])} == {50} or _value(match["left"]) + _value(
            match["right"]
        ) == 100:
            continue
        counts = _apart([one for one in _counts(sentence, view) if one.start not in inside])
        if len(counts) != 2 or not all(one.amount.value > 0 for one in counts):
            continue
        behind = [one.start for one in counts if one.start >= match.end()]
        ahead = [one.end for one in counts if one.end <= match.start()]
        gap = sentence.text[match.end() : min(behind)] if behind else sentence.text[max(ahead) : match.start()]
        if not CUES.has("new_clause", gap) and not CUES.has("other_period", gap):
            yield _claim(sentence, match, counts[0], counts[1])


def _counts(sentence: Sentence, view: Sentence | None) -> list[Figure]:
    """The numbers of a sentence, whether or not a noun stands behind them."""
    kinds = (Kind.NUMBER, Kind.MONEY)
    return [one for one in (view or sentence).figures if one.kind in kinds and not one.ranged]


def _value(word: str) -> Decimal:
    return Decimal(word) if word[0].isdigit() else Decimal(number(word))


def _apart(counts: list[Figure]) -> list[Figure]:
    """Counts without the one that is the sum of two others: 900 in all, 540 men and 360 women."""
    if len(counts) == 3:
        *parts, whole = sorted(counts, key=lambda one: one.amount.value)
        if sum(one.amount.value for one in parts) == whole.amount.value:
            return [one for one in counts if one is not whole]
    return counts


def _claim(sentence: Sentence, match: re.Match[str], first: Figure, second: Figure) -> Computed:
    left, right = (_value(match[side]) for side in ("left", "right"))
    right = right or Decimal(1)
    stated = left / right
    given = first.amount.value / second.amount.value
    # Which of the two is named first is left to the words: the nearer reading counts.
    if abs(1 / given - stated) < abs(given - stated):
        first, second, given = second, first, 1 / given
    loose = max(stated * _LOOSE, _HALF if stated > 2 else _THIRD) if right == 1 and stated >= 2 else stated * _LOOSE
    if CUES.has("per_place", sentence.text):
        loose = _HALF
    allowed = Interval(stated - loose, stated + loose)
    figure = Figure(match.start(), match.end(), match[0], Amount(stated, "number", Decimal("0.1")), Kind.NUMBER)
    operands = (("first", first), ("second", second))
    expected = first.amount.interval / second.amount.interval if second.amount.interval.low > 0 else allowed
    return Computed("share", "ratio", operands, figure, expected, allowed, f"{first.text} ÷ {second.text}")
