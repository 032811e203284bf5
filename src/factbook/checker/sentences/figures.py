"""Figures of a sentence with their context: currency and scale inherited from the neighbour, the year attached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factbook.checker.sentences.cues import CueSet
from factbook.checker.sentences.cues_english import ENGLISH
from factbook.checker.sentences.cues_english_results import ENGLISH_RESULTS
from factbook.checker.sentences.cues_korean import KOREAN
from factbook.checker.sentences.cues_korean_results import KOREAN_RESULTS
from factbook.checker.sentences.model import Figure, Kind, Sentence
from factbook.checker.sentences.number_words import ENGLISH_WORDS, KOREAN_WORDS, number
from factbook.languages import Found
from factbook.quantities.amounts import Amount

CUES = CueSet((KOREAN, ENGLISH))
RESULTS = CueSet((KOREAN_RESULTS, ENGLISH_RESULTS))
#: How much of the words around a figure is looked at, in characters.
REACH = 60
_PARENTHESIS_REACH = 140
_KINDS = {"percent": Kind.PERCENT, "pp": Kind.POINTS, "krw-per-usd": Kind.RATE, "number": Kind.NUMBER}
_CALENDAR = {"year": 1, "month": 100, "date": 10000}
_RANGE_BEFORE = re.compile(r"[0-9%조억만천][ ]?[-–~∼][ ]?$")
_RANGE_AFTER = re.compile(r"[ ]?[-–~∼][ ]?[$₩]?[0-9]")
_SHORT_YEAR_AFTER = re.compile(r"년(?:도|말|초)?(?:부터|까지|에는|[ ]?기준)|[ ]?[~∼][ ]?['’]?[0-9]{2}년")
_DIGITS = re.compile(r"[^0-9]*[0-9][0-9,.]*")
#: What joins two figures of a list, which share nothing.
_LISTING = (",", "and", "과", "와", "및")
_WON = re.compile(r"\b[Ww]on\b|KRW|₩|W[0-9]|[조억만]|\bKorea")
_PERCENT = re.compile(r"[0-9][ ]?(?:%|percent|per cent|퍼센트)")
_OPENING = re.compile(r"[ ]?(?:규모|수준|가량|정도|상당)?[ ]?[(（]")
_WORD_DURATION = re.compile(
    rf"\b(?P<years>{ENGLISH_WORDS})[- ](?:consecutive )?years?\b(?! (?:earlier|ago|before|old))"
    rf"|(?P<ko>{KOREAN_WORDS})[ ]해[ ]?(?:동안|간|에[ ]걸쳐)",
    re.IGNORECASE,
)
#: Half a million, a quarter of a million: a number in words that counts things, exact to a tenth of its scale.
_WORDED = re.compile(r"\bhalf a (?P<scale>million|billion)\b")
_SCALES = {"million": Decimal(10) ** 6, "billion": Decimal(10) ** 9}


def with_figures(sentence: Sentence, found: Sequence[Found], korean: bool) -> Sentence:
    """The sentence with what was found in it, told apart, contextualised and dated."""
    figures = [_figure(one, sentence) for one in found]
    if worded := list(_worded(sentence)):
        figures = sorted([*figures, *worded], key=lambda one: one.start)
    return in_context(sentence, _inherited(sentence, figures, korean))


def in_context(sentence: Sentence, figures: Sequence[Figure]) -> Sentence:
    """The sentence with these figures, each with the words around it and its year."""
    figures = [_with_context(sentence, figures, index) for index in range(len(figures))]
    return replace(sentence, figures=tuple(_dated(sentence, figures)))


def durations(sentence: Sentence) -> list[tuple[int, bool]]:
    """Lengths of time in years, and whether the number of steps is certain (6년 뒤) or open by one (5년간)."""
    lengths = [
        (int(figure.amount.value), CUES.begins("span", figure.next_to)) for figure in sentence.of_kind(Kind.DURATION)
    ]
    in_words = _WORD_DURATION.finditer(sentence.text)
    return lengths + [(number(match["years"] or match["ko"]), False) for match in in_words]


def _worded(sentence: Sentence) -> Iterator[Figure]:
    """Numbers in words that count things."""
    for match in _WORDED.finditer(sentence.text):
        scale = _SCALES[match["scale"]]
        amount = Amount(scale / 2, "number", scale / 10)
        yield Figure(match.start(), match.end(), match[0], amount, Kind.NUMBER)


def _figure(one: Found, sentence: Sentence) -> Figure:
    unit, value = one.amount.unit, one.amount.value
    start, end = one.start - sentence.start, one.end - sentence.start
    if unit in _CALENDAR:
        return Figure(start, end, one.text, one.amount, Kind.YEAR, year=int(value) // _CALENDAR[unit])
    kind = _KINDS.get(unit, Kind.MONEY)
    next_to = sentence.text[end : end + REACH]
    if kind is Kind.NUMBER and not one.scaled and value == value.to_integral_value() and 0 < value < 100:
        if CUES.begins("duration", next_to) or CUES.begins("span", next_to):
            kind = Kind.DURATION
        elif len(one.text) == 2 and _SHORT_YEAR_AFTER.match(next_to):
            year = 2000 + int(value)
            return Figure(start, end, one.text, Amount(Decimal(year), "year"), Kind.YEAR, year=year)
    if kind is Kind.NUMBER and CUES.begins("bare_points", next_to) and _PERCENT.search(sentence.text):
        return Figure(start, end, one.text, Amount(value, "pp", one.amount.ulp), Kind.POINTS)
    if kind is Kind.NUMBER and CUES.begins("basis_points", next_to):
        return Figure(start, end, one.text, Amount(value / 100, "pp", one.amount.ulp / 100), Kind.POINTS)
    if kind is Kind.NUMBER and one.scaled and not CUES.begins("counter", next_to):
        kind = Kind.MONEY
    return Figure(start, end, one.text, one.amount, kind)


def _inherited(sentence: Sentence, figures: list[Figure], korean: bool) -> list[Figure]:
    """Amounts without a currency take the neighbour's: 30억~40억 달러, $10.7 to 15.3 billion, 985조(7,088억 USD)."""
    result = list(figures)
    for index, figure in enumerate(result):
        following = result[index + 1] if index + 1 < len(result) else None
        if following is not None and _is_range(sentence, figure, following):
            figure = _sharing_scale(figure, following)
        if figure.kind is Kind.MONEY and figure.amount.unit == "number":
            previous = next(
                (one for one in reversed(result[max(0, index - 6) : index]) if one.kind is Kind.MONEY), None
            )
            unit = _neighbour_currency(sentence, figure, previous, following, korean)
            kind = Kind.MONEY if unit else Kind.NUMBER
            figure = replace(figure, kind=kind, amount=replace(figure.amount, unit=unit or "number"))
        result[index] = figure
    return result


