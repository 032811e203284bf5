"""What the operands of an operation have in common besides their units: their time, and what they are about.

A share is of a whole of the same year; growth is of one market, not from the world's to a country's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factbook.data.package import Package, Row
from factbook.facts import Entry, Facts, names
from factbook.facts.names import Name, Names, shown, strangers
from factbook.facts.relations import Relation
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

#: Operations on amounts of one time; of those without a year, nothing is known.
_OF_ONE_TIME = frozenset({"share", "difference", "sum", "mean", "drop", "convert", "in-usd", "implied-rate"})
#: Operations on one thing, at two times or in two units.
_OF_ONE_THING = frozenset({"cagr", "growth", "grow", "implied-rate", "same"})
#: Kinds of names that say which thing it is. One publisher's growth may be applied to another's amount.
_THINGS = frozenset({"place", "industry", "organ", "company", "arm", "ward", "level"})


def check(package: Package, facts: Facts, relations: Iterable[Relation]) -> Iterator[Problem]:
    """Formulas and relations whose operands are of several times, or of several things, where they must be of one."""
    known = names.load(package)
    calculations = [(one.row, one.operation, one.operands) for one in facts.formulas]
    calculations += [(one.row, one.operation, one.operands) for one in relations]
    for row, operation, operands in calculations:
        entries = [facts.entries[name] for name in operands if name in facts.entries]
        if operation in _OF_ONE_TIME:
            yield from _times(row, operation, entries)
        if operation in _OF_ONE_THING:
            yield from _things(row, operation, entries, known)


def _times(row: Row, operation: str, entries: Sequence[Entry]) -> Iterator[Problem]:
    years = {entry.years: entry.id for entry in entries if entry.years and not entry.unit.is_calendar}
    if len(years) > 1:
        found = ", ".join(f"{name} of {'–'.join(map(str, own))}" for own, name in years.items())
        yield from row.problem(
            "data.operand-time", "operands", f"{operation} of {found}", "operands of the same year"
        ).problems


def _things(row: Row, operation: str, entries: Sequence[Entry], known: Names) -> Iterator[Problem]:
    first, *others = entries
    for other in others:
        for found, right in strangers(_which(other, known), _which(first, known)):
            what = f"{operation} of {first.id}, about {_listed(right)}, and {other.id}, about {_listed(found)}"
            yield from row.problem("data.operand-subject", "operands", what, "operands about the same thing").problems


def _which(entry: Entry, known: Names) -> frozenset[Name]:
    return frozenset(name for name in known.of(entry) if name.kind in _THINGS)


def _listed(names_of: Iterable[Name]) -> str:
    return shown(names_of, LANGUAGES[-1])
