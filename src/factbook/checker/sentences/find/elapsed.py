"""Years told by their distance: 2015년 …, 그로부터 7년 뒤인 2022년; in 2011 …, seven years later, in 2018."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factbook.checker.sentences.figures import CUES, RESULTS
from factbook.checker.sentences.model import Computed, Figure, Kind, Sentence, moved
from factbook.checker.sentences.number_words import ENGLISH_WORDS, KOREAN_WORDS, number
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

_NUMBER = re.compile(
    rf"(?<![\w.,-])(?:[0-9]{{1,2}}|{ENGLISH_WORDS})(?=[ 년해])|(?<![가-힣])(?:{KOREAN_WORDS})(?=[ ]?해)", re.IGNORECASE
)
_COUNT = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?=[a-z주])")
#: An anniversary further off than this is that of another thing.
_FARTHEST = 30
#: The words behind a number of years, and whether the year that follows lies before the other.
_DISTANCES = (("years_later", False), ("years_to", False), ("years_earlier", True), ("years_after", True))


def elapsed(sentence: Sentence, previous: Sentence | None) -> Iterator[Computed]:
    """Each year told by its distance from another, with that other."""
    years = sentence.of_kind(Kind.YEAR)
    yield from _anniversaries(sentence, years)
    by_start = {one.start: one for one in years}
    for match in _NUMBER.finditer(sentence.text) if years else ():
        told = _distance(sentence.text, match.end())
        stated = by_start.get(told[0]) if told else None
        if stated is None or told is None or CUES.begins("year_names", sentence.text[stated.end :][:16]):
            continue
        apart = -number(match[0]) if told[1] else number(match[0])
        earlier = [one for one in years if one.end <= match.start()]
        # With one year before it, that is the one: 1998년 첫 삽을 뜬 … 27년 만인 2025년.
        anchors = _anchors(sentence.text, earlier) or (earlier if len(years) == 2 else [])
        if not anchors and previous is not None and previous.paragraph == sentence.paragraph:
            back = previous.start - sentence.start
            opens = CUES.begins("since_then", sentence.text.lstrip())
            named = _anchors(previous.text, previous.of_kind(Kind.YEAR)) if opens else []
            anchors = [moved(one, back) for one in named]
        if len({one.year for one in anchors}) == 1:
            # The first and the last year may both count: 2016년에 시작해 3년 만인 2018년에.
            both = CUES.begins("years_to", sentence.text[match.end() :])
            yield _claim(anchors[-1], stated, apart, loose=both)


def _anniversaries(sentence: Sentence, years: Sequence[Figure]) -> Iterator[Computed]:
    """Founded in 1974 … its 60th anniversary in 2024: two years, and how often the first came round."""
    for match in _COUNT.finditer(sentence.text) if len(years) == 2 else ():
        if not RESULTS.begins("anniversary", sentence.text[match.end() : match.end() + 16]):
            continue
        if not RESULTS.ends("founding", sentence.text[max(0, match.start() - 12) : match.start()]):
            continue
        first, last = sorted((one.year or 0) for one in years)
        apart = int(match[0])
        expected = Interval.point(last - first)
        figure = Figure(*match.span(), match[0], Amount(Decimal(apart), "number"), Kind.NUMBER)
        allowed = Interval(Decimal(apart - 1), Decimal(apart + 1))
        if abs(apart - (last - first)) <= _FARTHEST:
            operands = (("year", years[0]), ("year", years[1]))
            yield Computed("equal", "years", operands, figure, expected, allowed, f"{last} − {first}")


def _distance(text: str, end: int) -> tuple[int, bool] | None:
    """Where the year begins that the words behind a number of years lead to, and whether it lies before."""
    for cue, back in _DISTANCES:
        if match := CUES.match(cue, text, end):
            return match.end(), back
    return None


def _anchors(text: str, years: Sequence[Figure]) -> list[Figure]:
    """The years in which something happened, not those that name a report or a budget."""
    return [one for one in years if CUES.ends("in_year_before", text[max(0, one.start - 16) : one.start])] or [
        one for one in years if CUES.begins("in_year_after", text[one.end - 1 : one.end + 12])
    ]


def _claim(anchor: Figure, stated: Figure, apart: int, *, loose: bool) -> Computed:
    """Whole years are exact; between two days or months of the calendar lies a year more or less."""
    then = Interval.point((anchor.year or 0) + apart)
    units = {anchor.amount.unit, stated.amount.unit}
    slack = int(loose or units != {"year"})
    year = Decimal(stated.year or 0)
    allowed = Interval(year - slack, year + slack)
    sign = "−" if apart < 0 else "+"
    operands = (("year", anchor),)
    return Computed("equal", "years", operands, stated, then, allowed, f"{anchor.year} {sign} {abs(apart)}")
