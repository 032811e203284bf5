"""The figures of a window of text by what they measure: money, counts, percentages, lengths of time, multiples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from factbook.checker.sentences.counts import PEOPLE
from factbook.checker.sentences.figures import CUES, RESULTS
from factbook.checker.sentences.find.multiples import multiples_of
from factbook.checker.sentences.find.ratios import RATIO
from factbook.checker.sentences.fraction_words import fractions_in_words
from factbook.checker.sentences.model import Figure, Kind, Sentence
from factbook.checker.sentences.number_words import ENGLISH_WORDS, KOREAN_WORDS, number
from factbook.checker.sentences.unit_words import AGES, DAYS, NUMBER_WORD, PEOPLE_WORDS, TIME_UNITS
from factbook.quantities.amounts import Amount

#: How much of the words around a figure is looked at, in characters.
_BEFORE, _AFTER = 44, 30
#: Windows with more figures than this are tables or lists.
MOST_TERMS = 12
_STOP = re.compile(r"[.!?][)\"'”’]?\s|;|\n")
_IN_WORDS = re.compile(
    rf"(?<![\w.,-])(?:(?P<article>an? )?dozen|(?P<word>{ENGLISH_WORDS}))(?=[ -][a-z])"
    rf"|(?<![가-힣])(?P<korean>{KOREAN_WORDS})(?=[ ][가-힣])",
    re.IGNORECASE,
)
_INDAYS = re.compile(rf"(?<![가-힣])(?:{'|'.join(DAYS)})(?=간|[ ]?동안|[ ]만에|[ ]사이|[ ]내내)")
#: The unit of a number that nothing names.
BARE = "number"


@dataclass(frozen=True)
class Window:
    """A sentence, or two neighbouring ones, with its figures by type; positions count from ``start`` of the text.

    ``seam`` is where the second sentence begins, 0 where there is one.
    """

    text: str
    start: int
    terms: tuple[Figure, ...]
    seam: int
    rates: tuple[Figure, ...]

    def before(self, figure: Figure) -> str:
        """The words before a figure, from the one before it on."""
        left = max([figure.start - _BEFORE, 0, *(one.end for one in self.terms if one.end <= figure.start)])
        return _STOP.split(self.text[left : figure.start])[-1]

    def after(self, figure: Figure) -> str:
        """The words behind a figure, up to the next one."""
        right = min([figure.end + _AFTER, *(one.start for one in self.terms if one.start >= figure.end)])
        return _STOP.split(self.text[figure.end : right])[0]

    def near(self, figure: Figure, cue: str) -> bool:
        """Whether a result word stands around a figure."""
        return RESULTS.has(f"{cue}_before", self.before(figure)) or RESULTS.has(f"{cue}_after", self.after(figure))

    def parted(self, stated: Figure, *operands: Figure, changed: bool = True) -> bool:
        """Whether a new subject or clause stands between a figure and its operands: the nearest one to each side."""
        left = [one.end for one in operands if one.end <= stated.start]
        right = [one.start for one in operands if one.start >= stated.end]
        gaps = [self.text[max(left) : stated.start]] if left else []
        if right:
            # A change told before what changed belongs to the clause of all its operands.
            gaps.append(self.text[stated.end : max(right) if changed and not left else min(right)])
        return any(RESULTS.has("new_subject", gap) or CUES.has("new_clause", gap) for gap in gaps)

    def planned(self, figure: Figure) -> bool:
        """Whether a figure is a plan, a limit or a forecast."""
        words = f"{self.before(figure)}|{self.after(figure)}"
        return RESULTS.has("forecast", words)

    def of_unit(self, figure: Figure) -> list[Figure]:
        """The other figures that measure what a figure does."""
        return [one for one in self.quantities if one is not figure and like(one, figure)]

    @cached_property
    def quantities(self) -> list[Figure]:
        """Amounts, counts and measures."""
        return [
            one
            for one in self.terms
            if (one.kind is Kind.MONEY and one.amount.unit != "times")
            or (one.kind is Kind.DURATION and one.amount.unit != "year")
        ]

    @cached_property
    def counts(self) -> list[Figure]:
        """Counts, of things or of units of time."""
        return [one for one in self.terms if one.kind is Kind.DURATION or is_counted(one)]

    @cached_property
    def percents(self) -> list[Figure]:
        return [one for one in self.terms if one.kind is Kind.PERCENT]


def is_counted(figure: Figure) -> bool:
    """Whether a quantity is a count or a measure, not money."""
    return figure.kind is Kind.MONEY and not figure.amount.unit.isupper()


def likes(figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Each two of some figures that may measure one quantity, the larger first."""
    return [(large, small) for large, small in pairs(figures) if like(large, small)]


