"""A quantity in two neighbouring sentences, its digits changed: enrolled 1,348 adults. All 1,438 adults enrolled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.checker.sentences.figures import CUES
from factbook.checker.sentences.find.roles import is_base
from factbook.checker.sentences.model import Equal, Figure, Kind, Sentence, moved

_WORD = re.compile(r"[A-Za-z]{3,}|[가-힣]{2,}|[0-9]상")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_STEM = re.compile(r"(?:으로|에서|에는|까지|이다|했다|은|는|이|가|을|를|의|에|로|와|과|도|한|된|하는|s|ed|d)$")
_DIGITS = re.compile(r"[0-9]")
_REACH = 60


def repeats(
    sentence: Sentence, view: Sentence | None, previous: Sentence, view_before: Sentence | None
) -> Iterator[Equal]:
    """A figure that refers back to one of the sentence before, with that one, where their digits nearly agree."""
    if previous.paragraph != sentence.paragraph:
        return
    earlier, later = view_before or previous, view or sentence
    for second in _stated(later):
        if not _refers(later, second, earlier):
            continue
        pairs = [one for one in _stated(earlier) if one.amount.unit == second.amount.unit]
        if len(pairs) != 1 or not _same(earlier, pairs[0], later, second):
            continue
        first = pairs[0]
        if first.amount.value == second.amount.value or _misprinted(first.text, second.text):
            yield Equal(moved(first, previous.start - sentence.start), second, True)


def _stated(sentence: Sentence) -> list[Figure]:
    return [one for one in sentence.of_kind(Kind.MONEY) if not one.ranged and not one.translated and not is_base(one)]


def _refers(sentence: Sentence, figure: Figure, earlier: Sentence) -> bool:
    """Whether a figure is that of a thing already named: all 1,438 adults, 이 3,510억원짜리, on the same day."""
    before, behind = sentence.text[max(0, figure.start - 40) : figure.start], sentence.text[figure.end :][:20]
    if CUES.has("previous_period", before) or CUES.begins("relative", behind):
        return False
    if CUES.ends("all_before", before) or CUES.begins("all_after", behind):
        return True
    days = {one.amount.value for one in sentence.figures if one.amount.unit == "date"}
    return bool(days) and days == {one.amount.value for one in earlier.figures if one.amount.unit == "date"}


def _same(earlier: Sentence, first: Figure, later: Sentence, second: Figure) -> bool:
    """Whether the words around two figures name one thing, at one time."""
    years = [{one.year for one in sentence.of_kind(Kind.YEAR)} for sentence in (earlier, later)]
    if first.year != second.year and all(years) and not years[0] & years[1]:
        return False
    ours, theirs = _words(earlier, first), _words(later, second)
    if ours & _ORDINALS != theirs & _ORDINALS and theirs & _ORDINALS:
        return False
    here, there = _names(earlier, first), _names(later, second)
    if here and there and not here & there:
        return False
    numbered = [{word for word in words if word[0].isdigit()} for words in (ours, theirs)]
    if all(numbered) and numbered[0] != numbered[1]:
        return False
    swapped = sorted(_DIGITS.findall(first.text)) == sorted(_DIGITS.findall(second.text))
    if swapped and CUES.ends("this_before", later.text[max(0, second.start - 8) : second.start]):
        return True
    return len(ours & theirs) >= (1 if swapped else 2)


_ORDINALS = frozenset({"interim", "final", "first", "second", "special", "중간", "결산"})


def _names(sentence: Sentence, figure: Figure) -> set[str]:
    """Names behind a figure: 1,348 adults in Europe are not 1,384 adults in Japan."""
    return set(_NAME.findall(sentence.text[figure.end : figure.end + _REACH]))


def _words(sentence: Sentence, figure: Figure) -> set[str]:
    text = sentence.text[max(0, figure.start - _REACH) : figure.end + _REACH]
    return {_STEM.sub("", word.lower()) for word in _WORD.findall(text)} - _COMMON - {""}


_COMMON = frozenset({"the", "and", "for", "with", "was", "were", "has", "have", "per", "all", "that", "from", "this"})


def _misprinted(first: str, second: str) -> bool:
    """Whether two figures of as many digits differ in one of them, or in two neighbours that changed places."""
    one, other = "".join(_DIGITS.findall(first)), "".join(_DIGITS.findall(second))
    if (
        len(one) != len(other)
        or len(one) < 3
        or _DIGITS.sub("", first.split()[0]) != _DIGITS.sub("", second.split()[0])
    ):
        return False
    apart = [index for index in range(len(one)) if one[index] != other[index]]
    return len(apart) == 1 or sorted(one) == sorted(other)