def _is_range(sentence: Sentence, figure: Figure, following: Figure) -> bool:
    """Whether two figures are the ends of a range or of a change: nothing but ~, 에서, to stands between."""
    return following.kind is Kind.MONEY and joins(sentence.text[figure.end : following.start])


def joins(gap: str) -> bool:
    """Whether what stands between two figures makes them the ends of a range or of a change."""
    return gap.strip() not in _LISTING and CUES.fills("joining", gap)


def scale_of(text: str, value: Decimal) -> Decimal:
    """By how much the words of a figure make its digits larger: 2.45 billion by a billion."""
    digits = _DIGITS.match(text)
    shown = Decimal(re.sub(r"[^0-9.]", "", digits[0]).rstrip(".") or "0") if digits else Decimal(0)
    return abs(value) / shown if shown else Decimal(1)


def _sharing_scale(figure: Figure, following: Figure) -> Figure:
    """The left end of a range takes the currency of the right one, and its scale where it has none."""
    amount, other = figure.amount, following.amount
    if (
        figure.kind not in (Kind.MONEY, Kind.NUMBER)
        or other.unit == "number"
        or amount.unit not in ("number", other.unit)
    ):
        return figure
    if _DIGITS.fullmatch(figure.text) and amount.value < 10000:
        scale = scale_of(following.text, other.value)
        amount = replace(amount, value=amount.value * scale, ulp=amount.ulp * scale)
    return replace(figure, kind=Kind.MONEY, amount=replace(amount, unit=other.unit))


