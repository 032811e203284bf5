"""Texts in the tables of ``data/``: plain ones, since a chapter's table is MyST and markup could excuse a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.data.package import Package
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

#: Code spans, emphasis, links and roles, HTML, mathematics, entities.
_MARKUP = re.compile(r"[`*<>\[\]$\\]|&#?\w+;")


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each text with markup.

    Raises :class:`~factbook.problems.ProblemError` where a table cannot be read.
    """
    for table in package.files:
        texts = [column for column in package.columns(table) if column.rpartition("_")[2] in LANGUAGES]
        for row in package.rows(table):
            for column in texts:
                if found := _MARKUP.search(row[column]):
                    yield from row.problem(
                        "manuscript.cell",
                        column,
                        f"«{found[0]}» is markup, in «{row[column][:60]}»",
                        "plain text, and {id} for a number",
                        "write it without",
                    ).problems
