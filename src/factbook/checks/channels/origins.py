"""Where a number comes from by tables and bibliography: its printed facts, their sources, who made it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from factbook.checks.channels import bibliographies
from factbook.checks.channels.bibliographies import Record
from factbook.data.layout import Layout
from factbook.data.package import Row
from factbook.facts import Entry, Fact
from factbook.facts.state import State
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES


@dataclass(frozen=True)
class Origins:
    """The origins of the numbers of ``data``, named as pages in ``language`` name them."""

    layout: Layout
    data: State
    language: str

    @cached_property
    def sources(self) -> dict[str, Record]:
        """Each source as references.bib has it."""
        return bibliographies.bibliography(self.layout, self.language)

    def facts(self, names: Iterable[str]) -> dict[str, Fact]:
        """The printed facts behind numbers and relations, by id; a year among their operands is none."""
        return {fact.id: fact for name in names for fact in self._behind(name)}

    def _behind(self, name: str) -> Iterator[Fact]:
        entry = self.data.facts.entries.get(name)
        if isinstance(entry, Fact):
            yield entry
        elif entry:
            yield from self.facts(entry.operands).values()
        elif judgement := self.data.judgements.get(name):
            yield from self.facts([*judgement.relation.operands, judgement.claim.id]).values()

    def publisher(self, entry: Entry) -> str:
        """Who forecast a number, or the number that it is the other currency of; nothing for any other number."""
        row = self._forecasts.get(entry.id)
        return row[f"publisher_{self.language}"] if row else ""

    def passes_on(self, fact: Fact) -> bool:
        """Whether the source of a number is not by the publisher of the number."""
        return self.publisher(fact) != "" and not self.is_by_publisher(fact.source, fact)

    def is_by_publisher(self, key: str, entry: Entry) -> bool:
        """Whether a source is by whoever forecast a number, under any of the publisher's names."""
        row = self._forecasts.get(entry.id)
        return row is not None and not {row[f"publisher_{code}"] for code in LANGUAGES}.isdisjoint(
            self.sources[key].authors
        )

    @cached_property
    def _forecasts(self) -> dict[str, Row]:
        rows = self.data.package.rows("forecasts") if "forecasts" in self.data.package.files else ()
        made = {row[end]: row for row in rows for end in ("base", "end", "cagr")}
        facts = self.data.facts.facts.values()
        return made | {fact.pair: made[fact.id] for fact in facts if fact.pair and fact.id in made}

    def unnamed(self, key: str, text: str) -> str:
        """The first author and the year of a source, where a short citation in ``text`` lacks one of them."""
        record = self.sources[key]
        author = record.authors[0].partition(",")[0] if record.authors else ""
        year = record.year or catalogue.of(self.language)("cite.no-date")
        return "" if author in text and year in text else f"{author} ({year})"
