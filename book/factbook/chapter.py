"""What a chapter imports: the numbers, figures and tables of the book in the chapter's language.

A chapter begins with::

    from factbook.chapter import open_book
    book = open_book("ko")
    say, chart = book.say, book.chart

and is then live: in the site ``{eval}`` roles and code cells are run at build time, in JupyterLab whenever the reader
runs them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factbook import facts, reads, relations, tables
from factbook.facts import Facts
from factbook.package import Package, find
from factbook.reads import Notebook
from factbook.relations import Judgement
from factbook.saying import Said, Sayer

if TYPE_CHECKING:
    import pandas as pd

    from factbook.charts.gallery import Drawn, Gallery
    from factbook.tables import DataTable


class Book:
    """The book in one language, over one state of its data."""

    def __init__(self, language: str, package: Package, notes: Notebook | None = None) -> None:
        self.language = language
        self.package = package
        self.facts: Facts = facts.load(package)
        judgements: Mapping[str, Judgement] = {r.id: relations.judge(r, self.facts) for r in relations.load(package)}
        if notes:
            self.package, self.facts = notes.package(package), notes.facts(self.facts)
            judgements = notes.judgements(judgements)
        self.sayer = Sayer(language, self.facts, judgements)

    def say(self, fact_id: str, *, alone: bool = False) -> Said:
        """A number with its pair in another currency, or ``alone``: ``say("world-market-2019")``."""
        return self.sayer.say(fact_id, alone=alone)

    def allowed(self, fact_id: str) -> Said:
        """All values that the printed digits of a number, or of what it is computed from, allow."""
        return self.sayer.allowed(fact_id)

    def recomputed(self, relation_id: str) -> Said:
        """What a claim would be by the formula of ``relations.csv``."""
        return self.sayer.recomputed(relation_id)

    def recomputed_range(self, relation_id: str) -> Said:
        """All that the printed digits allow for a claim by the formula of ``relations.csv``."""
        return self.sayer.recomputed_range(relation_id)

    def misfit(self, relation_id: str) -> Said:
        """By how much a claim differs from its recomputed value."""
        return self.sayer.misfit(relation_id)

    def verdict(self, relation_id: str) -> Said:
        """Whether a relation holds, in words."""
        return self.sayer.verdict(relation_id)

    def table(self, name: str, **chosen: str) -> DataTable:
        """A table of the data package as the reader sees it: columns in this language, numbers said, sources cited.

        ``chosen`` keeps the rows whose columns hold those values: ``table("factors", direction="threat")``.
        """
        rows = [row for row in self.package.rows(name) if all(row[column] == value for column, value in chosen.items())]
        return tables.show(name, rows, self.package, self.sayer)

    def frame(self, name: str) -> pd.DataFrame:
        """A table of the data package as pandas reads it, for computing on."""
        import pandas as pd

        return pd.DataFrame([dict(row.cells) for row in self.package.rows(name)])

    def chart(self, name: str) -> Drawn:
        """A figure of :mod:`factbook.charts`, with its data as a table."""
        return self._gallery.draw(name)

    @cached_property
    def _gallery(self) -> Gallery:
        from factbook.charts.gallery import Gallery

        return Gallery(self.sayer, self.package)


def open_book(language: str, folder: str | Path | None = None) -> Book:
    """The book in ``language``, over the data package in or above ``folder`` (the current folder by default).

    Raises :class:`~factbook.problems.ProblemError` where the data cannot be read.
    """
    return Book(language, find(Path(folder) if folder else None), reads.notebook())
