"""``factbook edition NAME``: builds the book as an edition and keeps it, as one archive, for good."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from factbook.data.layout import Layout
from factbook.editions import archives, cited, records, sections
from factbook.editions.records import Edition
from factbook.problems import ProblemError


def freeze(layout: Layout, name: str, day: date, build: Callable[[Layout, Path], None]) -> Edition:
    """Freezes the book as it is. ``build`` builds a layout into a folder.

    Raises :class:`ProblemError` where the name is taken or none, or where the book does not build.
    """
    if refused := records.refusal(layout, name):
        raise ProblemError([refused])
    with tempfile.TemporaryDirectory(prefix=f"edition-{name}-") as folder:
        built, as_edition = Path(folder) / name, replace(layout, edition=name)
        # What an earlier attempt has left could tell in the bytes: the same book gives the same edition.
        shutil.rmtree(as_edition.work, ignore_errors=True)
        build(as_edition, built)
        shutil.rmtree(as_edition.work, ignore_errors=True)
        (built / sections.FILE).write_text(sections.written(sections.now(layout)), "utf-8", newline="\n")
        edition = records.add(layout, name, archives.pack(built), day)
    cited.name(layout, name)
    return edition
