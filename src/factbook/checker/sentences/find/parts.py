"""A count and its parts, some in words: 14 hospitals: six acute, five rehabilitation …; 의사 여섯 명 등 모두 9명."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factbook.checker.sentences.figures import CUES
from factbook.checker.sentences.model import Figure, Kind, Sentence, Sum
from factbook.checker.sentences.number_words import ENGLISH_WORDS, KOREAN_WORDS, number
from factbook.quantities.amounts import Amount

_ITEM = re.compile(
    rf"(?:, | and |, and |; | )(?P<number>[0-9][0-9,]*|{ENGLISH_WORDS})(?P<words>(?:[ -][A-Za-z'’-]+){{1,6}}?)"
    r"(?=,? and |, |; |[.;]|$)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"\b(?P<number>[0-9][0-9,]*|{ENGLISH_WORDS})(?P<words>(?:[ -][A-Za-z'’-]+){{1,3}}?)(?=, |,? and )", re.IGNORECASE
)
_JOINTS = (", ", " and ", ", and ")
_NATIVE = re.compile(rf"(?<![가-힣])(?P<number>{KOREAN_WORDS})(?=[ ])")


def parts(sentence: Sentence, view: Sentence | None) -> Iterator[Sum]:
    """The total of a count with its parts, some of them in words; ``view`` holds the counts in digits."""
    yield from _behind_a_colon(sentence, view)
    yield from _before_a_total(sentence, view)
    yield from _of_native_numbers(sentence, view)


def _behind_a_colon(sentence: Sentence, view: Sentence | None) -> Iterator[Sum]:
    """15 members: seven women and eight men."""
    text = sentence.text
    for total in (view or sentence).of_kind(Kind.MONEY if view else Kind.NUMBER):
        if total.amount.unit.isupper() or text[total.end : total.end + 1] != ":":
            continue
        items, position = [], total.end + 1
        while match := _ITEM.match(text, position):
            items.append(match)
            position = match.end()
        if len(items) < 2 or text[position:].rstrip() not in ("", ".", ";"):
            continue
        if not CUES.begins("last_item", text[items[-1].start() : items[-1].start() + 8]):
            continue
        if any(CUES.has("finite", item["words"]) or not _is_whole_number(item["number"]) for item in items):
            continue
        figures = tuple(_figure(item.start("number"), item["number"], total.amount.unit) for item in items)
        yield Sum(figures, total, False, True)


def _before_a_total(sentence: Sentence, view: Sentence | None) -> Iterator[Sum]:
    """Eleven economists, four lawyers and three doctors, 18 members in all."""
    if view is None:
        return
    for total in view.of_kind(Kind.MONEY):
        if total.amount.unit.isupper() or not CUES.begins("total_after", total.next_to):
            continue
        items: list[re.Match[str]] = []
        for item in _LISTED.finditer(sentence.text, 0, total.start):
            joined = items and sentence.text[items[-1].end() : item.start()] in _JOINTS
            items = [*items, item] if joined else [item]
        if len(items) < 2 or sentence.text[items[-1].end() : total.start] not in _JOINTS:
            continue
        if all(_is_whole_number(item["number"]) and not CUES.has("finite", item["words"]) for item in items):
            figures = tuple(_figure(item.start("number"), item["number"], total.amount.unit) for item in items)
            yield Sum(figures, total, False, True)


def _is_whole_number(word: str) -> bool:
    return not word[0].isdigit() or word.replace(",", "").isdigit()


def _figure(start: int, word: str, unit: str) -> Figure:
    value = Decimal(number(word.replace(",", "")))
    return Figure(start, start + len(word), word, Amount(value, unit), Kind.MONEY)


def _of_native_numbers(sentence: Sentence, view: Sentence | None) -> Iterator[Sum]:
    """의사 여섯 명, 간호사 네 명 등 모두 10명: the parts in words, the total in digits."""
    if view is None:
        return
    for total in view.of_kind(Kind.MONEY):
        noun = total.amount.unit
        found = [match for match in _NATIVE.finditer(sentence.text) if _counts(sentence.text, match, noun)]
        before = [match for match in found if match.end() <= total.start]
        behind = [match for match in found if match.start() >= total.end]
        others = [one for one in view.of_kind(Kind.MONEY) if one is not total]
        if others or not (CUES.ends("total_before", total.before)):
            continue
        if len(before) > 1 and not behind and _is_list(sentence.text, before):
            yield _sum(before, total)
        elif (
            len(behind) > 1 and not before and CUES.begins("made_of", total.next_to) and _is_list(sentence.text, behind)
        ):
            yield _sum(behind, total)


def _counts(text: str, match: re.Match[str], noun: str) -> bool:
    """Whether a number in words counts what the total does."""
    counted = CUES.match("counted", text, match.end())
    return counted is not None and counted[0].strip() == noun


def _sum(found: Sequence[re.Match[str]], total: Figure) -> Sum:
    unit = total.amount.unit
    figures = tuple(
        Figure(one.start(), one.end(), one[0], Amount(Decimal(number(one["number"])), unit), Kind.MONEY)
        for one in found
    )
    return Sum(figures, total, False, True)


def _is_list(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether nothing but names and commas stands between numbers."""
    gaps = [text[a.end() : b.start()] for a, b in itertools.pairwise(found)]
    return all(len(gap) < 24 and CUES.begins("list_gap", gap) and "." not in gap for gap in gaps)
