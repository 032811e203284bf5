"""Sources that nothing rests on: no row of the data names them, and no chapter cites them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factbook.data import sources
from factbook.data.layout import Layout
from factbook.problems import Problem, ProblemError

_COLUMN = "source"


def check(layout: Layout, cited: Collection[str]) -> Iterator[Problem]:
    """Each source of the bibliography that is neither ``cited`` by a chapter nor named by a row of a table."""
    shown = layout.shown(layout.bibliography)
    try:
        entries = sources.read(layout.bibliography, shown).entries
        named = {
            key
            for table in layout.package.files
            if _COLUMN in layout.package.columns(table)
            for row in layout.package.rows(table)
            for key in row[_COLUMN].split()
        }
    except ProblemError:
        # The check of the data says why.
        return
    lines = sources.lines(layout.bibliography.read_text("utf-8"))
    for key in sorted(set(entries) - named - set(cited), key=lines.__getitem__):
        yield Problem(
            "references.uncited",
            shown,
            f"nothing rests on the source «{key}»",
            "a source that a row of the data names or a chapter cites",
            "cite it where it is used, or delete it",
            lines[key],
        )
