"""Where a number comes from: the sources that print it, or print what it is computed from, and whose number it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pybtex.database import BibliographyData, Person
from pybtex.database import Entry as Reference
from pybtex.richtext import Text

from factbook.data import sources
from factbook.data.package import Package
from factbook.facts import Derived, Fact, Facts
from factbook.interface.catalogue import Catalogue

#: How near a forecast's source stands to whoever made it: these are the maker's own words.
_FIRST_HAND = frozenset({"vendor"})
#: The columns of ``forecasts.csv`` that name facts.
_FORECAST = ("base", "end", "cagr")


@dataclass(frozen=True, slots=True)
class Source:
    """A source by its short citation: ``people`` and ``year``."""

    key: str
    people: str
    year: str


@dataclass(frozen=True, slots=True)
class Producer:
    """Who made a number that a source prints; ``quoted`` where the source passes on another's number."""

    name: str
    quoted: bool


def sources_of(bibliography: BibliographyData, words: Catalogue) -> dict[str, Source]:
    """Every source of the bibliography by key, named in the language of ``words``."""
    return {key: _source(key, entry, words) for key, entry in bibliography.entries.items()}


def _source(key: str, entry: Reference, words: Catalogue) -> Source:
    return Source(
        key=key,
        people=_people([_name(person) for person in sources.authors(entry, words.language)], words),
        year=entry.fields.get("year") or words("cite.no-date"),
    )


def _people(names: list[str], words: Catalogue) -> str:
    """Up to two authors, or the first and others, as the citations of the pages have them."""
    if len(names) > 1 and names[-1] == "others":
        names = [*names[:-2], names[-2] + words("cite.others")]
    return names[0] + words("cite.others") if len(names) > 2 else words("cite.two-names").join(names)


def _name(person: Person) -> str:
    return _text(" ".join([*person.prelast_names, *person.last_names, *person.lineage_names]))


def _text(latex: str) -> str:
    """BibTeX's text as plain text: without braces and escapes."""
    return str(Text.from_latex(latex))


def producers(package: Package, facts: Facts, language: str) -> dict[str, Producer]:
    """Who made each number of a forecast, by the number's id; its pair in another currency is the same number."""
    found: dict[str, Producer] = {}
    rows = package.rows("forecasts") if "forecasts" in package.files else ()
    for row in rows:
        producer = Producer(row[f"publisher_{language}"], row["quality"] not in _FIRST_HAND)
        for name in (row[column] for column in _FORECAST if row[column]):
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
