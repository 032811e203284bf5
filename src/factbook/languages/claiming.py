"""Words that claim something of numbers: how many, how many times, larger or smaller, the first of all, in agreement.

One lexicon a language. :func:`read` finds what words claim; whether it is so is for :mod:`factbook.facts.claims` to
compute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from types import MappingProxyType


class Sense(Enum):
    """What words say of one or more numbers."""

    NUMBER = "a number"
    MORE = "more"
    LESS = "less"
    HIGHEST = "the highest"
    LOWEST = "the lowest"
    HOLDS = "in agreement"
    FAILS = "not in agreement"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sense; where it is a number, between ``low`` and ``high``, or exactly ``number`` where these are ``None``."""

    sense: Sense
    number: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True)
class _Lexicon:
    """The words of a language. ``numbers`` are tried in their order; around one may stand what makes it rough."""

    numbers: Mapping[str, Decimal]
    nearly: tuple[str, str]
    over: tuple[str, str]
    under: tuple[str, str]
    about: tuple[str, str]
    senses: Mapping[Sense, str]
    negation: str
    #: What stands between two years that are named with all those between them.
    year_to_year: str
    edges: tuple[str, str]
    #: Numbers and judgements on numbers that a text must not type, since they are the data's to say.
    refused_numbers: str
    refused_verdicts: str


_HALF, _THIRD, _QUARTER = Decimal(1) / 2, Decimal(1) / 3, Decimal(1) / 4
_EN_CARDINALS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_KO_COUNTERS = ["두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"]
_KO_ALONE = ["둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열"]


def _english() -> _Lexicon:
    fractions = {
        "three[ -]quarters": 3 * _QUARTER,
        "two[ -]thirds": 2 * _THIRD,
        "(?:a|one)[ -]quarter": _QUARTER,
        "(?:a|one)[ -]third": _THIRD,
        "half a dozen": Decimal(6),
        "half": _HALF,
    }
    times = {f"{word}(?:fold| times)": Decimal(number) for number, word in enumerate(_EN_CARDINALS, 2)}
    multiples = {"twice|doubl(?:e[sd]?|ing)": Decimal(2), "tripl(?:e[sd]?|ing)": Decimal(3)}
    cardinals = {word: Decimal(number) for number, word in enumerate(_EN_CARDINALS, 2)}
    return _Lexicon(
        numbers=fractions | times | multiples | {"a dozen": Decimal(12)} | cardinals,
        nearly=(r"(?:nearly|almost|just under|close to) ", ""),
        over=(r"(?:more than|over|above) ", ""),
        under=(r"(?:less than|fewer than|under|below) ", ""),
        about=(r"(?:about|around|roughly|some) ", ""),
        senses={
            Sense.HIGHEST: "highest|largest|greatest|biggest|most|longest|leads?|leading|latest",
            Sense.LOWEST: "lowest|smallest|least|fewest|shortest|earliest",
            Sense.MORE: "more|larger|greater|higher|bigger|longer|later|above|exceeds?|outnumbers?|over",
            Sense.LESS: "less|fewer|smaller|lower|shorter|earlier|below|under",
            Sense.FAILS: "disagrees?|contradicts?|conflicts?|inconsistent|wrong|differs?",
            Sense.HOLDS: "agrees?|fits?|holds?|match(?:es)?|consistent|adds? up|overlaps?|right|correct",
            Sense.BETWEEN: "in between|between",
        },
        negation=r"not|never|no|cannot|don’t|doesn’t|nor|neither",
        year_to_year=" to | through |–",
        edges=(r"(?<![\w-])", r"(?![\w-])"),
        refused_verdicts=(
            "(?:high|low|larg|small|great|bigg|long|short|earli|lat|few)est|agrees?|disagrees?|fits?|contradicts?|overlaps?"
            "|inconsistent|consistent|right|wrong"
        ),
        refused_numbers=(
            rf"(?:{'|'.join(_EN_CARDINALS[1:])})(?:fold)?|half|halves|twice|twofold|doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)"
            r"|(?:one|two) thirds?|a third|(?:a|one) quarter|dozens?"
        ),
    )


