"""All numbers of the book by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from factbook.data.units import Unit
from factbook.facts.computing import compute
from factbook.facts.model import REPORT_RATE, Derived, Entry, Fact, Formula, UnknownFact
from factbook.quantities.amounts import Amount


@dataclass(frozen=True)
class Facts:
    """All numbers by id: the facts and what is derived from them. Immutable; see :meth:`replacing`."""

    facts: Mapping[str, Fact]
    formulas: tuple[Formula, ...]
    units: Mapping[str, Unit]

    @cached_property
    def derived(self) -> Mapping[str, Derived]:
        return MappingProxyType(compute(self.formulas, self.facts))

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        return MappingProxyType({**self.facts, **self.derived})

    @cached_property
    def converted_from(self) -> Mapping[str, str]:
        """What each number may be a conversion of at the report's rate: its pair, or the operand of a formula."""
        pairs = {fact.pair: fact.id for fact in self.facts.values() if fact.pair is not None}
        formulas = {
            formula.id: formula.operands[0]
            for formula in self.formulas
            if formula.operation == "convert" and formula.operands[1:] == (REPORT_RATE,)
        }
        return MappingProxyType(pairs | formulas)

    def __getitem__(self, fact_id: str) -> Entry:
        try:
            return self.entries[fact_id]
        except KeyError:
            raise UnknownFact(fact_id, self.entries) from None

    def fact(self, fact_id: str) -> Fact:
        """A fact that a source prints; raises :class:`UnknownFact` for a derived number too."""
        try:
            return self.facts[fact_id]
        except KeyError:
            raise UnknownFact(fact_id, self.facts) from None

    def replacing(self, fact_id: str, amount: Amount) -> Facts:
        """The same numbers but for one fact; all that is derived from it follows. For «what if» in a notebook."""
        changed = replace(self.fact(fact_id), amount=amount)
        return Facts(MappingProxyType({**self.facts, fact_id: changed}), self.formulas, self.units)
