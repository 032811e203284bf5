"""A part of a whole with its percentage: 1조7487억달러 중 미국이 6816억달러(39%), $2.3 bn (39%) of the $5.9 bn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factbook.checker.sentences.figures import CUES
from factbook.checker.sentences.find.roles import is_annual, is_base, is_difference, is_divided
from factbook.checker.sentences.model import Figure, Kind, Sentence, Share, moved
from factbook.checker.sentences.recompute import share, span

#: A sentence lists no more parts than this.
_MOST_PARTS = 40
#: 72 completed follow-up (75%): what those who are counted did stands between.
_DID = re.compile(r"[ ](?!of\b)[A-Za-z'’ -]{2,40}[ ]?[(（]")
_OPENED = re.compile(r"[ ]?[(（\[][ ]?(?:약[ ]?|전체의[ ]?|비중[ ]?|점유율[ ]?|about |around |or |a )?$")
_LISTED = re.compile(r"(?:(?: [a-z-]{1,12}){0,2},(?= or ))?[,·:]?[ ]?(?:or )?(?:about |약[ ]?)?$")
#: The part that a whole and its percentage are said of: 13억 달러로 전체 24억 달러의 56.3%.
_PLACED = re.compile(r"(?:으로|로)[ ,]")
_PARENTHESIS = re.compile(r"[ ]?[(（][^0-9()]{0,10}$")
_ATTRIBUTE = re.compile(
    r"(?:[ ]share)?(?:를|을)?[ ]?"
    r"(?:인|에[ ]해당하는|를[ ]차지하는|를[ ]차지한|수준인|가량인|의|,[ ]?or|,[ ]?즉)[ ][^0-9]{0,12}$"
)


@dataclass(frozen=True, slots=True)
class _Part:
    amount: Figure
    percent: Figure


def shares(sentence: Sentence, previous: Sentence | None) -> list[Share]:
    """Every part with a percentage and the whole it can be a part of."""
    amounts = [figure for figure in sentence.of_kind(Kind.MONEY) if not figure.translated and not figure.ranged]
    if in_turn := _in_turn(sentence, amounts):
        return in_turn
    if of_these := _of_these(sentence, amounts, previous):
        return of_these
    parts = list(_parts(sentence, amounts))[:_MOST_PARTS]
    if not parts:
        return []
    own = {part.amount.start for part in parts}
    wholes = [amount for amount in amounts if amount.start not in own and not is_difference(amount)]
    marked = [whole for whole in wholes if is_whole(whole)]
    divided = CUES.has("splitting", sentence.text)
    found = [share for part in parts if (share := _share(part, wholes, marked, divided)) is not None]
    found = _of_one_whole(found)
    if not found and previous is not None and previous.paragraph == sentence.paragraph:
        earlier = [figure for figure in previous.of_kind(Kind.MONEY) if not figure.translated]
        if len(earlier) == 1 and len(parts) > 1:
            found = [
                Share(part.amount, moved(earlier[0], previous.start - sentence.start), part.percent, False)
                for part in parts
                if _fits(part, earlier[0])
            ]
    return found


def _of_these(sentence: Sentence, amounts: Sequence[Figure], previous: Sentence | None) -> list[Share]:
    """시장은 2,400억원이다. 이 가운데 744억원어치를 판 A사는 31%다: the whole stands in the sentence before."""
    percents = [one for one in sentence.of_kind(Kind.PERCENT) if not one.ranged and not _is_change(one)]
    if previous is None or previous.paragraph != sentence.paragraph or len(amounts) != 1 or len(percents) != 1:
        return []
    if not CUES.begins("of_these", sentence.text.lstrip()) or percents[0].start < amounts[0].end:
        return []
    wholes = [one for one in previous.of_kind(Kind.MONEY) if not one.translated]
    gap = sentence.text[amounts[0].end : percents[0].start]
    tied = _OPENED.fullmatch(gap) or CUES.ends("share_of_it", gap) or _states(gap)
    if len(wholes) != 1 or not tied or CUES.has("elsewhere", gap) or wholes[0].ranged:
        return []
    part = _Part(amounts[0], percents[0])
    if not _fits(part, wholes[0]):
        return []
    return [Share(part.amount, moved(wholes[0], previous.start - sentence.start), part.percent, True)]


def _of_one_whole(found: list[Share]) -> list[Share]:
    """The shares, firm where another share of the same whole fits it."""
    shown = {one.whole.start for one in found if _holds(one)}
    return [replace(one, firm=one.firm or one.whole.start in shown) for one in found]


def _holds(one: Share) -> bool:
    expected = share(span(one.part.amount), span(one.whole.amount))
    return expected is not None and expected.meets(one.percent.amount.interval)


def _in_turn(sentence: Sentence, amounts: Sequence[Figure]) -> list[Share]:
    """A사 300억원, B사 200억원으로 각각 전체 1,000억원의 30%, 20%: as many parts as percentages, in one order."""
    percents = [one for one in sentence.of_kind(Kind.PERCENT) if not one.ranged]
    wholes = [one for one in amounts if is_whole(one)]
    if len(percents) < 2 or len(wholes) != 1 or not CUES.has("in_turn", sentence.text):
        return []
    parts = [one for one in amounts if one is not wholes[0] and one.start < percents[0].start]
    if len(parts) != len(percents) or CUES.has("rising", sentence.text) or CUES.has("falling", sentence.text):
        return []
    if any(part.amount.unit != wholes[0].amount.unit for part in parts):
        return []
    return [Share(part, wholes[0], percent, True) for part, percent in zip(parts, percents, strict=True)]


def _parts(sentence: Sentence, amounts: Sequence[Figure]) -> Iterator[_Part]:
    used: set[int] = set()
    by_start = {figure.start: index for index, figure in enumerate(sentence.figures)}
    starts = {amount.start for amount in amounts}
    for percent in sentence.of_kind(Kind.PERCENT):
        if percent.ranged or is_annual(percent) or _is_change(percent):
            continue
        index = by_start[percent.start]
        for beside in _beside(sentence, percent, index):
            if CUES.begins("of_other", percent.next_to) or _ends_a_change(sentence, beside, amounts):
                break
            part = _of_whole(beside, percent, amounts)
            if part is not None and part.start in starts and part.start not in used:
                used.add(part.start)
                yield _Part(part, percent)
                break


def _ends_a_change(sentence: Sentence, amount: Figure, amounts: Sequence[Figure]) -> bool:
    """Whether an amount is what another changes to: from 24,000 to 21,600, or 10%."""
    earlier = [one for one in amounts if one.end <= amount.start]
    return (
        bool(earlier) and is_base(earlier[-1]) and CUES.fills("to_next", sentence.text[earlier[-1].end : amount.start])
    )


def _of_whole(amount: Figure, percent: Figure, amounts: Sequence[Figure]) -> Figure | None:
    """$500 million of the $2 billion budget, or 25%: beside the whole, the part is the amount before it, if any."""
    earlier = [one for one in amounts if one.start < amount.start < percent.start]
    if is_divided(amount):
        return earlier[-1] if earlier and _PLACED.match(earlier[-1].after) else None
    if earlier and CUES.ends("whole_before", amount.before) and len(amount.before) <= 24 and "," not in amount.before:
        return earlier[-1]
    return amount


def _is_change(percent: Figure) -> bool:
    behind = percent.next_to[:14].split(",")[0]
    moves = CUES.has("rising", behind) or CUES.has("falling", behind)
    # A follow-up moves nothing.
    return moves or CUES.has("not_share", f"{percent.before[-14:]}|{behind}".replace("-up", ""))


def _beside(sentence: Sentence, percent: Figure, index: int) -> Iterator[Figure]:
    """Amounts tied to the percentage: in front with it in parentheses, or behind in parentheses, or by a word."""
    text, figures = sentence.text, sentence.figures
    previous = _nearest(figures, index, -1)
    following = _nearest(figures, index, +1)
    if previous is not None:
        gap = text[previous.end : percent.start]
        if _OPENED.fullmatch(gap) or _LISTED.fullmatch(gap) or _DID.fullmatch(gap):
            yield previous
    if following is not None:
        gap = text[percent.end : following.start]
        if _PARENTHESIS.fullmatch(gap) or _ATTRIBUTE.fullmatch(gap):
            yield following
    if previous is not None:
        gap = text[previous.end : percent.start]
        if (
            len(gap) <= 40
            and "." not in gap
            and (CUES.has("share", percent.before[-30:] + percent.next_to[:16]) or _states(gap))
        ):
            yield previous


def _states(gap: str) -> bool:
    """241억달러(한화 약 34조5500억원)로 약 1.4%다: the amount itself is said to be the percentage."""
    return (
        re.fullmatch(r"(?:[ ]?[(（][^)]{0,60}[)）])?[)]?(?:으로|로|은|는|이|가|의|,)?[ ](?:전체의[ ])?(?:약[ ])?", gap)
        is not None
    )


def _nearest(figures: Sequence[Figure], index: int, step: int) -> Figure | None:
    """The next amount in one direction, passing over years and translations, with no percentage in between."""
    position = index + step
    while 0 <= position < len(figures) and abs(position - index) <= 6:
        figure = figures[position]
        if figure.kind is Kind.PERCENT:
            return None
        if figure.kind is Kind.MONEY and not figure.translated:
            return figure
        position += step
    return None


def _share(part: _Part, wholes: Sequence[Figure], marked: Sequence[Figure], divided: bool) -> Share | None:
    """The whole by its wording where there is one, else the first larger amount before, without much weight."""
    fitting = [whole for whole in marked if _fits(part, whole)]
    if fitting:
        whole = min(fitting, key=lambda one: abs(one.start - part.amount.start))
        # 1,542 were screened, 1,120 randomised, and 1,034 (92.3%) stayed: of what stands between, it may be a part too.
        between = [one for one in wholes if whole.start < one.start < part.amount.start and _fits(part, one)]
        claims = [Share(part.amount, one, part.percent, not between) for one in (whole, *between)]
        return next((claim for claim in claims if _holds(claim)), claims[0])
    before = next((one for one in wholes if one.start < part.amount.start and _fits(part, one)), None)
    return Share(part.amount, before, part.percent, divided) if before is not None else None


def is_whole(amount: Figure) -> bool:
    """Whether the words around an amount make it what is divided (… 중, 전체 …, of the …)."""
    return (
        CUES.begins("whole_after", amount.after)
        or CUES.begins("whole_after", amount.next_to)
        or CUES.ends("whole_before", amount.before)
    )


def _fits(part: _Part, whole: Figure) -> bool:
    return (
        whole.amount.unit == part.amount.amount.unit and whole.amount.interval.high >= part.amount.amount.interval.low
    )
