"""Names of what numbers are about, from ``names.csv``: places, publishers, companies, wards, currencies.

A name is of one kind, and a number is about those that its label names: "United States market, 2025" is about the
United States. Words of a text count as a name in either number, with whatever ending a language adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache

from factbook.data.package import Package, decode
from factbook.facts.model import Entry
from factbook.interface.catalogue import LANGUAGES
from factbook.languages.mentioning import Lexicon, Mention

TABLE = "names"
_OR = "|"


@dataclass(frozen=True, slots=True)
class Name:
    """A name of ``kind`` and its ``words`` by language.

    Numbers of ``units`` are about it by themselves. Where it is ``implied``, its numbers are said without naming it.
    """

    key: str
    kind: str
    words: Mapping[str, tuple[str, ...]] = field(hash=False)
    units: frozenset[str]
    implied: bool


class Names:
    """All names of a package."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        self._lexicons = {
            language: Lexicon(((words, name) for name in names for words in name.words[language]), language)
            for language in LANGUAGES
        }
        self._all = names

    def __iter__(self) -> Iterator[Name]:
        return iter(self._all)

    def mentioned(self, text: str, language: str) -> Iterator[Mention[Name]]:
        """Every name in ``text``, the longest where several begin at a place."""
        return self._lexicons[language].found(text)

    def of(self, entry: Entry) -> frozenset[Name]:
        """What a number is about, by its label in any language and by its unit."""
        return _of(self, tuple(entry.label.items()), entry.unit.key)

    def by_unit(self, unit: str) -> frozenset[Name]:
        """The names that numbers of a unit are about, whatever their labels say."""
        return frozenset(name for name in self._all if unit in name.units)


@lru_cache(maxsize=4096)
def _of(names: Names, labels: tuple[tuple[str, str], ...], unit: str) -> frozenset[Name]:
    mentioned = {mention.of for language, label in labels for mention in names.mentioned(label, language)}
    return names.by_unit(unit) | mentioned


def strangers(named: Set[Name], own: Set[Name]) -> Iterator[tuple[Set[Name], Set[Name]]]:
    """The names of each kind of which ``named`` has others than ``own`` alone, with those of ``own``."""
    for kind in sorted({name.kind for name in named} & {name.kind for name in own}):
        found, right = ({name for name in some if name.kind == kind} for some in (named, own))
        if found.isdisjoint(right):
            yield found, right


def shown(names: Iterable[Name], language: str) -> str:
    """Names in a message, each by its first word."""
    return " or ".join(sorted(f"«{name.words[language][0]}»" for name in names))


def load(package: Package) -> Names:
    """Every name; none where the package has no such table."""
    if TABLE not in package.files:
        return Names(())
    path = package.files[TABLE]
    return _read(package, decode(path, package.shown(path)))


@lru_cache(maxsize=2)
def _read(package: Package, written: str) -> Names:  # noqa: ARG001 - what is read is read anew where it has changed
    return Names(
        tuple(
            Name(
                row["key"],
                row["kind"],
                {language: tuple(row[language].split(_OR)) for language in LANGUAGES},
                frozenset(row["units"].split()),
                row["implied"] == "yes",
            )
            for row in package.rows(TABLE)
        )
    )
