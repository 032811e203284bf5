"""The numbers of the book under what a reader supposes, and the mark by which a page tells which those are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from factbook.facts import REPORT_RATE, Fact, Facts, conversions
from factbook.facts.relations import Judgement
from factbook.quantities.amounts import Amount, Qualifier

#: What is supposed: an amount for each of some facts, in the order in which a reader supposed them.
Supposed = Mapping[str, Amount]

_BETWEEN = "; "
_MARK = re.compile(r"(?P<id>[a-z0-9-]+)=(?:(?P<qualifier>[a-z-]+) )?(?P<value>-?[0-9.]+)(?:±(?P<half>[0-9.]+))?")


def suppose(facts: Facts, supposed: Supposed) -> Facts:
    """``facts`` as they would be: formulas follow by themselves, and so does what a source converted at its one rate.

    A won amount that a source prints beside its dollars is such a conversion (see :mod:`factbook.facts.conversions`),
    so it follows the dollars and the rate, rounded as it was printed, unless it is supposed itself.
    """
    behind = conversions.dollars_behind(facts)
    for fact_id, amount in supposed.items():
        facts = facts.replacing(fact_id, amount)
    for won, dollars in behind.items():
        if won in facts.facts and won not in supposed and not {dollars.id, REPORT_RATE}.isdisjoint(supposed):
            facts = facts.replacing(won, _converted(facts.fact(won), facts.fact(dollars.id), facts.fact(REPORT_RATE)))
    return facts


def _converted(won: Fact, dollars: Fact, rate: Fact) -> Amount:
    """What the source would have printed for ``won``: to the same digit."""
    exact = replace(won.amount, value=dollars.value * rate.value)
    return exact.rounded(exact.ulp) if exact.ulp else exact


def changed_numbers(before: Facts, after: Facts) -> frozenset[str]:
    """The ids of the numbers that are not what they were, be it only in what their digits allow."""
    return frozenset(
        old.id
        for old, new in ((entry, after[name]) for name, entry in before.entries.items())
        if (old.value, old.amount, old.interval) != (new.value, new.amount, new.interval)
    )


def changed_relations(before: Mapping[str, Judgement], after: Mapping[str, Judgement]) -> frozenset[str]:
    """The ids of the relations in which some number is not what it was."""
    return frozenset(
        name
        for name, old, new in ((name, old, after[name]) for name, old in before.items())
        if (old.value, old.allowed, old.claim.amount, old.claim.interval)
        != (new.value, new.allowed, new.claim.amount, new.claim.interval)
    )


def mark(supposed: Supposed) -> str:
    """What is supposed, as the attribute ``data-if`` says it: ``report-rate=1350±0.5``."""
    return _BETWEEN.join(_marked(fact_id, amount) for fact_id, amount in supposed.items())


def _marked(fact_id: str, amount: Amount) -> str:
    hedge = f"{amount.qualifier} " if amount.qualifier else ""
    half = f"±{(amount.ulp / 2).normalize():f}" if amount.ulp else ""
    return f"{fact_id}={hedge}{amount.value:f}{half}"


def read_mark(text: str, facts: Facts) -> dict[str, Amount]:
    """What ``data-if`` supposes. Raises ``ValueError`` for a text that is none, and for an unknown fact."""
    return dict(_read(part, facts) for part in _parts(text))


def _parts(text: str) -> Iterable[re.Match[str]]:
    for part in text.split(_BETWEEN):
        found = _MARK.fullmatch(part)
        if found is None:
            raise ValueError(f"«{part}» supposes nothing")
        yield found


def _read(part: re.Match[str], facts: Facts) -> tuple[str, Amount]:
    fact_id = part["id"]
    if fact_id not in facts.facts:
        raise ValueError(f"no fact has the id «{fact_id}»")
    unit = facts.fact(fact_id).unit.key
    ulp = Decimal(part["half"] or 0) * 2
    return fact_id, Amount(Decimal(part["value"]), unit, ulp, Qualifier(part["qualifier"] or ""))
