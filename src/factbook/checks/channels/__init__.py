"""Everything published beside the pages that speaks of a number, read back and compared with the data.

One module for each channel, each a generator over the statements of the folder that is about to be published: what is
wrong with each, or nothing. They read the files as a stranger's program would, with other code than the code that wrote
them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from factbook.checks.channels import counted, elsewhere
from factbook.checks.channels.reading import Readings
from factbook.data.layout import Layout
from factbook.problems import Problem

#: The channels in the order in which their problems are listed.
NAMES = (
    "known",
    "tables",
    "all_numbers",
    "quotable",
    "bibliographies",
    "cited",
    "head",
    "explained",
    "copied",
    "searched",
    "fed",
    "notebooks",
    "scripts",
)

CHANNELS: Mapping[str, Callable[[Layout, Path], Readings]] = {
    name: import_module(f"factbook.checks.channels.{name}").check for name in NAMES
}


def check(layout: Layout, folder: Path) -> list[Problem]:
    """Every problem of the files in ``folder``, a whole site of the book in ``layout``."""
    read = {name: list(channel(layout, folder)) for name, channel in CHANNELS.items()}
    wrong = [one for statements in read.values() for one in statements if one]
    counts = {name: len(statements) for name, statements in read.items()} | _elsewhere(layout, folder)
    return [*wrong, *counted.wrong(folder, counts)]


def count(layout: Layout, folder: Path) -> dict[str, int]:
    """How many statements are read back in each channel of the site in ``folder``."""
    counts = {name: sum(1 for _ in channel(layout, folder)) for name, channel in CHANNELS.items()}
    return counts | _elsewhere(layout, folder)


def _elsewhere(layout: Layout, folder: Path) -> dict[str, int]:
    return {name: of(layout, folder) for name, of in elsewhere.COUNTS.items()}
