"""Conversions: at the rate given or stated; else all at one common rate; else inside a wide band of prices."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factbook.checker.sentences.judge import CONSISTENT, UNDECIDED, Judgement
from factbook.checker.sentences.judge.margins import SLIPS, far_apart, is_single_digit, relative_gap, severity
from factbook.checker.sentences.model import Clue, Conversion, Problem, Verdict
from factbook.checker.sentences.recompute import price, span, unhedged
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

AT_RATE, COMMON, BAND = "conversion-rate", "conversion-common-rate", "conversion-band"

#: Won for one unit of a currency, wide enough for every year since 1999: beyond it lies a slip of unit.
WON = {
    "USD": (900, 1500), "EUR": (1050, 1900), "GBP": (1300, 2200), "JPY": (6, 16), "CNY": (120, 250), "HKD": (115, 200),
    "AUD": (550, 1250), "CAD": (600, 1200), "SGD": (550, 1200), "TWD": (25, 52), "INR": (12, 32), "CHF": (700, 1900),
}  # fmt: skip


def judge(pairs: Sequence[Conversion], rates: Sequence[Interval | None]) -> list[Judgement]:
    """One judgement a pair, in order. ``rates`` are won per dollar, ``None`` where the pair has no rate of its own."""
    judgements: list[Judgement | None] = [
        _at_rate(pair, rate) or _in_band(pair) for pair, rate in zip(pairs, rates, strict=True)
    ]
    for currencies in {_currencies(pair) for pair in pairs}:
        open_pairs = [
            index
            for index, pair in enumerate(pairs)
            if judgements[index] is None and _currencies(pair) == currencies and _price(pair) is not None
        ]
        for index, judgement in zip(open_pairs, _at_common_rate([pairs[i] for i in open_pairs]), strict=True):
            judgements[index] = judgement
    return [judgement or UNDECIDED for judgement in judgements]


def _currencies(pair: Conversion) -> tuple[str, str]:
    """What is bought and what it is paid in: won last, then dollars."""
    first, second = sorted((pair.left.amount.unit, pair.right.amount.unit), key=_numeraire)
    return first, second


def _numeraire(unit: str) -> tuple[int, str]:
    return (2 if unit == "KRW" else 1 if unit == "USD" else 0), unit


def _sides(pair: Conversion) -> tuple[Amount, Amount]:
    bought = _currencies(pair)[0]
    left, right = pair.left.amount, pair.right.amount
    return (left, right) if left.unit == bought else (right, left)


def _price(pair: Conversion) -> Interval | None:
    bought, paid = _sides(pair)
    return price(unhedged(bought), unhedged(paid))


def band(bought: str, paid: str) -> Interval | None:
    """Plausible prices of one currency in another, by way of the won."""
    won = {**WON, "KRW": (1, 1)}
    if bought not in won or paid not in won:
        return None
    low, high = (Decimal(one) for one in won[bought])
    least, most = (Decimal(one) for one in won[paid])
    return Interval(low / most, high / least)


def _at_rate(pair: Conversion, rate: Interval | None) -> Judgement | None:
    if rate is None or _currencies(pair) != ("USD", "KRW"):
        return None
    left, right = pair.left.amount, pair.right.amount
    expected = unhedged(left) * rate if left.unit == "USD" else unhedged(left) / rate
    return _judged(AT_RATE, pair, span(right), expected)


def _in_band(pair: Conversion) -> Judgement | None:
    """A judgement where the implied price is beyond belief, or the currencies are unknown."""
    bought, paid = _sides(pair)
    plausible, implied = band(bought.unit, paid.unit), _price(pair)
    if plausible is None or implied is None:
        return UNDECIDED
    if implied.meets(plausible):
        return None
    left, right = pair.left.amount, pair.right.amount
    expected = unhedged(left) * plausible if left.unit == bought.unit else unhedged(left) / plausible
    return _judged(BAND, pair, span(right), expected, implied)


def _at_common_rate(pairs: Sequence[Conversion]) -> list[Judgement]:
    """All pairs hold where one price lies in every interval; else those outside the price most of them share fail.

    Intervals meet pairwise exactly where they have a common point (Helly's theorem on the line).
    """
    prices = [price for pair in pairs if (price := _price(pair)) is not None]
    common, shared = _most_shared(prices)
    lowest, highest = min(prices, key=_high, default=common), max(prices, key=_low, default=common)
    judgements = []
    for pair, implied in zip(pairs, prices, strict=True):
        if common is None or (implied.meets(common) and (shared == len(pairs) or shared * 2 > len(pairs))):
            judgements.append(CONSISTENT)
            continue
        others = common
        if implied.meets(common) and lowest is not None and highest is not None:
            others = max(lowest, highest, key=implied.gap)
        bought, _ = _sides(pair)
        left = pair.left.amount
        expected = unhedged(left) * others if left.unit == bought.unit else unhedged(left) / others
        judgements.append(_judged(COMMON, pair, span(pair.right.amount), expected, implied, others))
    return judgements


def _low(interval: Interval) -> Decimal:
    return interval.low


def _high(interval: Interval) -> Decimal:
    return interval.high


def _most_shared(prices: Sequence[Interval]) -> tuple[Interval | None, int]:
    """Where most of the intervals overlap, the first such place, and how many do."""
    edges = sorted([(one.low, 0) for one in prices] + [(one.high, 1) for one in prices])
    depth, best, place = 0, 0, 0
    for position, (_, closes) in enumerate(edges):
        depth += -1 if closes else 1
        if depth > best:
            best, place = depth, position
    if not best:
        return None, 0
    closing = next(value for value, closes in edges[place:] if closes)
    return Interval(edges[place][0], closing), best


def _judged(
    code: str,
    pair: Conversion,
    stated: Interval,
    expected: Interval,
    implied: Interval | None = None,
    common: Interval | None = None,
) -> Judgement:
    if stated.meets(expected):
        return CONSISTENT
    right = pair.right.amount
    if (is_single_digit(right) or is_single_digit(pair.left.amount)) and not far_apart(stated, expected):
        return UNDECIDED
    off = relative_gap(stated, expected)
    clues = _clues(pair, stated, expected, implied, common)
    return Judgement(Verdict.INCONSISTENT, Problem(code, pair, right, expected, off, severity(off), clues))


def _clues(
    pair: Conversion, stated: Interval, expected: Interval, implied: Interval | None, common: Interval | None
) -> tuple[Clue, ...]:
    clues: list[Clue] = []
    if _currencies(pair) == ("USD", "KRW"):
        mine = implied or _price(pair)
        if mine is not None:
            clues.append(("implied-rate", _rate(mine)))
        if common is not None:
            clues.append(("common-rate", _rate(common)))
    slip = next((slip for slip in SLIPS if (stated * Interval.point(slip)).meets(expected)), None)
    if slip is not None:
        clues.append(("slip", Amount(slip, "number")))
    return tuple(clues)


def _rate(interval: Interval) -> Amount:
    middle = interval.midpoint
    ulp = Decimal(1) if middle > 100 else Decimal("0.01")
    return Amount(middle, "krw-per-usd", ulp).rounded(ulp)
