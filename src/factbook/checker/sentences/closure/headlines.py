"""A figure of a headline with its digits changed in the sentence below: HOMES … 1.3M; about 3.1 million homes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.checker.sentences.closure.terms import Window, like
from factbook.checker.sentences.counts import PEOPLE
from factbook.checker.sentences.figures import RESULTS
from factbook.checker.sentences.model import Equal, Figure, Kind

_WORD = re.compile(r"[a-z]{3,}|[가-힣]{2}")
_LETTER = re.compile(r"[A-Za-z]")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_DIGIT = re.compile(r"[0-9]")
#: Words that a headline shares with its text.
_SHARED = 2
_MISPRINTED = 3
_LEAST_LETTERS = 10


def repeated(window: Window) -> Iterator[Equal]:
    """The one figure of a headline with the one of the sentence below whose digits are the same in another order."""
    head, body = window.text[: window.seam], window.text[window.seam :]
    if not window.seam:
        return
    dated = set(_YEAR.findall(head)) == set(_YEAR.findall(body)) != set()
    if not dated and not (_is_headline(head) and len(_words(head) & _words(body)) >= _SHARED):
        return
    first = [one for one in window.quantities if one.end <= window.seam and one.kind is Kind.MONEY]
    second = [one for one in window.quantities if one.start >= window.seam and one.kind is Kind.MONEY]
    for one in first if len(first) == 1 else ():
        changed = [other for other in second if _is_changed(one, other, dated)]
        if len(changed) == 1 and not any(other.amount.interval.meets(one.amount.interval) for other in second):
            yield Equal(one, changed[0], True)


def _is_headline(text: str) -> bool:
    letters = _LETTER.findall(text)
    capitals = [letter for letter in letters if letter.isupper()]
    return RESULTS.begins("headline", text) or (len(letters) > _LEAST_LETTERS and len(capitals) > len(letters) * 0.8)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _is_changed(one: Figure, other: Figure, dated: bool) -> bool:
    """Whether two figures have the same digits in another order, or all but one of three or more.

    Where only a year ties the two sentences, the digits are many and count the same.
    """
    ours, theirs = _DIGIT.findall(one.text), _DIGIT.findall(other.text)
    if dated and not (one.amount.unit == other.amount.unit == PEOPLE and sorted(ours) == sorted(theirs)):
        return False
    if ours == theirs or len(ours) != len(theirs) or len(ours) < 2:
        return False
    if sorted(ours) == sorted(theirs):
        return True
    differing = sum(a != b for a, b in zip(ours, theirs, strict=True))
    return like(one, other) and len(ours) >= _MISPRINTED and differing == 1
