"""The same quantity twice: in a title and in its text, or in two labelled sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factbook.checker.sentences.model import Equal, Figure, Kind, Sentence, moved

#: Amounts further apart than this are two quantities, not one told badly.
_NEAR = Decimal("1.25")
_NEAR_PERCENT = Decimal("1.1")
_WORD = re.compile(r"[가-힣A-Za-z·]{2,}")
_ENDINGS = re.compile(r"(?:으로|에서|까지|이다|은|는|이|가|을|를|의|에|로|와|과|도)$")
_LABELS = re.compile(r"\[[^\]]{1,20}\]")
#: How far a title reaches: its own sentences and so many after it.
_REACH = 6


def equals(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Equal]]:
    """Figures of a title or a labelled sentence with their counterparts in what follows."""
    for index, sentence in enumerate(sentences):
        if not (sentence.heading or sentence.label):
            continue
        following = [
            one
            for one in sentences[index + 1 : index + 1 + _REACH]
            if one.label != sentence.label or (sentence.heading and not one.heading)
        ]
        for figure in _comparable(sentence):
            pair = _counterpart(sentence, figure, following)
            if pair is not None:
                yield sentence, pair


def _comparable(sentence: Sentence) -> list[Figure]:
    return [
        figure
        for figure in sentence.figures
        if figure.kind in (Kind.MONEY, Kind.PERCENT) and not figure.ranged and not figure.translated
    ]


def _counterpart(sentence: Sentence, figure: Figure, following: Sequence[Sentence]) -> Equal | None:
    best: tuple[Decimal, Figure] | None = None
    for other in following:
        for candidate in (one for one in other.figures if one.kind is figure.kind and not one.ranged):
            if not _same_subject(sentence, figure, other, candidate):
                continue
            if candidate.amount.unit != figure.amount.unit:
                if _is_other_currency(figure, candidate):
                    return Equal(figure, moved(candidate, other.start - sentence.start), True)
                continue
            ratio = _ratio(figure.amount.value, candidate.amount.value)
            limit = _NEAR if figure.kind is Kind.MONEY else _NEAR_PERCENT
            if ratio <= limit and (best is None or ratio < best[0]):
                best = ratio, moved(candidate, other.start - sentence.start)
    return Equal(figure, best[1], True) if best else None


def _is_other_currency(figure: Figure, candidate: Figure) -> bool:
    """The same digits for the same year in another currency: a slip, not a conversion."""
    return (
        figure.kind is Kind.MONEY
        and figure.amount.value == candidate.amount.value
        and figure.year == candidate.year
        and not candidate.translated
    )


def _same_subject(sentence: Sentence, figure: Figure, other: Sentence, candidate: Figure) -> bool:
    if None not in (figure.year, candidate.year) and figure.year != candidate.year:
        return False
    if sentence.label and other.label and figure.kind is Kind.MONEY:
        return True
    return bool(_words(sentence) & _words(other))


def _words(sentence: Sentence) -> set[str]:
    return {_ENDINGS.sub("", word.lower()) for word in _WORD.findall(_LABELS.sub("", sentence.text))}


def _ratio(one: Decimal, other: Decimal) -> Decimal:
    low, high = sorted((abs(one), abs(other)))
    return high / low if low else Decimal("Infinity")
