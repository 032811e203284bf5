"""What must hold of the built pages: one small check a module, each a generator of problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

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

#: Those that look at each page by itself, if not only that: so far, at the pages of a language beside those of another.
ALONE = frozenset(
    {
        *("privacy", "dates", "leftovers", "suppositions", "numbers", "hedges", "sentences", "scripts", "terms"),
        *("openings", "geometry", "prose", "explanations", "policy", "twins"),
    }
)

CHECKS: Mapping[str, Callable[[Site], Iterator[Problem]]] = MappingProxyType(
    {name: import_module(f"factbook.checks.of_pages.{name}").check for name in NAMES}
)
