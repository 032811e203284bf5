"""Growth that the text tells, against the amounts of a table: «거래액은 9.4% 감소», operating profit fell by 5.5%."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from factbook.checker.sentences.model import Computed, Figure, Kind, Sentence, moved
from factbook.checker.sentences.recompute import annual_growth, growth
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.find.entries import Entry, named, with_words
from factbook.checker.tables.find.kept import has_slipped
from factbook.quantities.intervals import Interval

#: Percentage points further off than this, it is the growth of something else.
_NEAR = Decimal(15)
#: How many letters behind a percentage may hold its verb.
_BEHIND = 20


def mentioned_growth(sentences: Iterable[Sentence], known: Sequence[Entry]) -> Iterator[Computed]:
    """Each percentage of a sentence with a verb of growth, whose subject and years are a table's."""
    for sentence in sentences:
        for percent, words in with_words(sentence, Kind.PERCENT):
            falls = _direction(sentence, percent, words)
            if falls is not None and not percent.ranged and not WORDS.has("apart", words):
                yield from _claims(sentence, percent, words, known, falls=falls)


def _direction(sentence: Sentence, percent: Figure, before: str) -> bool | None:
    """Whether a percentage is told as a fall (else a rise), by the verb at its side; ``None`` for neither or both."""
    behind = sentence.text[percent.end : percent.end + _BEHIND]
    for words in (behind.partition(",")[0], before[-_BEHIND - 10 :]):
        rises, falls = WORDS.has("rises", words), WORDS.has("falls", words)
        if rises != falls:
            return falls
    return None


def _claims(
    sentence: Sentence, percent: Figure, words: str, known: Sequence[Entry], *, falls: bool
) -> Iterator[Computed]:
    subjects = {one.subject for one in known if one.subject}
    places = [(named(words, subject), len(subject), subject) for subject in subjects]
    end, _, subject = max(places, default=(-1, 0, ""))
    if end < 0:
        return
    by_year: dict[int, set[Figure]] = {}
    for one in known:
        if one.subject == subject:
            by_year.setdefault(one.year, set()).add(one.figure)
    years = _years(sentence, sorted(by_year))
    if years is None or any(len(by_year.get(year, ())) != 1 for year in years):
        return
    (start,), (last,) = (by_year[year] for year in years)
    first, end_of = start.amount.interval, last.amount.interval
    annual = WORDS.has("annual", words) and years[1] - years[0] > 1
    expected = annual_growth(first, end_of, years[1] - years[0]) if annual else growth(first, end_of)
    if expected is None or start.amount.unit != last.amount.unit:
        return
    allowed = percent.amount.interval
    allowed = Interval(-allowed.high, -allowed.low) if falls else allowed
    claim = Computed(
        "growth",
        "table-text-growth",
        (("start", start), ("end", last)),
        moved(percent, sentence.start),
        expected,
        allowed,
        f"({last.text} ÷ {start.text})^(1/{years[1] - years[0]}) − 1" if annual else f"{last.text} ÷ {start.text} − 1",
        words=" ".join(sentence.text.split()),
    )
    if allowed.gap(expected) <= _NEAR or has_slipped(claim):
        yield claim


def _years(sentence: Sentence, known: Sequence[int]) -> tuple[int, int] | None:
    """The years that a growth compares: the two of the sentence, its one and the year before, or the table's two."""
    said = sorted({figure.year for figure in sentence.of_kind(Kind.YEAR) if figure.year is not None})
    if len(said) == 2 and all(year in known for year in said):
        return said[0], said[1]
    if len(said) == 1 and {said[0], said[0] - 1} <= set(known):
        return said[0] - 1, said[0]
    return (known[0], known[1]) if not said and len(known) == 2 else None
