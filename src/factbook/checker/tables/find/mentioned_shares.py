"""Shares that the text tells, against the column of shares of a table: «전체의 30.7%», coal accounts for 31.4%."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from factbook.checker.sentences.model import Computed, Figure, Kind, Sentence, moved
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.find.entries import named, with_words
from factbook.checker.tables.model import Role, Sheet
from factbook.checker.tables.units import without_units

#: Percentage points further off than this, it is the share of something else.
NEAR = Decimal(15)
#: How many letters behind a percentage may hold its verb.
_BEHIND = 16


def mentioned_shares(sentences: Iterable[Sentence], sheets: Sequence[Sheet]) -> Iterator[Computed]:
    """Each percentage that is told as a share of the whole, where a table has one share of its subject."""
    known = _shares(sheets)
    if not known:
        return
    for sentence in sentences:
        for percent, words in with_words(sentence, Kind.PERCENT):
            around = words[-_BEHIND:] + sentence.text[percent.end : percent.end + _BEHIND]
            if WORDS.has("whole", around) and not percent.ranged and not WORDS.has("apart", words):
                yield from _claims(sentence, percent, words, known)


def _shares(sheets: Sequence[Sheet]) -> dict[str, list[Figure]]:
    """The shares of all tables by the head of their row."""
    found: dict[str, list[Figure]] = {}
    for sheet in sheets:
        for index, one in enumerate(sheet.columns):
            for row, figure in sheet.column(index) if one.role is Role.SHARE else ():
                if figure.kind is Kind.PERCENT and (subject := without_units(sheet.rows[row].label)):
                    found.setdefault(subject, []).append(figure)
    return found


def _claims(sentence: Sentence, percent: Figure, words: str, known: dict[str, list[Figure]]) -> Iterator[Computed]:
    end, _, subject = max((named(words, one), len(one), one) for one in known)
    if end < 0 or len(known[subject]) != 1:
        return
    (share,) = known[subject]
    expected, allowed = share.amount.interval, percent.amount.interval
    if allowed.gap(expected) <= NEAR:
        told, quoted = f"{share.text} ({subject})", " ".join(sentence.text.split())
        stated = moved(percent, sentence.start)
        yield Computed("equal", "table-text", (("first", share),), stated, expected, allowed, told, words=quoted)
