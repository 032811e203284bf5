"""What a chapter imports: the numbers, figures and tables of the book in the chapter's language.

A chapter begins with::

    from factbook.chapter import open_book
    book = open_book("ko")
    say, chart = book.say, book.chart

and is then live: in the site ``{eval}`` roles and code cells are run at build time, in JupyterLab whenever the reader
runs them. A cell ``book.at_rate(1350)`` makes all that runs after it follow, until ``book.reset()``.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factbook import report
from factbook.data.package import Package, find
from factbook.facts import REPORT_RATE, Facts, relations, state
from factbook.interface import catalogue
from factbook.notebook import reads, what_if
from factbook.notebook.reads import Notebook
from factbook.notebook.what_if import Given, Supposed, WhatIfError
from factbook.phrasing import ledger_link, tables
from factbook.phrasing.said import Said
from factbook.phrasing.saying import Sayer
from factbook.problems import ProblemError

if TYPE_CHECKING:
    import pandas as pd

    from factbook.figures.gallery import Drawn
    from factbook.phrasing.tables import DataTable


class Book:
    """The book in one language, over one state of its data, or over what a reader supposes in place of it.

    ``at_rate`` and ``with_fact`` change the book itself, since a chapter's first cell has handed out ``book.say`` and
    ``book.chart``: these must follow. They return the book too, which tells in a notebook what is supposed and what
    follows. No file is changed.
    """

    def __init__(
        self, language: str, package: Package, notes: Notebook | None = None, ledger: str = ledger_link.ON_SITE
    ) -> None:
        self.language = language
        data = state.read(package)
        self._relations = tuple(judgement.relation for judgement in data.judgements.values())
        if notes:
            data = notes.state(data)
        self.package = data.package
        self._printed = Sayer(language, data.facts, data.judgements, data.claims, ledger=ledger)
        self._supposed: Supposed = {}
        self.sayer = self._printed

    @property
    def facts(self) -> Facts:
        """All numbers, as they are or as they would be."""
        return self.sayer.facts

    def at_rate(self, rate: Given) -> Book:
        """Supposes that the report had converted at ``rate`` won per dollar: ``book.at_rate(1350)``.

        Every won amount that is a conversion at the report's rate follows; see :mod:`factbook.facts.conversions`.
        Raises :class:`~factbook.notebook.what_if.WhatIfError`.
        """
        return self.with_fact(REPORT_RATE, rate)

    def with_fact(self, fact_id: str, amount: Given) -> Book:
        """Supposes another value for a fact: ``book.with_fact("world-market-2025", "USD 2.0 billion")``.

        ``amount`` is written in any language of the book (``"20억 달러"``), or a number in base units
        (``2_000_000_000``). All that is computed from the fact follows, and so does the won amount that the report
        prints beside it. Suppositions add up; a second one for a fact takes the place of the first. Raises
        :class:`~factbook.notebook.what_if.WhatIfError`, having changed nothing.
        """
        given = what_if.amount_of(amount, fact_id, self._printed.facts, self.language)
        return self._suppose({**self._supposed, fact_id: given})

    def reset(self) -> Book:
        """Goes back to the numbers as they are."""
        return self._suppose({})

    def _suppose(self, supposed: Supposed) -> Book:
        before = self._printed
        try:
            numbers = what_if.suppose(before.facts, supposed)
            judgements = relations.judgements(self._relations, numbers)
        except ProblemError as error:
            words = catalogue.of(self.language)
            raise WhatIfError(words("what-if.not-computable", found=error.problems[0].found)) from None
        changed = what_if.changed_numbers(before.facts, numbers)
        changed |= what_if.changed_relations(before.judgements, judgements)
        self._supposed = supposed
        self.sayer = replace(
            before, facts=numbers, judgements=judgements, supposed=what_if.mark(supposed), changed=changed
        )
        return self

    def __repr__(self) -> str:
        return what_if.told(self._supposed, self._printed, self.sayer).text

    def _repr_html_(self) -> str:
        return what_if.told(self._supposed, self._printed, self.sayer).html

    def say(self, fact_id: str, *, alone: bool = False, bare: bool = False) -> Said:
        """A number with its pair in another currency, or ``alone``; ``bare``, without the noun of what it counts."""
        return self.sayer.say(fact_id, alone=alone, bare=bare)

    def when(self, fact_id: str) -> Said:
        """The year of a number, for a sentence that says it without the number: ``when("world-market-2019")``."""
        return self.sayer.when(fact_id)

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

    def claim(self, claim_id: str, words: str) -> Said:
        """Words that say truly what a claim of ``claims.csv`` comes to: ``claim("organ-share", "more than half")``."""
        return self.sayer.claim(claim_id, words)

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
        """A figure of :mod:`factbook.figures`, with its data as a table."""
        from factbook.figures.gallery import Gallery

        return Gallery(self.sayer, self.package).draw(name)


def open_book(language: str, folder: str | Path | None = None) -> Book:
    """The book in ``language``, over the data package in or above ``folder`` (the current folder by default).

    Raises :class:`~factbook.problems.ProblemError` where the data cannot be read.
    """
    package, notes = find(Path(folder) if folder else None), reads.notebook()
    report.work_on(package.with_report)
    # The kernel of a build notes what it reads, and its numbers stand on a page beside the ledger.
    ledger = ledger_link.ON_SITE if notes else ledger_link.from_kernel(package, language)
    return Book(language, package, notes, ledger)
