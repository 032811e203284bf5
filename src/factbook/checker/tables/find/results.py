"""Results of accounts: gross profit is sales less costs, what is there at the end is what was there and what came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.sentences.recompute import total
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.find.kept import has_slipped, is_near, kept
from factbook.checker.tables.find.totals import sum_of
from factbook.checker.tables.model import DERIVED, Role, Sheet

_SUMS = frozenset({Role.RESULT, Role.TOTAL})
_NO_PARTS = DERIVED | {Role.PART}


def results(sheet: Sheet) -> Iterator[Computed]:
    """Each result with the rows above it, up to the result before: a claim where signs, words or columns tell which."""
    for row, one in enumerate(sheet.rows):
        if one.role is Role.RESULT:
            yield from _claims(sheet, row, _since(sheet, row))
        elif one.role is Role.CLOSING:
            yield from _rolled(sheet, row)


def _since(sheet: Sheet, row: int) -> list[int]:
    earlier = [index for index in range(row) if sheet.rows[index].role in _SUMS]
    first = earlier[-1] if earlier else 0
    return [index for index in range(first, row) if sheet.rows[index].role not in _NO_PARTS]


def _claims(sheet: Sheet, row: int, between: Sequence[int]) -> Iterator[Computed]:
    """The cells of a result, all by the reading that most of them keep, else by the one that signs or words tell."""
    cells = list(_cells(sheet, row, between))
    readings = [_signed(cells), _worded(sheet, cells, between), _less_of(sheet, row, cells)]
    readings = [claims for claims in readings if claims]
    if not readings:
        return
    best = max(readings, key=_promise)
    holding = sum(one.holds for one in best)
    firm = {one.stated.start for one in kept(best, by_words=True) if one.firm}
    for one in best:
        alone = one.firm and (holding > 0 or len(best) == 1)
        yield replace(one, firm=alone or one.stated.start in firm)


def _promise(claims: Sequence[Computed]) -> tuple[int, bool]:
    """How many claims of a reading hold; of equals, one that signs or words tell is better."""
    return sum(one.holds for one in claims), any(one.firm for one in claims)


def _signed(cells: Sequence[tuple[Figure, list[Figure]]]) -> list[Computed]:
    """The parts with their signs: a claim where one of them is below zero."""
    claims = []
    for stated, parts in cells:
        claim, others = sum_of(parts, stated), [part.amount.value for part in parts[1:]]
        sure = max(others) <= 0 or (min(others) < 0 and len(parts) > 2 and is_near(claim))
        claims.append(replace(claim, firm=sure))
    return claims


def _worded(sheet: Sheet, cells: Sequence[tuple[Figure, list[Figure]]], rows: Sequence[int]) -> list[Computed]:
    claims = [_by_words(sheet, stated, parts, rows) for stated, parts in cells]
    return [claim for claim in claims if claim is not None]


def _less_of(sheet: Sheet, row: int, cells: Sequence[tuple[Figure, list[Figure]]]) -> list[Computed]:
    """The first part less the others: a claim of two where the head tells a balance."""
    claims = []
    for stated, parts in cells:
        claim = _less(parts, stated)
        sure = len(parts) == 2 and parts[1].amount.value > 0 and WORDS.has("balance", sheet.rows[row].label)
        claims.append(replace(claim, firm=sure and (is_near(claim) or has_slipped(claim))))
    return claims


def _rolled(sheet: Sheet, row: int) -> Iterator[Computed]:
    """What is there at the end: what was there at the beginning, and what came to it since or is said right before."""
    opening = next((index for index in reversed(range(row)) if sheet.rows[index].role is Role.OPENING), None)
    if opening is None:
        yield from _left_over(sheet, row)
        return
    between = [index for index in range(opening + 1, row) if sheet.rows[index].role not in _NO_PARTS - {Role.CHANGE}]
    moves = [index for index in between if sheet.rows[index].role in _SUMS]
    last = next((index for index in reversed(range(opening)) if sheet.rows[index].role in _SUMS), opening)
    before = range(last, opening + 1)
    readings = [
        [sum_of(figures, stated) for stated, figures in _cells(sheet, row, parts)]
        for parts in ([opening, *moves], [opening, *between], [*before], [*before, *between])
    ]
    claims = max(filter(None, readings), key=_fit, default=[])
    firm = {one.stated.start for one in kept(claims, by_words=True) if one.firm}
    for one in claims:
        signs = any(figure.amount.value < 0 for _, figure in one.operands[1:]) or not between
        yield replace(one, firm=one.stated.start in firm or ((signs and is_near(one)) or has_slipped(one)))


def _fit(claims: Sequence[Computed]) -> tuple[int, Decimal]:
    """How many of the claims of a reading hold, and how near the first is."""
    gaps = [one.expected.gap(one.allowed) for one in claims]
    return sum(not gap for gap in gaps), -gaps[0]


def _left_over(sheet: Sheet, row: int) -> Iterator[Computed]:
    """What is carried forward of two items above it: what there was less what was used."""
    items = [index for index in range(row) if not sheet.rows[index].detail and sheet.rows[index].role not in DERIVED]
    for stated, parts in _cells(sheet, row, items) if len(items) == 2 else ():
        claim = _less(parts, stated)
        yield replace(claim, firm=is_near(claim) or has_slipped(claim))


def _cells(sheet: Sheet, row: int, between: Sequence[int]) -> Iterator[tuple[Figure, list[Figure]]]:
    for column, top in enumerate(sheet.columns):
        stated = sheet.figures[row][column]
        if stated is None or top.role in DERIVED or stated.kind is not Kind.MONEY:
            continue
        parts = [part for index in between if (part := sheet.figures[index][column]) is not None]
        if len(parts) > 1 and all(part.amount.unit == stated.amount.unit for part in parts):
            yield stated, parts


def _by_words(sheet: Sheet, stated: Figure, parts: Sequence[Figure], rows: Sequence[int]) -> Computed | None:
    """Costs taken off and income added as their heads say, where all are above zero and each head says which it is."""
    heads = [sheet.rows[row].label for row in rows[1:]]
    costs = [WORDS.has("cost", label) for label in heads]
    known = all(cost != WORDS.has("income", label) for cost, label in zip(costs, heads, strict=True))
    if not known or len(parts) != len(rows) or any(part.amount.value < 0 for part in parts):
        return None
    expected, arithmetic = parts[0].amount.interval, parts[0].text
    for part, cost in zip(parts[1:], costs, strict=True):
        interval = part.amount.interval
        expected = expected - interval if cost else expected + interval
        arithmetic += f" {'−' if cost else '+'} {part.text}"
    claim = replace(_less(parts, stated), expected=expected, arithmetic=arithmetic)
    return replace(claim, firm=is_near(claim) or has_slipped(claim))


def _less(parts: Sequence[Figure], stated: Figure) -> Computed:
    """The first part less the others."""
    claim = sum_of(parts, stated)
    return replace(
        claim,
        code="table-difference",
        expected=total([part.amount.interval for part in parts], difference=True),
        arithmetic=" − ".join(part.text for part in parts),
    )
