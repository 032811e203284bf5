"""One word a concept in each language, from ``terms.csv``, with what it means and the words not used for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from factbook.data.package import Package, decode
from factbook.interface.catalogue import LANGUAGES
from factbook.languages.mentioning import Lexicon, Mention

TABLE = "terms"
#: Begins the address of an entry in the list of terms.
ADDRESS = "term-"
_OR = "|"


@dataclass(frozen=True, slots=True)
class Term:
    """A concept: its ``forms`` by language, the first of which is its name, its ``meaning``, the words ``avoided``."""

    key: str
    forms: Mapping[str, tuple[str, ...]]
    meaning: Mapping[str, str]
    avoided: Mapping[str, tuple[str, ...]]

    @property
    def label(self) -> str:
        """The address of its entry in the list of terms, the same in every language."""
        return f"{ADDRESS}{self.key}"


class Terms:
    """The terms of a package, in the order of their table."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._terms = terms
        self._used = {
            one: Lexicon(((words, term) for term in terms for words in term.forms[one]), one) for one in LANGUAGES
        }
        self._avoided = {
            one: Lexicon(((words, term) for term in terms for words in term.avoided[one]), one) for one in LANGUAGES
        }

    def __iter__(self) -> Iterator[Term]:
        return iter(self._terms)

    def mentioned(self, text: str, language: str) -> Iterator[Mention[Term]]:
        """Every term in ``text``."""
        return self._used[language].found(text)

    def avoided(self, text: str, language: str) -> Iterator[Mention[Term]]:
        """Every word in ``text`` for which there is a term."""
        return self._avoided[language].found(text)


def load(package: Package) -> Terms:
    """Every term; none where the package has no such table. Raises :class:`~factbook.problems.ProblemError`."""
    if TABLE not in package.files:
        return Terms(())
    path = package.files[TABLE]
    return _read(package, decode(path, package.shown(path)))


@lru_cache(maxsize=2)
def _read(package: Package, written: str) -> Terms:  # noqa: ARG001 - what is read is read anew where it has changed
    def by_language(row: Mapping[str, str], column: str) -> dict[str, tuple[str, ...]]:
        return {one: tuple(filter(None, row[f"{column}{one}"].split(_OR))) for one in LANGUAGES}

    return Terms(
        tuple(
            Term(
                row["key"],
                by_language(row.cells, ""),
                {one: row[f"meaning_{one}"] for one in LANGUAGES},
                by_language(row.cells, "avoided_"),
            )
            for row in package.rows(TABLE)
        )
    )
