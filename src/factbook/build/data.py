"""The folder of data on the site: the tables, that of all numbers, the schema, the licence, and all of them as one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from factbook.citations.identity import Identity
from factbook.data.layout import Layout
from factbook.data.package import DESCRIPTOR
from factbook.editions import archives, changes, records
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.provenance import publication
from factbook.provenance.publication import NUMBERS, README, quotable, readme


def write(layout: Layout, identity: Identity, numbers: Path, folder: Path) -> None:
    """Writes the data package to ``folder``; ``numbers`` is the table of all numbers, as a language's build made it."""
    package = layout.package
    folder.mkdir()
    for file in package.files.values():
        shutil.copy(file, folder)
    shutil.copy(numbers, folder / NUMBERS["path"])
    descriptor = publication.published(package, identity)
    (folder / DESCRIPTOR).write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", "utf-8")
    (folder / README).write_text(readme.text(descriptor, identity), "utf-8")
    title = {language: catalogue.of(language)("site.name") for language in LANGUAGES}
    table = numbers.read_text("utf-8-sig")
    for name, text in quotable.written(identity.base, table, _editions(layout), title, identity.name).items():
        (folder / name).write_text(text, "utf-8")
    (folder / publication.archive(package)).write_bytes(archives.pack(folder))


def _editions(layout: Layout) -> Iterator[quotable.Edition]:
    """Each frozen edition with its numbers and why they have changed; an edition itself knows no others."""
    for edition in () if layout.edition else records.read(layout):
        table = archives.text(layout.editions / edition.file, f"data/{NUMBERS['path']}")
        if table is not None:
            yield edition.name, table, changes.reasons(layout, edition)