def like(one: Figure, other: Figure) -> bool:
    """Whether two figures may measure one quantity: a bare number goes with any count."""
    if one.kind is not other.kind:
        return False
    if _singular(one.amount.unit) == _singular(other.amount.unit):
        return True
    return is_counted(one) and is_counted(other) and BARE in (one.amount.unit, other.amount.unit)


def window(sentences: Sequence[Sentence], typed_of: Sequence[Sequence[Figure]], text: str) -> Window | None:
    """The figures of one or two sentences, which ``typed_of`` holds; ``None`` where they are too few or too many."""
    if not 1 < sum(map(len, typed_of)) <= MOST_TERMS or not all(typed_of):
        return None
    start = sentences[0].start
    told = text[start : sentences[-1].end]
    terms: list[Figure] = []
    for sentence, figures in zip(sentences, typed_of, strict=True):
        terms += [_moved(one, sentence.start - start) for one in figures]
    rates = [_moved(one, part.start - start) for part in sentences for one in part.of_kind(Kind.RATE)]
    return Window(told, start, tuple(terms), sentences[-1].start - start, tuple(rates))


def _moved(figure: Figure, by: int) -> Figure:
    return replace(figure, start=figure.start + by, end=figure.end + by) if by else figure


def typed(sentence: Sentence) -> tuple[Figure, ...]:
    """The figures of a sentence, its counts read, with those in words."""
    text = sentence.text
    if len(sentence.figures) > 2 * MOST_TERMS:
        return ()
    worded = NUMBER_WORD.search(text) is not None
    fractions = [one.figure(sentence) for one in fractions_in_words(text)] if worded else []
    multiples = [replace(one, amount=replace(one.amount, unit="times")) for one in multiples_of(sentence)]
    found = [*multiples, *fractions]
    ratios = [match.span() for match in RATIO.finditer(text) if _is_ratio(text, match)]
    for figure in sentence.figures:
        if figure.translated or _inside(figure, found) or any(a <= figure.start < b for a, b in ratios):
            continue
        if (typed_one := _typed(figure, text)) is not None:
            found.append(typed_one)
    for match in _IN_WORDS.finditer(text) if worded else ():
        value = number((match["word"] or match["korean"] or "dozen").lower())
        figure = Figure(match.start(), match.end(), match[0], Amount(Decimal(value), BARE), Kind.NUMBER)
        if (
            not _inside(figure, found)
            and (typed_one := _typed(figure, text))
            and (typed_one.end > figure.end or _counts_alone(text, figure))
        ):
            found.append(typed_one)
    for match in _INDAYS.finditer(text):
        amount = Amount(Decimal(DAYS[match[0]]), "day")
        found.append(Figure(match.start(), match.end(), match[0], amount, Kind.DURATION))
    return tuple(sorted(found, key=lambda one: one.start))


def _is_ratio(text: str, match: re.Match[str]) -> bool:
    """Whether two numbers are a ratio, rather than two results (214 to 187)."""
    around = text[max(0, match.start() - 32) : match.end() + 12]
    return CUES.fills("ratio_gap", match["gap"]) and (":" in match["gap"] or CUES.has("ratio", around))


