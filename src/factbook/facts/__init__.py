"""Every number of the book, typed: facts as their sources print them, and what is computed from them.

Pure but for :func:`load`, which reads the rows of a :class:`~factbook.data.package.Package`.
"""

from factbook.facts.cells import texts_of
from factbook.facts.collection import Facts
from factbook.facts.computing import evaluate
from factbook.facts.model import BOOK, REPORT_RATE, Derived, Entry, Fact, Formula, Text, UnknownFact
from factbook.facts.reading import load, read_fact

__all__ = [
    "BOOK",
    "REPORT_RATE",
    "Derived",
    "Entry",
    "Fact",
    "Facts",
    "Formula",
    "Text",
    "UnknownFact",
    "evaluate",
    "load",
    "read_fact",
    "texts_of",
]
