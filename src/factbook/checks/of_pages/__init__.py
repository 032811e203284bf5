"""What must hold of the built pages: one small check a module, each a generator of problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from factbook.checks.pages import Site
from factbook.problems import Problem

#: The modules in the order in which their problems are told.
NAMES = (
    "privacy",
    "policy",
    "dates",
    "cutoff",
    "previews",
    "links",
    "leftovers",
    "numbering",
    "suppositions",
    "numbers",
    "hedges",
    "meanings",
    "sentences",
    "scripts",
    "terms",
    "openings",
    "ledger",
    "data_tables",
    "sources",
    "explanations",
    "figures",
    "geometry",
    "prose",
    "coverage",
    "twins",
    "reads",
    "claimed",
    "editions",
)

CHECKS: tuple[Callable[[Site], Iterator[Problem]], ...] = tuple(
    import_module(f"factbook.checks.of_pages.{name}").check for name in NAMES
)
