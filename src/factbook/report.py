"""The report at hand: what it adds to the engine stands in ``book/report``, its figures, their checks and its words.

A command, a build and a chapter say which book they work on; whatever they start works on the same.
"""

from __future__ import annotations

import importlib
import os
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import ModuleType

#: Names the root folder of the book to this process and those that it starts.
_VARIABLE = "FACTBOOK_BOOK"
#: Where a book keeps what is its own.
PLACE = Path("book", "report")


def work_on(root: Path) -> None:
    """From now on, the report at hand is that of the book in ``root``."""
    os.environ[_VARIABLE] = str(root)


def folder() -> Path | None:
    """``book/report`` of the book that is worked on, else of the one in or above which this process runs, if any."""
    return _at(os.environ.get(_VARIABLE) or str(Path.cwd()))


@cache
def _at(start: str) -> Path | None:
    places = (root / PLACE for root in (Path(start), *Path(start).parents))
    return next((place for place in places if place.is_dir()), None)


def module(name: str) -> ModuleType:
    """A module of the report, by its name within ``book/report``; those of other reports have other names."""
    return importlib.import_module(f"{_package(_there())}.{name}")


def modules(name: str) -> list[ModuleType]:
    """The modules of a folder of the report, in the order of their names."""
    files = sorted((_there() / name).glob("[!_]*.py"))
    return [module(f"{name}.{file.stem}") for file in files]


def _there() -> Path:
    found = folder()
    if found is None:
        raise ModuleNotFoundError(f"no book with a folder {PLACE.as_posix()} stands here or above")
    return found


@cache
def _package(place: Path) -> str:
    package = ModuleType(f"report_{sha256(str(place).encode()).hexdigest()[:8]}")
    package.__path__ = [str(place)]
    sys.modules[package.__name__] = package
    return package.__name__
