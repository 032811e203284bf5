"""Words that say which of two amounts is the larger, and of when an amount is: one set a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Direction(Enum):
    """Where a second amount lies from a first."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class Comparing:
    """How a language compares amounts and names times.

    ``span`` is what stands between two amounts that something goes from and to, ``span_before`` what stands before the
    first. ``before`` and ``after`` find the verb of such a sentence, by direction; a range goes up. The words beside an
    amount by which one thing differs from another are ``difference_before`` and ``difference_after``. ``falls`` finds
    that the name of an amount calls it a fall. ``year_before`` and ``year_after`` are years that touch an amount,
    ``year_alone`` the one year that a head names, ``year_first`` the one that a sentence begins with. ``range`` finds
    words that call amounts a range. ``no_hedges`` are words and signs that hedge some amounts, and beside others tell
    of time, of a sum, of a comparison or of a range. ``lowest`` and ``highest`` find words that call an amount an end
    of a range.
    """

    span: re.Pattern[str]
    span_before: re.Pattern[str]
    before: Mapping[Direction, re.Pattern[str]]
    after: Mapping[Direction, re.Pattern[str]]
    difference_before: Mapping[Direction, re.Pattern[str]]
    difference_after: Mapping[Direction, re.Pattern[str]]
    falls: re.Pattern[str]
    months: re.Pattern[str]
    years: re.Pattern[str]
    year_before: re.Pattern[str]
    year_after: re.Pattern[str]
    year_alone: re.Pattern[str]
    year_first: re.Pattern[str]
    range: re.Pattern[str]
    lowest: re.Pattern[str]
    highest: re.Pattern[str]
    no_hedges: frozenset[str]


_NOWHERE = re.compile(r"(?!)")
_NEITHER: Mapping[Direction, re.Pattern[str]] = {Direction.UP: _NOWHERE, Direction.DOWN: _NOWHERE}
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d\d)"

ENGLISH = Comparing(
    span=re.compile(r"\)?(?: in \d{4}| for \d{4})? to (?:the |about |at least )?"),
    span_before=re.compile(r"\bfrom $"),
    before={
        Direction.UP: re.compile(
            r"\b(?:grows?|grew|grown|growing|rises?|rose|risen|rising|increases?|increased|climbs?|climbed|widens?|"
            r"ranges?|ranged|anything|any \w+) (?:\w+ )?from $"
        ),
        Direction.DOWN: re.compile(
            r"\b(?:falls?|fell|fallen|falling|drops?|dropped|declines?|declined|decreases?|decreased|shrinks?|shrank|"
            r"shrunk|narrows?|narrowed) (?:\w+ )?from $|\b(?:the|its|a) share (?:\w+ ){0,5}slips from $"
        ),
    },
    after=_NEITHER,
    difference_before={
        Direction.UP: re.compile(r"\b(?:rise|increase|growth) of (?:about )?$"),
        Direction.DOWN: re.compile(r"\b(?:reduction|fall|drop|decrease|decline) of (?:about )?$"),
    },
    difference_after={
        Direction.UP: re.compile(r" (?:more|higher|longer|larger|greater|later)\b"),
        Direction.DOWN: re.compile(r" (?:less|lower|shorter|smaller|fewer|earlier)\b"),
    },
    falls=re.compile(r"\b(?:[Rr]eduction|[Ff]all|[Dd]rop|[Dd]ecrease)\b"),
    months=re.compile(rf"\b(?:{_MONTHS}) (?:19|20)\d\d"),
    years=re.compile(rf"{_YEAR}(?!\d| edition)"),
    year_before=re.compile(
        rf"\b(?:[Ii]n|for) {_YEAR},? (?:(?:would |will |must )?(?:be|is|was|comes to|came to) )?(?:only )?$"
    ),
    year_after=re.compile(rf"^\)?,? (?:a year )?(?:in|for) {_YEAR}(?!\d)"),
    year_alone=re.compile(rf"^(?:[^\d]*,? )?{_YEAR}$"),
    year_first=re.compile(rf"^In {_YEAR}(?!\d)"),
    range=re.compile(
        r"\b(?:ranges?|any|anything|anywhere|allow(?:s|ed)?|within|between|from|may|might|could|stands? for)\b"
    ),
    lowest=re.compile(r"\b(?:lowest|smallest|least|lower (?:bound|end|limit)|minimum)\b"),
    highest=re.compile(r"\b(?:highest|largest|most|upper (?:bound|end|limit)|maximum)\b"),
    no_hedges=frozenset({"up to", "below"}),
)

KOREAN = Comparing(
    span=re.compile(r"(?:\([^()]*\)|\))?에서 (?:\d{4}년(?: 말)? )?(?:약 )?"),
    span_before=re.compile(r""),
    before=_NEITHER,
    after={
        Direction.UP: re.compile(
            r"^.{0,24}?(?:커[지진졌질]|늘[어었]|늘리|오르|오른|올[라랐]|성장|증가|높아|상승|벌어|이른다|이르)"
        ),
        Direction.DOWN: re.compile(r"^.{0,24}?(?:줄[어었]|낮아|감소|작아|내리|내[려렸]|떨어|하락)"),
    },
    difference_before=_NEITHER,
    difference_after={
        Direction.UP: re.compile(r"^ ?(?:만큼 )?(?:더 )?(?:크|큽|큰|커|높|많|올[라랐]|늘|길[어었]?|깁|상승|증가)"),
        Direction.DOWN: re.compile(r"^ ?(?:만큼 )?(?:더 )?(?:작|낮|적[다은습]|짧|줄|내[려렸]|떨어|하락|감소)"),
    },
    falls=re.compile("감소|단축"),
    months=re.compile(r"(?:19|20)\d\d년 \d{1,2}월"),
    years=re.compile(rf"{_YEAR}(?=년(?!판))"),
    year_before=re.compile(rf"{_YEAR}년(?:에|의|에는|엔|에만)? ?$"),
    year_after=_NOWHERE,
    year_alone=re.compile(rf"^(?:[^\d]*,? )?{_YEAR}년$"),
    year_first=re.compile(rf"^{_YEAR}년에는? "),
    range=re.compile("범위|사이|어느|허용|벌어|까지"),
    lowest=re.compile("가장 (?:작은|낮은|적은)|하한|최솟값|최소|최저"),
    highest=re.compile("가장 (?:큰|높은|많은)|상한|최댓값|최대|최고"),
    no_hedges=frozenset({"~"}),
)

OF: Mapping[str, Comparing] = {"ko": KOREAN, "en": ENGLISH}
