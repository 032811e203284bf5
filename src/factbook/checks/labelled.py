"""A text of a table is about the same in every language: no other name of a kind stands in one than in another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factbook.data.package import Package, Row
from factbook.facts import names as all_names
from factbook.facts.names import Names, shown, strangers
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

_ADVICE = "look up what the row is about, and mend the language that says otherwise"


def check(package: Package) -> Iterator[Problem]:
    """Texts that name one country, publisher, organ … in one language and another in another."""
    names = all_names.load(package)
    first = LANGUAGES[0]
    for table in package.files:
        columns = package.columns(table)
        texts = [one.removesuffix(f"_{first}") for one in columns if one.endswith(f"_{first}")]
        for row in package.rows(table):
            for text in texts:
                yield from _check(row, text, names)


def _check(row: Row, text: str, names: Names) -> Iterator[Problem]:
    said = {
        language: {one.of for one in names.mentioned(row[f"{text}_{language}"], language)} for language in LANGUAGES
    }
    for one, other in combinations(LANGUAGES, 2):
        for here, there in strangers(said[one], said[other]):
            found = f"it names {shown(here, one)}, and {text}_{other} {shown(there, other)}"
            yield from row.problem("data.label", f"{text}_{one}", found, "the same names in each", _ADVICE).problems