def _neighbour_currency(
    sentence: Sentence, figure: Figure, previous: Figure | None, following: Figure | None, korean: bool
) -> str | None:
    if following is not None and following.kind is Kind.MONEY and following.amount.unit != "number":
        gap = sentence.text[figure.end : following.start]
        if re.fullmatch(r"[ ]?[(（\[][^0-9)]{0,12}", gap) and _is_of_korea(sentence, korean):
            return "USD" if following.amount.unit == "KRW" else "KRW"
        if len(gap) <= 4 and "." not in gap:
            return following.amount.unit
    if previous is not None and previous.amount.unit != "number":
        opened = re.fullmatch(r"[^0-9()]{0,8}[(（\[][^0-9)]{0,12}", sentence.text[previous.end : figure.start])
        if opened and not previous.translated and _is_of_korea(sentence, korean):
            return "USD" if previous.amount.unit == "KRW" else "KRW"
        return previous.amount.unit
    return "KRW" if korean and re.search("[조억만]", figure.text) else None


def _is_of_korea(sentence: Sentence, korean: bool) -> bool:
    """Whether an amount without a currency may be won: the text is Korean, or the sentence names won."""
    return korean or _WON.search(sentence.text) is not None


def _with_context(sentence: Sentence, figures: Sequence[Figure], index: int) -> Figure:
    figure = figures[index]
    stops = (Kind.MONEY, Kind.PERCENT, Kind.POINTS)
    left = next((one.end for one in reversed(figures[max(0, index - 8) : index]) if one.kind in stops), 0)
    right = next((one.start for one in figures[index + 1 : index + 9] if one.kind in stops), len(sentence.text))
    closing = _own_parenthesis(sentence.text, figure.end)
    behind = closing or figure.end
    later = next(
        (one.start for one in figures[index + 1 : index + 12] if one.kind in stops and one.start >= behind), None
    )
    text = sentence.text
    ranged = _RANGE_BEFORE.search(text, max(0, figure.start - 6), figure.start) or _RANGE_AFTER.match(text, figure.end)
    return Figure(
        figure.start,
        figure.end,
        figure.text,
        figure.amount,
        figure.kind,
        before=text[max(left, figure.start - REACH) : figure.start],
        after=text[behind : min(later if later is not None else len(text), behind + REACH)],
        next_to=text[figure.end : min(right, figure.end + REACH)],
        year=figure.year,
        ranged=ranged is not None,
        translated=figure.translated,
    )


def _own_parenthesis(text: str, end: int) -> int | None:
    """The position behind a parenthesis that follows the figure at once, or after a short word (규모)."""
    opening = _OPENING.match(text, end)
    if opening is None:
        return None
    closing = text.find(")", opening.end(), opening.end() + _PARENTHESIS_REACH)
    return closing + 1 if closing >= 0 else None


def _dated(sentence: Sentence, figures: Sequence[Figure]) -> list[Figure]:
    """Amounts with the year that follows them (in 2019, (2019)), else the nearest one before that nothing has taken."""
    by_start = {figure.start: figure for figure in figures if figure.kind is Kind.YEAR}
    years_behind: dict[int, int] = {}
    taken: set[int] = set()
    for index, figure in enumerate(figures):
        if figure.kind is Kind.MONEY:
            for position in (figure.end, _own_parenthesis(sentence.text, figure.end)):
                lead = CUES.match("year_after_amount", sentence.text, position) if position is not None else None
                if lead and lead.end() in by_start:
                    years_behind[index] = by_start[lead.end()].year or 0
                    taken.add(lead.end())
                    break
    result, current = [], None
    for index, figure in enumerate(figures):
        if figure.kind is Kind.YEAR:
            decade = CUES.begins("decade", sentence.text[figure.end - 1 : figure.end + 2])
            if figure.start not in taken and not decade:
                current = figure.year
        elif figure.kind is Kind.MONEY and (year := years_behind.get(index, current)) != figure.year:
            figure = replace(figure, year=year)
        result.append(figure)
    return result
