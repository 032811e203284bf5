"""What tables say, as a text would refer to it: each amount with its subject and its year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factbook.checker.sentences.model import Figure, Kind, Sentence
from factbook.checker.tables.find.changes import of_one_period
from factbook.checker.tables.model import DERIVED, Sheet
from factbook.checker.tables.units import without_units

_LETTERS = re.compile(r"[가-힣A-Za-z]{2,}")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
#: Letters that two words share at least to be forms of one: installed, installations.
_STEM = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """An amount of a table. ``subject`` is the head that is no year; empty where the table has one subject only, and
    ``about`` is then what its head says.
    """

    subject: str
    figure: Figure
    year: int
    about: str = ""


def entries(sheets: Sequence[Sheet]) -> list[Entry]:
    """The amounts of all tables that have a year, by a head or by the title."""
    return [entry for sheet in sheets for side in (sheet, sheet.transposed()) for entry in _of(side)]


def _of(side: Sheet) -> Iterator[Entry]:
    titled = _year_of_title(side)
    rows = [row for row, head in enumerate(side.rows) if any(side.figures[row]) and head.role not in DERIVED]
    alike = of_one_period([one for one in side.columns if one.years and one.role not in DERIVED])
    columns = [index for index, head in enumerate(side.columns) if side.column(index) and head.role not in DERIVED]
    for index in columns:
        head = side.columns[index]
        year = head.years[0] if len(head.years) == 1 and (alike or not head.period) else titled
        if year is None or (year == titled and not head.years and len(columns) > 1):
            continue
        for row in rows:
            figure = side.figures[row][index]
            if figure is None or figure.kind is not Kind.MONEY or side.rows[row].years:
                continue
            subject = without_units(side.rows[row].label)
            about = side.rows[row].label if len(rows) == 1 and head.years else ""
            if _LETTERS.search(subject) or about:
                yield Entry(subject, figure, year, about)


def _year_of_title(sheet: Sheet) -> int | None:
    """The one year that the lines above a table name, where none of its heads names any."""
    if any(one.years or one.period for one in (*sheet.rows, *sheet.columns)):
        return None
    years = set(_YEAR.findall(" ".join(sheet.around)))
    return int(years.pop()) if len(years) == 1 else None


def with_words(sentence: Sentence, kind: Kind) -> Iterator[tuple[Figure, str]]:
    """The figures of a kind, each with the words of the sentence since the one before."""
    previous = 0
    for figure in sentence.of_kind(kind):
        yield figure, sentence.text[previous : figure.start]
        previous = figure.end


def named(text: str, subject: str) -> int:
    """Where the last mention of a subject in a text ends, or -1."""
    last = -1
    for match in re.finditer(rf"(?<![가-힣a-z]){re.escape(subject)}", text.lower()) if subject else ():
        last = match.end()
    return last


def speaks_of(text: str, about: str) -> bool:
    """Whether a text and a title share a word, in any of its forms."""
    ours, theirs = ({word.lower()[:_STEM] for word in _LETTERS.findall(one)} for one in (text, about))
    return any(len(word) == _STEM or not word.isascii() for word in ours & theirs)
