"""Everything published beside the pages that speaks of a number, read back and compared with the data.

One module for each channel, each a generator over the statements of the folder that is about to be published: what is
wrong with each, or nothing. They read the files as a stranger's program would, with other code than the code that wrote
them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
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
    "exported",
)

CHANNELS: Mapping[str, Callable[[Layout, Path], Readings]] = {
    name: import_module(f"factbook.checks.channels.{name}").check for name in NAMES
}


@dataclass(frozen=True)
class ReadBack:
    """What is wrong in the channels of a site, and how many statements each has."""

    wrong: list[Problem]
    counts: Mapping[str, int]


def read(layout: Layout, folder: Path) -> ReadBack:
    """Reads back the files in ``folder``, a whole site of the book in ``layout``."""
    found = {name: list(channel(layout, folder)) for name, channel in CHANNELS.items()}
    counts = {name: len(statements) for name, statements in found.items()}
    counts |= {name: of(layout, folder) for name, of in elsewhere.COUNTS.items()}
    return ReadBack([one for statements in found.values() for one in statements if one], counts)


def check(layout: Layout, folder: Path) -> list[Problem]:
    """Every problem of a site that says how many statements are read back in it."""
    back = read(layout, folder)
    return [*back.wrong, *counted.wrong(folder, back.counts)]
