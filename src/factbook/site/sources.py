"""What must hold of data, reviews, chapters and editions before anything is built."""

from __future__ import annotations

from factbook import manuscript, parity, references, validation
from factbook.editions import checking as editions
from factbook.layout import Layout
from factbook.problems import Problem
from factbook.reviews import checking as reviews
from factbook.site.memory import Memory, digest


def check(layout: Layout, memory: Memory) -> list[Problem]:
    """Every problem of the sources, told at once; no code of a chapter is run.

    What was found in the data is remembered in ``memory`` for as long as neither a file of theirs nor the
    configuration has changed.
    """
    summed = digest((layout.config, layout.bibliography, *sorted(layout.package.folder.iterdir())))
    data = memory.of("data", summed, lambda: validation.check(layout) + reviews.check(layout))
    written = parity.check(layout) + references.check(layout) + manuscript.check(layout)
    return data + written + editions.check(layout)
