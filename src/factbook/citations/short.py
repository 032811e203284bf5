"""A source as a sentence names it: up to two authors, or the first and others, and the year."""

from __future__ import annotations

from factbook.citations.model import Person, Work
from factbook.interface.catalogue import Catalogue


def people(work: Work, words: Catalogue) -> str:
    """The authors of a work in the language of ``words``."""
    names = [name.family if isinstance(name, Person) else name.name for name in work.authors]
    if len(names) > 2:
        return names[0] + words("cite.others")
    return words("cite.two-names").join(names) + (words("cite.others") if work.others else "")


def year(work: Work, words: Catalogue) -> str:
    """The year of a work, or that it has none."""
    return str(work.issued.year) if work.issued else words("cite.no-date")
