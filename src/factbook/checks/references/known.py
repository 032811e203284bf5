"""The kinds of names that a book calls things by, and which names of each kind there are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from factbook.data import sources, store
from factbook.data.layout import Layout
from factbook.data.package import Package
from factbook.facts import UnknownFact
from factbook.facts.claims import TABLE as CLAIMS
from factbook.facts.claims import UnknownClaim
from factbook.facts.reading import rate_id
from factbook.facts.relations import UnknownRelation
from factbook.figures import declared
from factbook.figures.declared import UnknownFigure
from factbook.problems import Problem, ProblemError, UnknownNameError


class UnknownGivenError(UnknownNameError):
    """No source gives a number of that id; one that is computed cannot be supposed."""

    saying = "no source gives a number with the id"
    listed = "a computed number follows from others: suppose one of those"


class UnknownTableError(UnknownNameError):
    """The data package declares no table of that name."""

    saying = "no table has the name"
    listed = "data/datapackage.json declares every table"


class UnknownColumnError(UnknownNameError):
    """No table has that column, written ``table.column``."""

    saying = "no table has the column"
    listed = "data/datapackage.json declares every column"


class UnknownSourceError(UnknownNameError):
    """The bibliography has no source of that key."""

    saying = "no source has the key"
    listed = "add the source to book/references.bib"


class UnknownLabelError(UnknownNameError):
    """Nothing in the language has that label."""

    saying = "no heading, figure or table has the label"
    listed = "a label stands as (label)= before a heading, or as name: of a figure"


class UnknownChapterError(UnknownNameError):
    """No chapter of the language has that name."""

    saying = "no chapter has the name"
    listed = "the name of a chapter is that of its file, without .md"


class Kind(Enum):
    """What a name is a name of: the code of an unknown one, how it is told, what is expected instead."""

    NUMBER = ("references.number", UnknownFact, "an id of facts.csv, exchange_rates.csv or formulas.csv")
    FACT = ("references.fact", UnknownGivenError, "an id of facts.csv, or of a rate of exchange_rates.csv")
    RELATION = ("references.relation", UnknownRelation, "an id of relations.csv")
    CLAIM = ("references.claim", UnknownClaim, "an id of claims.csv")
    FIGURE = ("references.figure", UnknownFigure, "a figure that a module of book/report/figures declares")
    TABLE = ("references.table", UnknownTableError, "a table that data/datapackage.json declares, to show")
    ROWS = ("references.table", UnknownTableError, "a table that data/datapackage.json declares, to read")
    COLUMN = ("references.column", UnknownColumnError, "a column that data/datapackage.json declares of the table")
    SOURCE = ("references.source", UnknownSourceError, "a key of book/references.bib")
    LABEL = ("references.label", UnknownLabelError, "a label that stands in the same language")
    CHAPTER = ("references.chapter", UnknownChapterError, "a chapter that stands in the same language")

    def __init__(self, code: str, unknown: type[UnknownNameError], expected: str) -> None:
        self.code, self.unknown, self.expected = code, unknown, expected


@dataclass(frozen=True, slots=True)
class Named:
    """Something called by its name in ``line`` of ``file``."""

    kind: Kind
    name: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Known:
    """The names of each kind. A kind whose file cannot be read is left out: that is told by whoever reads it."""

    names: Mapping[Kind, frozenset[str]]

    def of_language(self, labels: frozenset[str], chapters: Iterable[str]) -> Known:
        return replace(self, names={**self.names, Kind.LABEL: labels, Kind.CHAPTER: frozenset(chapters)})

    def problems(self, named: Iterable[Named]) -> list[Problem]:
        """The names that nothing has, each with the nearest that something has."""
        return [
            _problem(one, self.names[one.kind])
            for one in named
            if one.kind in self.names and one.name not in self.names[one.kind]
        ]


def _problem(named: Named, known: Collection[str]) -> Problem:
    kind, unknown = named.kind, named.kind.unknown(named.name, known)
    return Problem(kind.code, named.file, unknown.found, kind.expected, unknown.suggestion, named.line)


def read(layout: Layout) -> Known:
    """What the data, the bibliography and the modules of figures have; labels and chapters are of one language."""
    package = layout.package
    facts = _read(lambda: [*_ids(package, "facts"), *map(rate_id, _ids(package, "exchange_rates", "year"))])
    formulas = _read(lambda: _ids(package, "formulas"))
    tables = _read(lambda: package.files)
    names = {
        Kind.NUMBER: None if facts is None or formulas is None else facts | formulas,
        Kind.FACT: facts,
        Kind.RELATION: _read(lambda: _ids(package, "relations")),
        Kind.CLAIM: _read(lambda: _ids(package, CLAIMS) if CLAIMS in package.files else ()),
        Kind.FIGURE: frozenset(figures(layout)),
        Kind.TABLE: tables,
        Kind.ROWS: tables,
        Kind.COLUMN: _read(
            lambda: [f"{table}.{column}" for table in package.files for column in package.columns(table)]
        ),
        Kind.SOURCE: _read(lambda: sources.read(layout.bibliography, layout.shown(layout.bibliography)).entries),
    }
    return Known({kind: found for kind, found in names.items() if found is not None})


def figures(layout: Layout) -> Mapping[str, tuple[declared.Asked, ...]]:
    """Every figure with what it asks for; to read that of the modules takes longer than to remember it."""
    folder = layout.report / "figures"
    texts = tuple(path.read_text("utf-8") for path in sorted(folder.glob("*.py")))
    return store.of(layout).of("figures", texts, lambda: declared.figures(folder))


def _read(names: Callable[[], Iterable[str]]) -> frozenset[str] | None:
    """The names that a file has, or ``None`` where it cannot be read."""
    try:
        return frozenset(names())
    except ProblemError:
        return None


def _ids(package: Package, table: str, column: str = "id") -> list[str]:
    return [row[column] for row in package.rows(table)]
