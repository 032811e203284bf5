"""What can be cited, as values: a part of this book or a source, with all that any citation form asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a work is. Each output names it in its own vocabulary: a chapter of this book is never a journal article."""

    BOOK = "book"
    CHAPTER = "chapter"
    SECTION = "section"
    FIGURE = "figure"
    DATASET = "dataset"
    ARTICLE = "article"
    REPORT = "report"
    NEWS = "news"
    PAGE = "page"


#: Kinds that stand inside a container of the book's own.
PARTS = frozenset({Kind.CHAPTER, Kind.SECTION, Kind.FIGURE})


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a family name. ``given`` may be initials."""

    family: str
    given: str = ""

    @property
    def whole(self) -> str:
        return f"{self.family}, {self.given}" if self.given else self.family


@dataclass(frozen=True, slots=True)
class Institution:
    """A name that no program may split, invert or shorten: a body, or a person whose name is written as one."""

    name: str

    @property
    def whole(self) -> str:
        return self.name


Name = Person | Institution


@dataclass(frozen=True, slots=True)
class Date:
    """A day, a month or a year of the Gregorian calendar."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def read(cls, iso: str) -> Date:
        """``2026``, ``2026-11`` or ``2026-11-23``. Raises ``ValueError`` for anything else."""
        parts = [int(part) for part in iso.split("-")]
        if len(parts) > 3:
            raise ValueError(f"not a date: {iso}")
        return cls(*parts)

    @classmethod
    def of(cls, day: date) -> Date:
        return cls(day.year, day.month, day.day)

    @property
    def parts(self) -> tuple[int, ...]:
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    def written(self, separator: str) -> str:
        """Year, month and day in digits, as far as they are known: ``2026-11-23`` for ``-``."""
        first, *rest = self.parts
        return separator.join([f"{first:04}", *(f"{part:02}" for part in rest)])

    @property
    def iso(self) -> str:
        return self.written("-")


@dataclass(frozen=True, slots=True)
class Work:
    """Something that can be cited.

    ``key`` is its name in bibliographies. ``language`` is ISO 639-1, empty where it is not known. ``container`` is the
    title of what it is a part of. ``edition`` names a frozen edition; a work that has one has no ``version``. ``genre``
    says more closely what it is («Figure 3»). ``others`` says that there are more authors than are known. ``accessed``
    is when the reader saw it, which only the reader knows. ``cutoff`` is the day up to which this book looked at its
    sources; a source has none.
    """

    key: str
    kind: Kind
    title: str
    language: str
    authors: tuple[Name, ...] = ()
    others: bool = False
    container: str = ""
    edition: str = ""
    version: str = ""
    publisher: str = ""
    issued: Date | None = None
    address: str = ""
    doi: str = ""
    genre: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    note: str = ""
    licence: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    accessed: Date | None = None
    cutoff: Date | None = None

    @property
    def link(self) -> str:
        """Where the work is found: its DOI where it has one, else its address."""
        return f"https://doi.org/{self.doi}" if self.doi else self.address

    @property
    def issuer(self) -> str:
        """Who published it, unless that is its only author, whom every style has named already."""
        return "" if self._is_sole_author(self.publisher) else self.publisher

    @property
    def host(self) -> str:
        """What it is a part of, unless that bears the name of its only author, as a company's own pages do."""
        own = self.kind in (Kind.NEWS, Kind.PAGE) and self._is_sole_author(self.container)
        return "" if own else self.container

    def _is_sole_author(self, name: str) -> bool:
        return [author.whole for author in self.authors] == [name]
