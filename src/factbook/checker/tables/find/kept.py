"""What the arithmetic of the others says: a relation that all cells of a row but one keep is claimed of it too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factbook.checker.sentences.judge.computed import clues
from factbook.checker.sentences.model import Computed
from factbook.quantities.intervals import Interval

#: That relations as unlikely as this hold by chance tells that they are none of chance; one that heads name needs less.
_CHANCE, _CHANCE_BY_WORDS = Decimal("0.001"), Decimal("0.03")
#: Further off than this, as a part of the result, a cell is of another kind than those that keep the relation.
_NEAR = Decimal("0.3")
#: A number with one of these says which way it goes; one without may be told as a size.
_SIGNS = ("+", "-", "−")
#: The same for growth, in percentage points, however small it is.
_POINTS = Decimal(5)


def kept(claims: Sequence[Computed], *, by_words: bool = False) -> Iterator[Computed]:
    """The claims of one relation, one a cell; those that fail are firm where enough of the others hold.

    ``by_words`` tells that heads name the relation as well, so that one other may be enough.
    """
    holding = [one for one in claims if one.holds]
    failing, chance = len(claims) - len(holding), _chance(holding)
    many = len(holding) >= max(3, 4 * failing) and chance <= _CHANCE
    one_off = failing == 1 and (chance <= _CHANCE_BY_WORDS if by_words else len(holding) > 1 and chance <= _CHANCE)
    for one in claims:
        firm = (many or one_off) and is_near(one)
        slipped = failing == 1 and (by_words or chance <= _CHANCE_BY_WORDS) and has_slipped(one)
        yield replace(one, firm=firm or slipped)


def is_told(claims: Sequence[Computed], chance: Decimal = _CHANCE) -> bool:
    """Whether a relation is no accident: two results or more hold, and most of all do."""
    holding = [one for one in claims if one.holds]
    return len(holding) > 1 and 2 * len(holding) > len(claims) and _chance(holding) <= chance


def most_kept(found: Sequence[Sequence[Computed]]) -> Sequence[Computed]:
    """The relation that most cells keep, of several for the same cells; of equals the first."""
    return max(found, key=lambda claims: sum(one.holds for one in claims))


def meant(claims: Sequence[Computed]) -> list[Computed]:
    """The claims that a head names; where none of two or most of three or more hold, something else was meant."""
    holding = [one for one in claims if one.holds]
    return list(claims) if len(claims) < 2 or (holding and 2 * len(holding) >= len(claims)) else holding


def _chance(holding: Sequence[Computed]) -> Decimal:
    """How likely all of them hold by chance: of each, the part of its size that its digits leave open."""
    chance = Decimal(1)
    for one in holding:
        size = abs(one.expected.midpoint)
        width = one.expected.high - one.expected.low + max(one.allowed.high - one.allowed.low, size / 1000)
        if size and all(figure.amount.value for _, figure in one.operands):
            chance *= min(Decimal(1), width / size)
    return chance


def is_near(claim: Computed) -> bool:
    """Whether what is stated could be the result told badly."""
    if claim.expected.contains(Decimal(0)):
        return False
    turned = Interval(-claim.allowed.high, -claim.allowed.low)
    if claim.stated.text.startswith(_SIGNS) and turned.meets(claim.expected):
        return True
    near = abs(claim.expected.midpoint) * _NEAR
    return claim.expected.gap(claim.allowed) <= (max(near, _POINTS) if claim.kind == "growth" else near)


def has_slipped(claim: Computed) -> bool:
    """Whether digits that changed places, or a decimal point that moved, would explain what is stated."""
    return bool(clues(claim))
