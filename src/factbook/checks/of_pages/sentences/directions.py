"""What rises rises, and what is said to be more is more: the words between and beside numbers against their values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from re import Pattern

from factbook.checks.statements import Mark, Statement
from factbook.facts import Derived, Entry, Facts
from factbook.facts.relations import Judgement
from factbook.facts.state import State
from factbook.languages.comparing import Comparing, Direction

#: The operations that say by how much one thing differs from another, and in which direction where they are positive.
_DIFFERENCES = {"growth": Direction.UP, "drop": Direction.DOWN}
_OPPOSITE = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}
_WRONG = "it says the opposite of its numbers"
_ADVICE = "turn the word or the numbers round, whichever is wrong, in every language"


def wrong(said: Statement, data: State, language: str, words: Comparing) -> Iterator[tuple[str, str, str]]:
    """What is wrong in a sentence, what was expected, and what to do."""
    known = data.facts
    for mark in said.marks:
        if mark.part == "misfit" and (judgement := data.judgements.get(mark.relation or "")):
            yield from ((_WRONG, right, _ADVICE) for right in _misfit(said, mark, judgement, words))
        if not (entry := _entry(mark, known)):
            continue
        if isinstance(entry, Derived) and entry.operation in _DIFFERENCES:
            yield from ((_WRONG, right, _ADVICE) for right in _difference(said, mark, entry, words))
        elif words.falls.search(entry.label[language]) and _beside(said, mark, words) is Direction.UP:
            yield _WRONG, f"{entry.id} is a fall: «{entry.label[language]}»", _ADVICE
    for marks in _spans(said, words):
        yield from ((_WRONG, right, _ADVICE) for right in _span(said, marks, known, words))


def _entry(mark: Mark, known: Facts) -> Entry | None:
    return known.entries.get(mark.fact) if mark.fact and not mark.part else None


def _difference(said: Statement, mark: Mark, entry: Derived, words: Comparing) -> Iterator[str]:
    """How a number differs, where the words beside it say the opposite."""
    found = _beside(said, mark, words)
    right = _DIFFERENCES[entry.operation]
    right = right if entry.value >= 0 else _OPPOSITE[right]
    if found and found is not right:
        yield (f"{entry.id} is {right.value}: {entry.operation}({', '.join(entry.operands)})")


def _misfit(said: Statement, mark: Mark, judgement: Judgement, words: Comparing) -> Iterator[str]:
    """How far a claim lies from what it is compared with, where the words beside it say the other side."""
    right = Direction.UP if judgement.misfit > 0 else Direction.DOWN
    found = _beside(said, mark, words)
    if found and found is not right:
        yield f"{judgement.relation.claim} lies {right.value} from {judgement.relation.operation} of its operands"


def _beside(said: Statement, mark: Mark, words: Comparing) -> Direction | None:
    before, after = said.text[: mark.start], said.text[mark.end :]
    return _said(words.difference_before, before) or _said(words.difference_after, after, at_start=True)


def _spans(said: Statement, words: Comparing) -> Iterator[tuple[Mark, Mark]]:
    """Two numbers from and to which something goes; an amount in brackets beside the first is passed over."""
    for place, (first, second) in enumerate(pairwise(said.marks)):
        if not words.span.fullmatch(said.text[first.end : second.start]):
            continue
        if _is_bracketed(said, first) and place:
            first = said.marks[place - 1]
        if words.span_before.search(said.text[: first.start]):
            yield first, second


def _is_bracketed(said: Statement, mark: Mark) -> bool:
    return said.text[: mark.start].endswith("(") and said.text[mark.end :].startswith(")")


def _span(said: Statement, marks: tuple[Mark, Mark], known: Facts, words: Comparing) -> Iterator[str]:
    """Which way two numbers go, where the words say the other."""
    first, second = (_value(mark, known) for mark in marks)
    if first is None or second is None or first[0] != second[0] or first[1] == second[1]:
        return
    right = Direction.UP if first[1] < second[1] else Direction.DOWN
    found = _said(words.before, said.text[: marks[0].start]) or _said(words.after, said.text[marks[1].end :])
    if found and found is not right:
        texts = (said.text[mark.start : mark.end] for mark in marks)
        yield (f"{' to '.join(texts)} goes {right.value}")


def _value(mark: Mark, known: Facts) -> tuple[str, Decimal] | None:
    """The unit and the value of a number; nothing for a part of one, or a day of the calendar."""
    entry = _entry(mark, known)
    return (entry.unit.key, entry.value) if entry and not entry.unit.is_calendar else None


def _said(of: Mapping[Direction, Pattern[str]], text: str, *, at_start: bool = False) -> Direction | None:
    """The direction that the words say first; nothing where they say none."""
    found = {
        direction: match.end()
        for direction, words in of.items()
        if (match := words.match(text) if at_start else words.search(text))
    }
    return min(found, key=lambda direction: found[direction], default=None)
