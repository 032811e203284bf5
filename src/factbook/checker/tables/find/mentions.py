"""The text against its tables: the same subject and the same year, in the same unit, with another value.

A sentence names a row by the words of its head and a column by its year. Another value is a finding only where the two
are near enough to be one quantity told badly; further apart they are two quantities.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factbook.checker.sentences.checking import sentences_with_figures
from factbook.checker.sentences.counts import counted
from factbook.checker.sentences.model import Computed, Figure, Kind, Sentence, moved
from factbook.checker.tables.model import DERIVED, Grid, Sheet
from factbook.checker.tables.units import without_units

#: Values further apart than this are two quantities.
_NEAR = Decimal("1.3")
_LETTERS = re.compile(r"[가-힣A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class _Entry:
    subject: str
    figure: Figure
    year: int


def mentions(text: str, sheets: Sequence[Sheet], grids: Sequence[Grid]) -> Iterator[Computed]:
    """Each amount of a sentence outside the tables that has a counterpart in one of them."""
    entries = _entries(sheets)
    if not entries:
        return
    inside = sorted({cell.start for grid in grids for row in grid.rows for cell in row if cell is not None})
    for sentence in sentences_with_figures(text):
        sentence = counted(sentence, least=1) or sentence
        amounts = [
            one
            for one in sentence.of_kind(Kind.MONEY)
            if not one.ranged and not one.translated and one.year is not None
        ]
        if len(amounts) != 1 or _holds(inside, sentence):
            continue
        (amount,) = amounts
        found = _counterpart(
            sentence.text[: amount.start], amount, entries.get((amount.year or 0, amount.amount.unit), [])
        )
        if found is not None:
            stated = moved(amount, sentence.start)
            operands = (("first", found.figure),)
            words = f"{found.figure.text} ({found.subject}, {found.year})"
            expected, allowed = found.figure.amount.interval, amount.amount.interval
            yield Computed(
                "equal", "table-text", operands, stated, expected, allowed, words, words=" ".join(sentence.text.split())
            )


def _entries(sheets: Sequence[Sheet]) -> dict[tuple[int, str], list[_Entry]]:
    """The amounts of all tables by year and unit, each with the subject that its other head names."""
    entries: dict[tuple[int, str], list[_Entry]] = {}
    for sheet in sheets:
        for side in (sheet, sheet.transposed()):
            for index, one in enumerate(side.columns):
                if len(one.years) != 1 or one.role in DERIVED or one.period:
                    continue
                for row, figure in side.column(index):
                    subject = without_units(side.rows[row].label)
                    if side.rows[row].role not in DERIVED and not side.rows[row].years and _LETTERS.search(subject):
                        key = (one.years[0], figure.amount.unit)
                        entries.setdefault(key, []).append(_Entry(subject, figure, one.years[0]))
    return entries


def _counterpart(words: str, amount: Figure, entries: Sequence[_Entry]) -> _Entry | None:
    """The one entry whose subject stands before an amount and whose value is near; ``None`` where several say so."""
    words = words.lower()
    named = [one for one in entries if re.search(rf"(?<![가-힣a-z]){re.escape(one.subject)}", words)]
    longest = max((len(one.subject) for one in named), default=0)
    named = [one for one in named if len(one.subject) == longest]
    if not named or len({one.figure.amount.value for one in named}) > 1:
        return None
    low, high = sorted((abs(named[0].figure.amount.value), abs(amount.amount.value)))
    return named[0] if low and high / low <= _NEAR else None


def _holds(places: Sequence[int], sentence: Sentence) -> bool:
    """Whether a cell of a table begins in a sentence."""
    at = bisect_left(places, sentence.start)
    return at < len(places) and places[at] < sentence.end
