"""Results of multiplying and dividing: averages and products, growth, shares, multiples, fractions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from factbook.checker.sentences.closure.terms import BARE, Window, like, likes
from factbook.checker.sentences.figures import CUES, RESULTS
from factbook.checker.sentences.find.roles import is_annual, is_base
from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.sentences.recompute import growth, share, span
from factbook.quantities.amounts import Qualifier
from factbook.quantities.intervals import Interval

#: A multiple or a fraction in words is as exact as this part of itself.
_LOOSE = Decimal("0.09")
_HUNDRED = Decimal(100)
#: From as many quantities on, each with its share beside it, they are parts of a whole that is named elsewhere.
_LIST = 3
#: A share stands beside its quantity within as many characters.
_BESIDE = 4
#: The longest words between a fraction and the figure that it is taken of.
_NOUN = 24


def products(window: Window) -> Iterator[Computed]:
    """A rate, a count and their product: 1,932회 in six months is 322회 a month; 450 nurses at $82,000."""
    rates = [one for one in window.quantities if _is_rate(window, one)]
    if not rates and len(window.quantities) == 3:
        rates = [one for one in window.quantities if _is_paid(window, one)]
    for rate in rates:
        yield from _of_rate(window, rate, len(rates) == 1)


def _of_rate(window: Window, rate: Figure, only: bool) -> Iterator[Computed]:
    larger = [one for one in window.of_unit(rate) if one.amount.value > rate.amount.value and like(one, rate)]
    counts = [one for one in window.counts if one is not rate and one.amount.value > 1 and one.amount.unit != BARE]
    triples = [(count, whole) for whole in larger for count in counts if count is not whole]
    if is_same_kind_throughout := all(like(one, rate) for one in counts):
        # Nurses, patients and patients a nurse, all counted in one unit: the largest is the product.
        triples = [(count, whole) for count, whole in triples if whole.amount.value > count.amount.value]
    alone = only and len(triples) == 1 and (len(window.quantities) <= 3 or is_same_kind_throughout)
    for count, whole in triples:
        stated, other = (whole, rate) if whole.start > rate.start else (rate, whole)
        if stated is whole:
            expected = _rounded(rate) * span(count.amount)
            arithmetic = f"{rate.text} × {count.text}"
        else:
            expected = span(whole.amount) / span(count.amount)
            arithmetic = f"{whole.text} ÷ {count.text}"
        operands = (("whole" if stated is rate else "rate", other), ("count", count))
        allowed = _rounded(stated) if stated is rate else stated.amount.interval
        code = "average" if stated is rate else "product"
        told = window.text[min(rate.end, count.end, whole.end) : max(rate.start, count.start, whole.start)]
        alone = alone and not any(RESULTS.has(cue, told) for cue in ("nested", "apart", "added", "forecast"))
        alone = alone and not CUES.has("habit", told)
        if stated is whole and not RESULTS.has("total_before", window.before(whole)):
            alone = alone and not RESULTS.has("and_then", window.text[max(rate.end, count.end) : whole.start])
        yield Computed("share", code, operands, stated, expected, allowed, arithmetic, alone)


def _is_paid(window: Window, rate: Figure) -> bool:
    """A price, a number and what they come to, and no other figure: $40 … 250 tickets … takings of $10,000."""
    return len(window.terms) == 3 and any(
        window.near(one, "total") for one in window.of_unit(rate) if one.amount.value > rate.amount.value
    )


def _is_rate(window: Window, figure: Figure) -> bool:
    before, after = window.before(figure), window.after(figure)
    # 45 children each brought 380: the word behind one figure is not that before the next.
    if match := RESULTS.match("average_after", before, 0):
        before = before[match.end() :]
    tied = RESULTS.has("average_before", before.split(",")[-1][-28:]) or RESULTS.has("average_after", after)
    return tied and not RESULTS.has("total_before", before[-8:])


def _rounded(figure: Figure) -> Interval:
    """An average of counts is rounded, though a count is exact."""
    amount = figure.amount
    return (amount if amount.ulp else replace(amount, ulp=Decimal(1))).interval


def growths_of(window: Window, stated: Figure) -> Iterator[Computed]:
    """A percentage of change with each two figures of one unit, the way that the words point where they do."""
    before, after = window.before(stated), window.after(stated)
    words = f"{before[-34:]}|{after[:18]}"
    up, down = RESULTS.has("rising", words), RESULTS.has("falling", words)
    if stated.ranged or is_annual(stated) or window.planned(stated):
        return
    up = up or (not down and RESULTS.begins("comparative", after))
    if not (up or down or stated.amount.value < 0 or RESULTS.ends("by", before)):
        return
    measured = likes(window.quantities)
    for large, small in measured:
        if (
            small.amount.interval.low <= 0
            or large.amount.value == small.amount.value
            or RESULTS.begins("of_other", window.after(large))
        ):
            continue
        firm = len(measured) == 1 and not window.parted(stated, large, small)
        firm = firm and not any(window.planned(one) for one in (large, small))
        firm = firm and not (window.seam and len(window.percents) > 1)
        ways = [(small, large)] if up and not down else [(large, small)] if down and not up else []
        for start, end in ways or [(small, large), (large, small)]:
            expected = growth(span(start.amount), span(end.amount))
            if expected is not None:
                if start is large and stated.amount.value > 0:
                    expected = Interval(-expected.high, -expected.low)
                yield _quotient("growth", "growth-total", ("start", start), ("end", end), stated, expected, firm)


def is_share(window: Window, stated: Figure) -> bool:
    """Whether words tie a percentage to a whole, or it stands right behind an amount."""
    before, after = window.before(stated), window.after(stated)
    return (
        RESULTS.has("share_before", before[-30:])
        or RESULTS.fills("share_after", after)
        or RESULTS.begins("of_the_whole", after)
        or RESULTS.fills("apposed_before", before)
        or RESULTS.has("apposed_after", after[:12])
    )


def shares_of(window: Window, stated: Figure) -> Iterator[Computed]:
    """A percentage that is a share, or stands beside one that is, with each two figures of one unit."""
    before, after = window.before(stated), window.after(stated)
    if stated.ranged or RESULTS.has("no_share", f"{before[-26:]}|{after[:12]}") or RESULTS.begins("of_former", after):
        return
    if not any(is_share(window, one) for one in window.percents):
        return
    alone = is_share(window, stated)
    if window.planned(stated) or RESULTS.has("rising", after[:16]) or RESULTS.has("falling", after[:16]):
        return
    listed = _with_shares(window)
    measured = likes([one for one in window.quantities if one.start not in listed or len(listed) < _LIST])
    for whole, part in measured:
        # What a sentence calls a share is said by then.
        if window.seam and stated.start < window.seam <= max(whole.start, part.start):
            continue
        if whole.amount.interval.low > 0 and part.amount.value > 0:
            ways = [(part, whole)] + ([(whole, part)] if stated.amount.value > _HUNDRED else [])
            later = window.seam and RESULTS.has("at_time", window.text[window.seam :])
            firm = alone and len(measured) == 1 and not later and not window.parted(stated, whole, part)
            firm = firm and not ((is_base(whole) or is_base(part)) and RESULTS.has("moved", window.text))
            for over, under in ways:
                expected = share(span(over.amount), span(under.amount))
                if expected is not None:
                    yield _quotient("share", "share", ("part", over), ("whole", under), stated, expected, firm)


def _with_shares(window: Window) -> set[int]:
    """Where quantities begin that have a percentage of their own behind them: 48개 60%, 11개 14%, 21개 26%."""
    places = {one.start for one in window.percents}
    return {
        one.start
        for one in window.quantities
        if not places.isdisjoint(range(one.end, one.end + _BESIDE)) and not window.text[one.end : one.end + 1].isalpha()
    }


def multiples_of_terms(window: Window, stated: Figure) -> Iterator[Computed]:
    """A multiple or a fraction with each two figures of one unit: triple the 4.5 cents; one in five: 168 of 420."""
    is_multiple = stated.amount.unit == "times"
    scale = Decimal(1) if is_multiple else _HUNDRED
    after = window.after(stated)
    if window.planned(stated) or RESULTS.begins("of_other", after) or _is_adverb(stated, after):
        return
    behind = next((one for one in window.quantities if one.start >= stated.end), None)
    if RESULTS.begins("of_a_noun", after) and (behind is None or behind.start - stated.end > _NOUN):
        return
    told = [one for one in window.terms if one.kind is Kind.PERCENT or one.amount.unit == "times"]
    apposed = behind is not None and CUES.fills("apposed", window.text[stated.end : behind.start])
    measured = [pair for pair in likes(window.quantities) if pair[1].amount.value > 0]
    for large, small in measured:
        over, under = (large, small) if is_multiple and stated.amount.value >= 1 else (small, large)
        if large.amount.value == small.amount.value or not under.amount.interval.low > 0:
            continue
        if apposed and over is not behind:
            continue
        between = window.text[min(stated.end, large.end, small.end) : max(stated.start, large.start, small.start)]
        firm = len(measured) == 1 == len(told) and not window.parted(stated, large, small)
        firm = firm and not (window.seam and RESULTS.ends("own_whole", window.before(stated)))
        firm = firm and not RESULTS.has("nested", between) and not RESULTS.has("other_time", after[:24])
        operands = ("part", over), ("whole", under)
        code = "multiple" if is_multiple else "fraction"
        ratio = span(over.amount) / span(under.amount) * Interval.point(scale)
        readings = [ratio]
        if not is_multiple and stated.amount.value < _HUNDRED:
            # Cut by a third, one third fewer: what is left is the rest.
            by = RESULTS.ends("by", window.before(stated))
            less = by or (RESULTS.has("difference_after", after[:14]) and not RESULTS.has("to_fraction", after))
            moved = is_base(large) or is_base(small)
            moved = moved and not RESULTS.begins("of_whole", window.text[stated.end :][:_NOUN])
            readings = [Interval.point(scale) - ratio] if less else [ratio, Interval.point(scale) - ratio][: 1 + moved]
        for expected in readings:
            yield _quotient("share", code, *operands, stated, expected, firm, _admitted(window, stated))


def _is_adverb(stated: Figure, after: str) -> bool:
    """Whether «twice» tells how often: visited twice."""
    return RESULTS.fills("adverb", stated.text) and not RESULTS.begins("compared", after)


def _admitted(window: Window, stated: Figure) -> Interval:
    value, loose = stated.amount.value, stated.amount.value * _LOOSE
    before, after = window.text[max(0, stated.start - 24) : stated.start], window.text[stated.end :][:12]
    if RESULTS.has("more_bound", before) or RESULTS.has("more_bound", after):
        return Interval(value, value * 20) if value >= 1 else Interval(Decimal(0), value)
    if RESULTS.has("less_bound", before) or RESULTS.has("less_bound", after):
        return Interval(Decimal(0), value)
    if stated.amount.qualifier is not Qualifier.NONE:
        return stated.amount.interval
    if stated.amount.unit == "times" and value >= 1 and stated.amount.ulp == 1:
        return Interval(value - Decimal("0.3"), value + Decimal("0.5"))
    return Interval(value - loose, value + loose)


def _quotient(
    kind: str,
    code: str,
    first: tuple[str, Figure],
    second: tuple[str, Figure],
    stated: Figure,
    expected: Interval,
    firm: bool,
    allowed: Interval | None = None,
) -> Computed:
    over, under = (second[1], first[1]) if kind == "growth" else (first[1], second[1])
    tail = " − 1" if kind == "growth" else ""
    return Computed(
        kind,
        code,
        (first, second),
        stated,
        expected,
        allowed or stated.amount.interval,
        f"{over.text} ÷ {under.text}{tail}",
        firm,
    )
