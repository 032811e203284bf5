"""Which typed numbers need no fact, by the words around them: names, editions, sections of the report, the calendar.

The chapters are read with these rules before a build, the pages after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, cached_property

from factbook.checks.manuscript import own
from factbook.data.layout import Layout
from factbook.data.units import load_units
from factbook.editions import records


class Excuse(Enum):
    """Why a typed number states no quantity."""

    NAME = auto()
    SECTION = auto()
    YEAR = auto()
    DATE = auto()


#: What counts or scales the digits of a name, and so makes a number of them.
_SCALED = r"\s?(?:%|명|건|편|종|곳|개|가지|배|만\s?(?:원|달러|명|건)|억|조|times|percent|thousand|[mbtr]+illion)"
#: A number ends here: neither more digits nor a decimal point follow.
_END = r"(?!\d|\.\d)"
#: What makes a length of time of a Korean year, or a number of things of a bare one.
_LENGTH = re.compile(r"\s?(?:간|째|치|어치|짜리)")
_HANGUL = re.compile(r"\s?[가-힣]")
_WORDS = re.compile(r"\s(?P<first>[A-Za-z-]+)(?:\s(?P<second>[A-Za-z-]+))?")
_ATTRIBUTIVE = re.compile(r"(?:\b(?:the|this|that|these|those|its|their|a)|’s|s’)\s$", re.IGNORECASE)
_VERBS = """
    agrees begins brings comes covers depends differs does ends equals exceeds excludes falls fits follows gives goes
    grows has holds implies includes is keeps leads leaves lies makes marks means narrows needs prints puts reaches
    remains rests rises says seems shows stands starts takes tells turns was
"""
_OTHERS = "always as its perhaps plus this thus us versus"
#: Words in -s after a year that are no plurals: verbs of a sentence whose subject ends with the year, and others.
_NO_PLURALS = frozenset(f"{_VERBS} {_OTHERS}".split())
_FUNCTION_WORDS = """
    a all and any are at because but by cannot could each every for from had have if in many may might more most no of
    on only or other over should some than that the their these they to two under were what when where which while will
    with within would
"""
#: Words that may stand between a year and a noun that it does not count.
_NO_ADJECTIVES = _NO_PLURALS | frozenset(_FUNCTION_WORDS.split())
_COUNTABLE = "billion children dollars euros men mice million people percent staff trillion women won"
#: Nouns for things that are counted, beside those of units.csv.
_PLURALS = frozenset(_COUNTABLE.split())


@dataclass(frozen=True)
class Excuses:
    """The rules of one book: the ``editions`` that it has, and the ``nouns`` of the units that it counts in."""

    editions: frozenset[str]
    nouns: frozenset[str]

    def spans(self, text: str) -> Iterator[tuple[int, int, Excuse]]:
        """Yield start and end of each part of ``text`` whose digits belong to a name or a section of the report."""
        declared = own.at_hand()
        for pattern in (_names(declared.names), self._edition):
            for match in pattern.finditer(text) if pattern else ():
                yield *match.span(), Excuse.NAME
        for pattern in _sections(tuple(declared.sections)):
            for match in pattern.finditer(text):
                if match["section"] is None or match["section"] in declared.sections[match["chapter"]]:
                    yield *match.span(), Excuse.SECTION

    def calendar(self, unit: str, before: str, written: str, after: str) -> Excuse | None:
        """Return why a figure in ``unit``, ``written`` so between two texts, is a year or a date, if it is."""
        if unit == "year":
            return None if self._is_count(before, written, after) else Excuse.YEAR
        return Excuse.DATE if unit in ("month", "date") else None

    @cached_property
    def _edition(self) -> re.Pattern[str] | None:
        forms = (rf"{name[:4]}(?:[- ]Q{name[-1]}|년 {name[-1]}분기)" for name in sorted(self.editions))
        return re.compile("|".join(forms)) if self.editions else None

    def _is_count(self, before: str, written: str, after: str) -> bool:
        """Whether four digits count what follows: 2030명, 2030 patients, 2030 Korean patients."""
        if written.endswith("년"):
            return bool(_LENGTH.match(after))
        if _HANGUL.match(after):
            return True
        words = _WORDS.match(after)
        if not words:
            return False
        first, second = words["first"].lower(), (words["second"] or "").lower()
        nouns = self.nouns | _PLURALS
        if first in nouns or (second in nouns and first not in _NO_ADJECTIVES):
            return True
        return words["first"].islower() and _is_plural(first) and not _ATTRIBUTIVE.search(before)


def of(layout: Layout) -> Excuses:
    """Return the rules of a book. Raises :class:`~factbook.problems.ProblemError` where its tables cannot be read."""
    editions = {edition.name for edition in records.read(layout)} | ({layout.edition} if layout.edition else set())
    return Excuses(frozenset(editions), frozenset(_nouns(layout)))


def _nouns(layout: Layout) -> Iterator[str]:
    """The nouns of the units in English: «studies» of clinical studies, «messages» of messages a minute."""
    for unit in load_units(layout.package).values():
        if unit.noun:
            yield unit.noun.en_many.split(" a ")[0].split()[-1]


@cache
def _names(names: tuple[str, ...]) -> re.Pattern[str] | None:
    one = "|".join(f"(?:{name})" for name in names)
    return re.compile(rf"(?:{one})(?![0-9]|[.,][0-9]|{_SCALED})") if names else None


@cache
def _sections(chapters: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """A section of the report in each language; «보고서» stands before, since «45장» alone may be 45 sheets."""
    if not chapters:
        return ()
    one = "|".join(chapters)
    return (
        re.compile(rf"보고서\s(?P<chapter>{one})장(?:\s(?P<section>\d)절)?(?:(?:이나|과|,)\s(?:{one})장)*"),
        re.compile(
            rf"\b[Cc]hapters?\s(?P<chapter>{one}){_END}(?:,\ssection\s(?P<section>\d){_END})?"
            rf"(?:(?:,|,? and|,? or)\s(?:chapter\s)?(?:{one}){_END})*"
        ),
    )


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and word not in _NO_PLURALS
