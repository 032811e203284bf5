"""Figures that others close by arithmetic, whatever the words between: their types and a loose cue pick the operands.

A result word (gap, altogether, a week, of, tripled) chooses the kind of computation; the figures of fitting types in a
sentence or two neighbouring ones are its operands. Where several computations are possible, one that holds is taken;
a figure is wrong where its only computation fails by what an editor may have slipped.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from factbook.checker.sentences.closure.bounds import compared
from factbook.checker.sentences.closure.differences import differences, remainders_of, shares_of_all, totals
from factbook.checker.sentences.closure.headlines import repeated
from factbook.checker.sentences.closure.listings import listed
from factbook.checker.sentences.closure.quotients import growths_of, multiples_of_terms, products, shares_of
from factbook.checker.sentences.closure.rates import at_rate
from factbook.checker.sentences.closure.slips import (
    NEAR,
    NEAR_POINTS,
    NEAR_RATE,
    NEAR_WORDS,
    is_rounded,
    is_slip,
)
from factbook.checker.sentences.closure.terms import Window, typed, window
from factbook.checker.sentences.figures import CUES, RESULTS
from factbook.checker.sentences.model import Computed, Equal, Figure, Kind, Sentence

__all__ = ["closed", "typed", "window"]

_LONGEST = 420


def closed(
    sentences: Sequence[Sentence], typed_of: Sequence[Sequence[Figure]], text: str, known: Collection[int]
) -> Iterator[tuple[int, Computed | Equal]]:
    """The figures that others close, with where their positions count from.

    ``known`` holds the places in ``text`` of figures that other rules have computed.
    """
    if sentences[-1].end - sentences[0].start > _LONGEST or any(one.heading for one in sentences):
        return
    if len(sentences) == 1:
        yield from ((sentences[0].start, claim) for claim in listed(sentences[0]))
    told = window(sentences, typed_of, text)
    if told is None:
        return
    yield from ((told.start, claim) for claim in repeated(told) if told.start + claim.second.start not in known)
    if not told.seam:
        yield from ((told.start, claim) for claim in compared(told))
    if not told.seam or all(told.start + one.stated.start not in known for one in at_rate(told)):
        yield from ((told.start, claim) for claim in at_rate(told))
    used: set[tuple[str, tuple[int, ...]]] = set()
    wholes: set[int] = set()
    settled: set[int] = set()
    holding_codes: set[str] = set()
    failing: list[tuple[Figure, list[Computed]]] = []
    for stated, found in _by_result(told, known):
        holding = [one for one in found if is_rounded(one.allowed, one.expected)]
        if not holding or stated.start in settled:
            failing.append((stated, found))
            continue
        best = next((one for one in holding if one.firm and _spans(told, one)), None)
        used.update(_operands(one) for one in holding)
        holding_codes.update(one.code for one in holding)
        wholes.update(one.operands[-1][1].start for one in holding if one.code == "share")
        if told.start + stated.start in known:
            continue
        if best is not None and best.allowed.meets(best.expected):
            settled |= _settled(best)
            yield told.start, best
    for stated, found in failing:
        if told.start + stated.start in known:
            continue
        likely = [one for one in found if one.firm or one.code in holding_codes & _IN_SERIES]
        likely = [one for one in likely if _operands(one) not in used and _is_slip(one, told) and _spans(told, one)]
        # Several shares are of one whole, if any is.
        of_whole = [one for one in likely if one.code == "share" and one.operands[-1][1].start in wholes]
        likely = of_whole or likely
        if stated.start not in settled and len({(one.expected.low, one.expected.high) for one in likely}) == 1:
            settled |= _settled(likely[0])
            yield told.start, replace(likely[0], firm=True)


#: Where one of several percentages holds, the others are computed likewise from figures of their own.
_IN_SERIES = frozenset({"share", "growth-total"})


def _is_slip(claim: Computed, told: Window) -> bool:
    if claim.code == "remainder":
        return True
    stated = claim.stated
    near = NEAR
    if stated.kind is Kind.POINTS:
        near = NEAR_POINTS
    elif claim.code in ("multiple", "fraction") and not any(letter.isdigit() for letter in stated.text):
        near = NEAR_WORDS
    elif claim.firm and stated.kind is Kind.PERCENT and len(told.percents) == 1:
        near = NEAR_RATE
    return is_slip(stated.amount, claim.expected, near)


def _settled(claim: Computed) -> set[int]:
    """The figures of a claim that need no other: all of a sum or a product, the result of a quotient."""
    if claim.kind == "sum" or claim.code in ("product", "average"):
        return {one.start for _, one in (*claim.operands, ("stated", claim.stated))}
    return {claim.stated.start}


def _by_result(told: Window, known: Collection[int]) -> Iterator[tuple[Figure, list[Computed]]]:
    """Each figure that a result word marks, with the computations that may give it."""
    across: list[Computed] = [*products(told), *shares_of_all(told)]
    for stated in reversed(told.terms):
        if stated.ranged or (told.start + stated.start in known and stated.kind is not Kind.PERCENT):
            continue
        found = [one for one in across if one.stated is stated]
        if stated.kind is Kind.PERCENT and not _is_in_words(stated):
            found += [*growths_of(told, stated), *shares_of(told, stated)]
        elif stated.kind is Kind.PERCENT or stated.amount.unit == "times":
            found += multiples_of_terms(told, stated)
        else:
            found += [*differences(told, stated), *totals(told, stated), *remainders_of(told, stated)]
        if found:
            yield stated, found


def _spans(told: Window, claim: Computed) -> bool:
    """Whether the figures of a claim stand in both sentences, and these share a subject where its operands do not."""
    sides = {one.start >= told.seam for _, one in claim.operands}
    if not told.seam or len(sides) == 2:
        return True
    if sides == {claim.stated.start >= told.seam}:
        return False
    first, second = (set(_WORD.findall(part)) for part in (told.text[: told.seam], told.text[told.seam :]))
    shared = {word for word in first & second if not CUES.has("rising", word) and not CUES.has("falling", word)}
    return bool(shared) or claim.stated.start >= told.seam


_WORD = re.compile(r"[가-힣]{2}|[a-z]{4,}")


def _is_in_words(figure: Figure) -> bool:
    return not RESULTS.has("percent", figure.text)


def _operands(claim: Computed) -> tuple[str, tuple[int, ...]]:
    return claim.kind, tuple(sorted(one.start for _, one in claim.operands))
