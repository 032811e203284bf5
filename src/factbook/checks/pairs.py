"""A number that a source prints in two currencies is one number: of one time and source, and held by a conversion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factbook.data.package import Package
from factbook.facts import Fact, Facts
from factbook.facts.relations import HOLDS, Relation
from factbook.problems import Problem

_CONVERT = "convert"


def check(package: Package, facts: Facts, relations: Iterable[Relation]) -> Iterator[Problem]:
    """Pairs that are not two prints of one number, and pairs that no relation recomputes."""
    converted = {
        (relation.claim, operand)
        for relation in relations
        for operand in relation.operands
        if relation.operation == _CONVERT and relation.expected == HOLDS
    }
    for row in package.rows("facts"):
        fact, other = facts.entries.get(row["id"]), facts.entries.get(row["pair"])
        if not (isinstance(fact, Fact) and isinstance(other, Fact)):
            continue
        if differs := _difference(fact, other):
            found = f"«{fact.id}» is paired with «{other.id}», whose {differs}"
            advice = "name the print of the same number in the other currency"
            yield from row.problem("data.pair", "pair", found, "one number, printed in two currencies", advice).problems
        elif (other.id, fact.id) not in converted:
            found = f"no relation says that «{other.id}» is «{fact.id}» at a rate"
            advice = "add its line to relations.csv"
            yield from row.problem("data.pair", "pair", found, f"a relation {_CONVERT} that {HOLDS}", advice).problems


def _difference(fact: Fact, other: Fact) -> str:
    """What two prints of one number do not have in common, if anything."""
    if fact.years != other.years:
        return f"year is {', '.join(map(str, other.years)) or 'none'}"
    if (fact.source, fact.said_by) != (other.source, other.said_by):
        return f"source is {other.source}, said by {other.said_by}"
    if fact.unit.kind != "money" or other.unit.kind != "money" or fact.unit.key == other.unit.key:
        return f"unit is {other.unit.key}"
    return ""
