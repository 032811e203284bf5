"""What every mutant has, and what every medium can do with its own."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

#: So many characters of a text are told.
_MOST_OF_A_TEXT = 80


class Mutant(Protocol):
    """One change to the book."""

    @property
    def kind(self) -> str:
        """What is altered, such as ``fact: unit``."""

    @property
    def place(self) -> str:
        """The file, the line and the thing in it."""

    @property
    def change(self) -> str:
        """What stood there and what stands there now."""


def replaced(old: str, new: str) -> str:
    """What stood somewhere and what stands there now, each on one line."""
    return " → ".join(f"«{' '.join(text.split())[:_MOST_OF_A_TEXT]}»" for text in (old, new))


M = TypeVar("M", bound=Mutant)


class Medium(Protocol[M]):
    """A part of the book that can be mutated."""

    def mutants(self) -> Iterator[M]:
        """Every mutant, always the same ones in the same order."""

    def caught_by(self, mutant: M) -> str | None:
        """The code of the first problem that gives the mutant away, ``None`` where it survives."""


def dice(*seed: object) -> random.Random:
    """Chance that falls the same way for the same ``seed``, whatever else was drawn."""
    return random.Random("/".join(map(str, seed)))


def digits_altered(text: str, *seed: object) -> Iterator[str]:
    """``text`` with one digit changed to another, once for each position that holds one."""
    for position, digit in enumerate(text):
        if digit in "0123456789":
            yield with_digit(text, position, *seed)


def with_digit(text: str, position: int, *seed: object) -> str:
    """``text`` with another digit at ``position``."""
    other = dice(text, position, *seed).choice([digit for digit in "0123456789" if digit != text[position]])
    return text[:position] + other + text[position + 1 :]


def sample(mutants: Iterable[M], size: int, seed: int) -> list[M]:
    """``size`` mutants, drawn from each kind in turn, so that the rarest kind is tried too."""
    kinds = _shuffled(mutants, seed)
    drawn: list[M] = []
    while len(drawn) < size and any(kinds):
        drawn += [those.pop() for those in kinds if those][: size - len(drawn)]
    return drawn


def each_kind(mutants: Iterable[M], size: int, seed: int) -> list[M]:
    """At most ``size`` mutants of each kind."""
    return [mutant for those in _shuffled(mutants, seed) for mutant in those[:size]]


def _shuffled(mutants: Iterable[M], seed: int) -> list[list[M]]:
    """The mutants of each kind, in the order that ``seed`` gives."""
    kinds: dict[str, list[M]] = {}
    for mutant in mutants:
        kinds.setdefault(mutant.kind, []).append(mutant)
    for kind, those in kinds.items():
        dice(seed, kind).shuffle(those)
    return list(kinds.values())