def _counts_alone(text: str, figure: Figure) -> bool:
    """Whether a number in words counts without a noun: seven voted no, the other six, eight of them."""
    behind, before = text[figure.end : figure.end + 24], text[max(0, figure.start - 12) : figure.start]
    return (
        CUES.begins("verb_after", behind)
        or CUES.begins("counts_again_after", behind)
        or RESULTS.begins("of_whole", behind)
        or RESULTS.ends("rest_before", before)
    )


def _inside(figure: Figure, found: Sequence[Figure]) -> bool:
    return any(one.start < figure.end and figure.start < one.end for one in found)


def _typed(figure: Figure, text: str) -> Figure | None:
    """A figure with the unit that the words behind it name; ``None`` for a label, an ordinal, a date, a rate."""
    if figure.kind in (Kind.YEAR, Kind.RATE) or _is_label(figure, text):
        return None
    if figure.kind is Kind.MONEY and (is_counted(figure) or _NO_CURRENCY.fullmatch(figure.text)):
        if is_counted(figure):
            return replace(figure, amount=replace(figure.amount, unit=_noun(figure.amount.unit)))
        if match := RESULTS.match("unit", text, figure.end):
            unit = _noun(match[0])
            return replace(figure, end=match.end(), amount=replace(figure.amount, unit=unit))
    if figure.kind not in (Kind.NUMBER, Kind.DURATION):
        return figure
    if RESULTS.begins("ago", text[figure.end : figure.end + 16]):
        return None
    if match := RESULTS.match("time_unit", text, figure.end):
        unit = next(name for name, word in TIME_UNITS if word.search(match[0]))
        return replace(figure, kind=Kind.DURATION, end=match.end(), amount=replace(figure.amount, unit=unit))
    if figure.kind is Kind.DURATION:
        return replace(figure, amount=replace(figure.amount, unit="year"))
    unit, end = BARE, figure.end
    if match := RESULTS.match("unit", text, figure.end):
        unit, end = _noun(match[0]), match.end()
    ulp = Decimal(0) if figure.amount.ulp == 1 else figure.amount.ulp
    return replace(figure, kind=Kind.MONEY, end=end, amount=replace(figure.amount, unit=unit, ulp=ulp))


def _is_label(figure: Figure, text: str) -> bool:
    """Whether a number names a section, a model, a rank or an age, or is a mere «one»."""
    if figure.kind not in (Kind.NUMBER, Kind.MONEY) or (figure.kind is Kind.MONEY and not is_counted(figure)):
        return False
    adjacent, behind = text[max(0, figure.start - 1) : figure.start], text[figure.end : figure.end + 8]
    if adjacent in ("#", "§", "-", "백", "천", "십") or (adjacent.isascii() and adjacent.isalpha()):
        return True
    if figure.amount.value < 100 and RESULTS.ends("age_before", text[max(0, figure.start - 8) : figure.start]):
        return not RESULTS.begins("unit", text[figure.end : figure.end + 24])
    if figure.amount.value == 1 or (figure.text[:-1] in AGES and RESULTS.ends("decade", figure.text)):
        return True
    return RESULTS.ends("label", text[max(0, figure.start - 16) : figure.start]) or RESULTS.begins("ordinal", behind)


_NO_CURRENCY = re.compile(r"[0-9][0-9,. ]*(?:천|만|억|조)?[0-9,. ]*")


def _noun(words: str) -> str:
    """What is counted: the last of the words behind the digits."""
    noun = words.strip().lstrip("여").split(" ")[-1].lower()
    return PEOPLE if noun in PEOPLE_WORDS else noun


def _singular(unit: str) -> str:
    """A unit by which one and several compare: study and studies, patient and patients."""
    if not unit.isascii() or not unit.endswith("s") or len(unit) <= 3:
        return unit
    return f"{unit[:-3]}y" if unit.endswith("ies") else unit[:-1]


def operands_text(parts: Sequence[Figure], sign: str) -> str:
    """An operation on figures in one line."""
    return f" {sign} ".join(part.text for part in parts)


def pairs(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each two of some figures, the larger first."""
    for index, one in enumerate(figures):
        for other in figures[index + 1 :]:
            yield (one, other) if one.amount.value >= other.amount.value else (other, one)
