"""What a report declares of its own writing, in ``book/report/report.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from factbook import report

FILE = (report.PLACE / "report.toml").as_posix()


@dataclass(frozen=True)
class Own:
    """What a report may write that others may not. Whatever is not declared is refused."""

    #: Chapters about the book. In the others, to judge numbers is to claim something.
    about_the_book: frozenset[str]
    #: Expressions that find proper names with digits, which state no quantity.
    names: tuple[str, ...]
    #: The numbered chapters of the report that the book reproduces, each with its numbered sections.
    sections: Mapping[str, tuple[str, ...]]
    #: The page and the section in which supposed numbers may stand.
    what_if: tuple[str, str]
    #: Code cells of another form than those that open the book or show something, by section.
    cells: Mapping[str, tuple[str, ...]]
    #: Code spans and lines of listings that hold digits, by section.
    code: Mapping[str, tuple[str, ...]]
    #: Labels of tables that show part of a data table, by its name and the part.
    table_labels: Mapping[tuple[str, ...], str]


def at_hand() -> Own:
    """What the report at hand declares; nothing where it has no such file."""
    folder = report.folder()
    return _read(folder / "report.toml" if folder else None)


@cache
def _read(file: Path | None) -> Own:
    table: dict[str, Any] = tomllib.loads(file.read_text("utf-8")) if file and file.is_file() else {}
    what_if = table.get("what-if", {})
    return Own(
        frozenset(table.get("about-the-book", ())),
        tuple(table.get("names", ())),
        _lists(table, "sections"),
        (what_if.get("page", ""), what_if.get("section", "")),
        _lists(table, "cells"),
        _lists(table, "code"),
        {(name, part): label for name, parts in table.get("table-labels", {}).items() for part, label in parts.items()},
    )


def _lists(table: Mapping[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    return {name: tuple(listed) for name, listed in table.get(key, {}).items()}
