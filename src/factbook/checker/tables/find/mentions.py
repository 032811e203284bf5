"""The text against its tables: the same subject and the same year, in the same unit, with another value.

A sentence names a row by the words of its head and a column by its year. Another value is a finding only where the two
are near enough to be one quantity told badly; further apart they are two quantities.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from factbook.checker.sentences.checking import sentences_with_figures
from factbook.checker.sentences.counts import counted, is_count
from factbook.checker.sentences.model import Computed, Figure, Kind, Sentence, moved
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.find.entries import Entry, named, speaks_of
from factbook.checker.tables.find.kept import has_slipped
from factbook.checker.tables.model import Grid

#: Smaller numbers are told too often to be of a table.
_LEAST = 10
#: Values further apart than this are two quantities.
_NEAR = Decimal("1.3")


def mentions(sentences: Iterable[Sentence], known: Sequence[Entry]) -> Iterator[Computed]:
    """Each amount of a sentence outside the tables that has a counterpart in one of them."""
    for sentence in sentences:
        previous = 0
        for amount in sentence.figures:
            if amount.kind not in (Kind.MONEY, Kind.NUMBER) or abs(amount.amount.value) < _LEAST:
                continue
            if not amount.ranged and not amount.translated:
                found = _counterpart(sentence, amount, previous, known)
                if found is not None:
                    yield _claim(sentence, amount, found)
            previous = amount.end


def outside(text: str, grids: Sequence[Grid]) -> Iterator[Sentence]:
    """The sentences that are no cells, with their counts as amounts."""
    inside = sorted({cell.start for grid in grids for row in grid.rows for cell in row if cell is not None})
    for sentence in sentences_with_figures(text):
        at = bisect_left(inside, sentence.start)
        if at == len(inside) or inside[at] >= sentence.end:
            yield counted(sentence, least=1) or sentence


def _claim(sentence: Sentence, amount: Figure, found: Entry) -> Computed:
    return Computed(
        "equal",
        "table-text",
        (("first", found.figure),),
        moved(amount, sentence.start),
        found.figure.amount.interval,
        amount.amount.interval,
        f"{found.figure.text} ({', '.join(part for part in (found.subject, str(found.year)) if part)})",
        words=" ".join(sentence.text.split()),
    )


def _counterpart(sentence: Sentence, amount: Figure, previous: int, known: Sequence[Entry]) -> Entry | None:
    """The one entry that an amount speaks of: of its year and unit, its subject named last before it, and near."""
    fitting = [one for one in known if one.year == amount.year and _comparable(one.figure, amount)]
    if amount.year is None:
        return _undated(sentence.text[previous : amount.start], sentence, amount, known)
    for start in dict.fromkeys((previous, 0)):
        words = sentence.text[start : amount.start]
        places = [(named(words, one.subject), len(one.subject), one) for one in fitting]
        last = max(((end, length) for end, length, _ in places if end >= 0), default=None)
        if last is not None:
            found = [one for end, length, one in places if (end, length) == last]
            return _the_one(words[last[0] :], amount, found, known)
    alone = [one for one in fitting if one.about and speaks_of(sentence.text, one.about)]
    told = [one for one in alone if has_slipped(_claim(sentence, amount, one)) or _meets(one.figure, amount)]
    return _the_one("", amount, told, known)


def _undated(words: str, sentence: Sentence, amount: Figure, known: Sequence[Entry]) -> Entry | None:
    """The entry of the last year for an amount without a year, where digits that slipped show that it is meant."""
    fitting = [one for one in known if _comparable(one.figure, amount) and named(words, one.subject) >= 0]
    latest = max((one.year for one in fitting), default=0)
    found = [one for one in fitting if one.year == latest]
    told = len({one.subject for one in found}) == 1 and has_slipped(_claim(sentence, amount, found[0]))
    return _the_one(words[named(words, found[0].subject) :], amount, found, known) if told else None


def _the_one(between: str, amount: Figure, found: Sequence[Entry], known: Sequence[Entry]) -> Entry | None:
    """The entry, unless several differ, another year of the subject says the amount, or it is of a part or a plan."""
    if not found or len({one.figure.amount.value for one in found}) > 1:
        return None
    if WORDS.has("apart", between) or WORDS.has("averaged", between):
        return None
    one = found[0]
    if not _meets(one.figure, amount) and any(
        other.subject == one.subject and _comparable(other.figure, amount) and _meets(other.figure, amount)
        for other in known
    ):
        return None
    low, high = sorted((abs(one.figure.amount.value), abs(amount.amount.value)))
    return one if low and high / low <= _NEAR else None


def _meets(one: Figure, other: Figure) -> bool:
    return one.amount.interval.meets(other.amount.interval)


def _comparable(entry: Figure, amount: Figure) -> bool:
    """Whether both are in one unit; counts may be of any noun where the table names none."""
    return entry.amount.unit == amount.amount.unit or (entry.amount.unit == "number" and is_count(amount))
