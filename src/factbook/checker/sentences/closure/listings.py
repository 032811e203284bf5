"""A count with the names that it counts, one by one: Five countries signed: Chile, Peru, Colombia and Ecuador."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factbook.checker.sentences.figures import CUES, RESULTS
from factbook.checker.sentences.model import Computed, Figure, Kind, Sentence
from factbook.checker.sentences.number_words import ENGLISH_WORDS, KOREAN_WORDS, number
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

_COUNT = re.compile(
    rf"\b(?:{ENGLISH_WORDS}|[0-9]{{1,2}})\b(?= [a-z])"
    rf"|(?<![가-힣0-9])(?:(?:{KOREAN_WORDS})(?=[ ][가-힣])|[0-9]{{1,2}}(?=[ ]?[가-힣]))",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: (?:of |the )?[A-Z][\w.’'-]*){0,3}")
_SPLIT = re.compile(r", and |, | and ")
_KOREAN_NAMES = re.compile(r"(?:[가-힣A-Z]{2,8}(?:·|, |,)){1,12}[가-힣A-Z]{2,8}[ ]$")
_FEWEST, _FARTHEST, _REACH = 2, 2, 80


def listed(sentence: Sentence) -> Iterator[Computed]:
    """The count of a sentence that names all it counts and holds no other figure."""
    text = sentence.text.rstrip()
    counts = list(_COUNT.finditer(text))
    if len(counts) != 1 or len(sentence.figures) > 1:
        return
    (match,) = counts
    names = _behind_a_colon(text, match.end()) or _before(text, match)
    stated = number(match[0])
    if len(names) < _FEWEST or stated == len(names) or abs(stated - len(names)) > _FARTHEST:
        return
    amount = Amount(Decimal(stated), "number")
    figure = Figure(match.start(), match.end(), match[0], amount, Kind.NUMBER)
    expected = Interval.point(len(names))
    yield Computed("sum", "listed", (), figure, expected, amount.interval, ", ".join(names), words=text)


def _behind_a_colon(text: str, start: int) -> list[str]:
    """The names behind a colon, where nothing else stands there."""
    colon = text.find(":", start)
    if colon < 0 or CUES.has("partial", text):
        return []
    names = _SPLIT.split(text[colon + 1 :].strip().rstrip("."))
    return names if all(_NAME.fullmatch(name) for name in names) and CUES.has("last_item", text[colon:]) else []


def _before(text: str, match: re.Match[str]) -> list[str]:
    """한빛, 대림, 우성 등 5개사가 참여했으며 다른 회사는 없다: the words say that no other is left."""
    if not RESULTS.has("all_named", text[match.end() :]):
        return []
    found = _KOREAN_NAMES.search(RESULTS.before("and_so_on", text[max(0, match.start() - _REACH) : match.start()]))
    return re.split(r"·|, ?", found[0].strip()) if found else []
