"""What must hold of data, reviews, chapters and editions before anything is built."""

from __future__ import annotations

from factbook import translations
from factbook.checks import manuscript, references, validation
from factbook.checks.memory import Memory, digest
from factbook.data import store
from factbook.data.layout import Layout
from factbook.data.reviews import checking as reviews
from factbook.editions import checking as editions
from factbook.problems import Problem


def check(layout: Layout, memory: Memory) -> list[Problem]:
    """Every problem of the sources, told at once; no code of a chapter is run.

    What was found in the data is remembered in ``memory`` for as long as neither a file of theirs nor the
    configuration has changed.
    """
    summed = digest((layout.config, layout.bibliography, *sorted(layout.package.folder.iterdir())))
    known = store.of(layout)
    data = memory.of("data", summed, lambda: known.until_clean("data", (layout.edition, summed), lambda: _data(layout)))
    written = translations.check(layout) + references.check(layout) + manuscript.check(layout)
    known.save()
    return data + written + editions.check(layout)


def _data(layout: Layout) -> list[Problem]:
    return validation.check(layout) + reviews.check(layout)
