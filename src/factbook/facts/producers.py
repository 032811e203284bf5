"""Who made a number that its source passes on: the one copy for explanations, citations and the published table.

A forecast is its publisher's, wherever it was read; ``forecasts.csv`` names the publisher beside the numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from factbook.data.package import Package
from factbook.facts.collection import Facts
from factbook.facts.model import Derived, Fact
from factbook.interface.catalogue import LANGUAGES

TABLE = "forecasts"
#: The columns that name the numbers of a forecast.
_NUMBERS = ("base", "end", "cagr")


@dataclass(frozen=True, slots=True)
class Producer:
    """Who made a forecast, by language, and when (``2019-09``, or nothing)."""

    names: Mapping[str, str]
    published: str

    @property
    def year(self) -> str:
        return self.published[:4]

    def is_quoted_by(self, authors: Collection[str]) -> bool:
        """Whether a source by ``authors`` passes on the number of another."""
        return set(authors).isdisjoint(self.names.values())


def producers(package: Package, facts: Facts) -> dict[str, Producer]:
    """Who made each number of a forecast, by the number's id; its pair in another currency is the same number."""
    found: dict[str, Producer] = {}
    for row in package.rows(TABLE) if TABLE in package.files else ():
        producer = Producer({language: row[f"publisher_{language}"] for language in LANGUAGES}, row["published"])
        for name in (row[column] for column in _NUMBERS if row[column]):
            found[name] = producer
            entry = facts[name]
            if isinstance(entry, Fact) and entry.pair:
                found[entry.pair] = producer
    return found


def printed(names: Iterable[str], facts: Facts) -> tuple[Fact, ...]:
    """The printed facts that the numbers ``names`` go back to, each once, in the order in which they are used."""
    return tuple({fact.id: fact for fact in _leaves(names, facts)}.values())


def _leaves(names: Iterable[str], facts: Facts) -> Iterator[Fact]:
    for name in names:
        if name.isdigit():
            continue
        entry = facts[name]
        if isinstance(entry, Derived):
            yield from _leaves(entry.operands, facts)
        else:
            yield entry