def _korean() -> _Lexicon:
    counters = {f"{word}(?= ?[가-힣])": Decimal(number) for number, word in enumerate(_KO_COUNTERS, 2)}
    alone = {word: Decimal(number) for number, word in enumerate(_KO_ALONE, 2)}
    return _Lexicon(
        numbers={"과반|절반|반": _HALF} | alone | counters,
        nearly=("거의 ", ""),
        over=("", r"(?: ?배)?(?:이|가|을|를)? ?(?:넘|웃돌|이상|초과)"),
        under=("", r"(?: ?배)?(?:에)? ?(?:못 미|미만|밑돌|모자라)"),
        about=("(?:약|대략) ", ""),
        senses={
            Sense.HIGHEST: "가장 (?:크|큰|큽|높|많|길|긴|늦|앞서|앞선)|최대|최고",
            Sense.LOWEST: "가장 (?:작|낮|적|짧|이르|이른)|최소|최저",
            Sense.MORE: "(?<!가장 )(?:더 )?(?:크|큰|큽|커|컸|높|많|길|긴|늦|웃돌|넘)",
            Sense.LESS: "(?<!가장 )(?:더 )?(?:작|적(?=[다은습어으])|낮|짧|이르|이른|밑돌)",
            Sense.FAILS: "어긋|모순|다르|다릅|틀리|틀립|틀린",
            Sense.HOLDS: "맞(?=[다습는지고으아았게])|일치|겹치|겹칩|겹친|들어맞",
            Sense.BETWEEN: "사이",
        },
        negation="않|못|없|아니",
        year_to_year="년?(?:부터|에서|~) ?",
        edges=("(?<![가-힣])", ""),
        refused_verdicts=(
            "가장 (?:크|큰|큽|높|많|길|긴|늦|작|낮|적[다은습어으]|짧|이르|이른)|최대|최고|최소|최저"
            "|맞(?:[다습는지았]|고(?= )|게)|어긋|모순|일치(?!도)|겹[치칩친]"
        ),
        refused_numbers=(
            r"(?:세|네|다섯|여섯|일곱|여덟|아홉) (?=[가-힣])"
            r"|(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?배(?![가-힣경치])"
            r"|(?:셋|넷|다섯|여섯|일곱|여덟|아홉)(?=[은이을의로,. ]|$)|절반|과반"
        ),
    )


_LEXICONS: Mapping[str, _Lexicon] = MappingProxyType({"en": _english(), "ko": _korean()})
_YEAR = r"(?:19|20)\d\d"
#: "Nearly" and "about" reach so far, as parts of the number.
_ROUGHLY = Decimal(1) / 10


def read(words: str, language: str) -> tuple[Meaning, ...]:
    """Everything that ``words`` claim; nothing where they claim nothing that can be computed."""
    lexicon = _LEXICONS[language]
    number, rest = _number(words, lexicon)
    senses = list(_senses(rest, lexicon))
    return (*([number] if number else []), *(Meaning(sense) for sense in dict.fromkeys(senses)))


def years(words: str, language: str) -> frozenset[int]:
    """Every year that ``words`` name, one by one or from one to another."""
    to = _LEXICONS[language].year_to_year
    spans = re.finditer(rf"(?<!\d)(?P<from>{_YEAR})(?:(?:{to})(?P<to>{_YEAR}))?(?!\d)", words)
    return frozenset(year for span in spans for year in range(int(span["from"]), int(span["to"] or span["from"]) + 1))


def spelled(text: str, language: str) -> Iterator[Decimal]:
    """Every number that ``text`` has in words, whole or a fraction."""
    lexicon = _LEXICONS[language]
    for pattern, number in lexicon.numbers.items():
        if re.search(f"{lexicon.edges[0]}(?:{pattern}){lexicon.edges[1]}", text, re.IGNORECASE):
            yield number


def typed(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Numbers spelled out in ``text``, where each begins. The least of all, one and two, are words like others."""
    lexicon = _LEXICONS[language]
    for match in re.finditer(f"{lexicon.edges[0]}(?:{lexicon.refused_numbers}){lexicon.edges[1]}", text, re.IGNORECASE):
        yield match.start(), match[0].strip()


def judged(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Superlatives and verdicts in ``text``, where each begins."""
    lexicon = _LEXICONS[language]
    for match in re.finditer(
        f"{lexicon.edges[0]}(?:{lexicon.refused_verdicts}){lexicon.edges[1]}", text, re.IGNORECASE
    ):
        yield match.start(), match[0]


def _number(words: str, lexicon: _Lexicon) -> tuple[Meaning | None, str]:
    """The first number that ``words`` name, and the words without it and what stands around it."""
    for pattern, number in lexicon.numbers.items():
        exact = f"{lexicon.edges[0]}(?:{pattern}){lexicon.edges[1]}"
        if not re.search(exact, words, re.IGNORECASE):
            continue
        roughly = number * _ROUGHLY
        for around, low, high in (
            (lexicon.nearly, number - roughly, number),
            (lexicon.over, number, Decimal("Infinity")),
            (lexicon.under, Decimal(0), number),
            (lexicon.about, number - roughly, number + roughly),
        ):
            if found := re.search(f"{around[0]}{exact}{around[1]}", words, re.IGNORECASE):
                return Meaning(Sense.NUMBER, number, low, high), words[: found.start()] + words[found.end() :]
        return Meaning(Sense.NUMBER, number), re.sub(exact, "", words, count=1, flags=re.IGNORECASE)
    return None, words


def _senses(words: str, lexicon: _Lexicon) -> Iterator[Sense]:
    before, after = lexicon.edges
    is_negated = bool(re.search(f"{lexicon.edges[1] and before}(?:{lexicon.negation}){after}", words, re.IGNORECASE))
    for sense, pattern in lexicon.senses.items():
        if re.search(f"{before}(?:{pattern}){after}", words, re.IGNORECASE):
            yield _OPPOSITE[sense] if is_negated and sense in _OPPOSITE else sense


#: What "not" makes of a verdict; it makes no other sense out of the others.
_OPPOSITE: Mapping[Sense, Sense] = MappingProxyType({Sense.HOLDS: Sense.FAILS, Sense.FAILS: Sense.HOLDS})
