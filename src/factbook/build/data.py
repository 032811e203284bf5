"""The folder of data on the site: the tables, that of all numbers, the schema, the licence, and all of them as one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from factbook.citations.identity import Identity
from factbook.data.package import DESCRIPTOR, Package
from factbook.editions import archives
from factbook.provenance import publication
from factbook.provenance.publication import ARCHIVE, NUMBERS, README, readme


def write(package: Package, identity: Identity, numbers: Path, folder: Path) -> None:
    """Writes the data package to ``folder``; ``numbers`` is the table of all numbers, as a language's build made it."""
    folder.mkdir()
    for file in package.files.values():
        shutil.copy(file, folder)
    shutil.copy(numbers, folder / NUMBERS["path"])
    descriptor = publication.published(package, identity)
    (folder / DESCRIPTOR).write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", "utf-8")
    (folder / README).write_text(readme.text(descriptor, identity), "utf-8")
    (folder / ARCHIVE).write_bytes(archives.pack(folder))
