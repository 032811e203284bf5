"""Multiples: 1,200명에서 3,000명으로 2.5배, $1.2bn to $3.0bn, a 2.5-fold increase; doubled, 세 배, 절반으로."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from factbook.checker.sentences.figures import CUES
from factbook.checker.sentences.find.changes import total_growth
from factbook.checker.sentences.find.roles import primary
from factbook.checker.sentences.model import Computed, Figure, Growth, Kind, Sentence
from factbook.checker.sentences.number_words import ENGLISH_WORDS, KOREAN_WORDS, number
from factbook.quantities.amounts import UNBOUNDED, Amount, Qualifier
from factbook.quantities.intervals import HALF, Interval

#: Multiples in words, in any language; the stems of verbs stand for all their forms.
_WORDS: Mapping[str, Decimal] = {
    "갑절": Decimal(2), "곱절": Decimal(2), "절반으로": Decimal("0.5"), "절반 수준으로": Decimal("0.5"),
    "반토막": Decimal("0.5"), "twice": Decimal(2),
    "doubled": Decimal(2), "doubling": Decimal(2), "doubles": Decimal(2), "double": Decimal(2),
    "tripled": Decimal(3), "tripling": Decimal(3), "triples": Decimal(3), "triple": Decimal(3),
    "trebled": Decimal(3), "trebling": Decimal(3), "treble": Decimal(3),
    "quadrupled": Decimal(4), "quadrupling": Decimal(4), "quadruple": Decimal(4), "quintupled": Decimal(5),
    "halved": Decimal("0.5"), "halving": Decimal("0.5"),
}  # fmt: skip
_STEMS = "|".join(
    rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in sorted(_WORDS, key=len, reverse=True)
)
_IN_WORDS = re.compile(
    rf"(?P<stem>{_STEMS})|\b(?P<times>{ENGLISH_WORDS})(?:[ -]times|[ -]?fold)\b"
    rf"|(?<![가-힣])(?P<korean>{KOREAN_WORDS})[ ]?배(?![가-힣])"
    rf"|(?<![가-힣])(?P<particle>{KOREAN_WORDS})[ ]?배(?=로|가|나|에|를|의|이|까지|였|다|인|수준|넘)",
    re.IGNORECASE,
)
_TIMES_OF = re.compile(r"의[ ](?:약[ ])?")
_OF_BASE = re.compile(r"(?:[- ]?(?:fold|times))?[ ](?:the|that of)[ ](?:about )?")
_ONE = Interval.point(1)


def multiples(sentence: Sentence) -> Iterator[Computed]:
    """Each multiple with the amounts it leads from and to."""
    amounts = primary(sentence)
    if len(amounts) < 2:
        return
    for stated in multiples_of(sentence):
        others = [one for one in sentence.of_kind(Kind.PERCENT) if not one.ranged]
        growth = _compared(sentence, stated, amounts) or total_growth(sentence.text, stated, amounts, others)
        if growth is None and len(amounts) == 2:
            # Up 250 % to 3.5 times: the percentage tells the same change.
            growth = total_growth(sentence.text, stated, amounts, [])
        if growth is None:
            continue
        start, end = growth.start, growth.end
        if start.amount.unit != end.amount.unit or start.amount.interval.low <= 0:
            continue
        dated = None not in (start.year, end.year) and start.year != end.year
        ratio, allowed = end.amount.interval / start.amount.interval, _allowed(stated)
        words = sentence.text[max(0, stated.end - 1) : stated.end + 16]
        if CUES.has("by_multiple", words) and (ratio - _ONE).meets(allowed):
            ratio = ratio - _ONE
        yield Computed(
            "growth",
            "multiple",
            (("start", start), ("end", end)),
            stated,
            ratio,
            allowed,
            f"{end.text} ÷ {start.text}",
            firm=growth.firm or (dated and len(amounts) == 2),
        )


def _compared(sentence: Sentence, stated: Figure, amounts: Sequence[Figure]) -> Growth | None:
    """수입 400억원의 3배, three times the $400 million: the amount beside the multiple, and the one before both."""
    text = sentence.text
    if CUES.match("as_many_as", text, stated.end) is not None:
        before = [one for one in amounts if one.end <= stated.start]
        behind = [one for one in amounts if one.start >= stated.end]
        if before and behind and CUES.fills("as_many_as", text[stated.end : behind[0].start]):
            return Growth(behind[0], before[-1], stated, (), False, True)
    for index, base in enumerate(amounts):
        left = base.end <= stated.start and _TIMES_OF.fullmatch(text[base.end : stated.start])
        right = stated.end <= base.start and _OF_BASE.fullmatch(text[stated.end : base.start])
        if index and (left or right) and amounts[index - 1].amount.unit == base.amount.unit:
            return Growth(base, amounts[index - 1], stated, (), False, True)
    return None


def multiples_of(sentence: Sentence) -> Iterator[Figure]:
    """Multiples in digits and in words, as figures with the words around them."""
    for figure in sentence.of_kind(Kind.NUMBER):
        if not figure.ranged and CUES.begins("multiple_after", figure.next_to):
            yield figure
    for match in _IN_WORDS.finditer(sentence.text):
        told = match["times"] or match["korean"] or match["particle"]
        value = Decimal(number(told)) if told else _WORDS[match[0].lower()]
        ulp = Decimal(1) if value >= 1 else Decimal("0.2")
        start, end = match.span()
        before, behind = sentence.text[max(0, start - 60) : start], sentence.text[end : end + 60]
        yield Figure(start, end, match[0], Amount(value, "number", ulp), Kind.NUMBER, before, behind, behind)


def _allowed(stated: Figure) -> Interval:
    """What the words admit: «more than» is a bound, not a rounded number, and «nearly» lies below."""
    amount = stated.amount
    plain = replace(amount, qualifier=Qualifier.NONE).interval
    if (
        amount.qualifier is Qualifier.AT_LEAST
        or CUES.ends("more_before", stated.before)
        or CUES.begins("more_after", stated.next_to)
    ):
        # More than halved is less than half of what there was.
        return Interval(amount.value, UNBOUNDED) if amount.value >= 1 else Interval(Decimal(0), amount.value)
    if CUES.ends("nearly_before", stated.before) or CUES.begins("nearly_after", stated.next_to):
        return Interval(amount.value - amount.ulp * HALF * 2 if amount.ulp < 1 else plain.low, amount.value)
    return plain
