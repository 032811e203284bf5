"""Everything published beside the pages that speaks of a number, read back and compared with the data.

One module for each channel, each a generator of problems over the folder that is about to be published. They read the
files as a stranger's program would, with other code than the code that wrote them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from factbook.data.layout import Layout
from factbook.problems import Problem

#: The channels in the order in which their problems are listed.
NAMES = (
    "known",
    "tables",
    "all_numbers",
    "quotable",
    "packed",
    "bibliographies",
    "head",
    "explained",
    "copied",
    "searched",
    "fed",
    "notebooks",
    "scripts",
)

CHANNELS: tuple[Callable[[Layout, Path], Iterator[Problem]], ...] = tuple(
    import_module(f"factbook.checks.channels.{name}").check for name in NAMES
)


def check(layout: Layout, folder: Path) -> list[Problem]:
    """Every problem of the files in ``folder``, a whole site of the book in ``layout``."""
    return [problem for channel in CHANNELS for problem in channel(layout, folder)]
