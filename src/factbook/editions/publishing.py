"""The editions on the site: each under ``editions/NAME/`` and as one file; the list by which old ones know new ones."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from factbook.data.layout import Layout
from factbook.editions import archives, records

#: The folder of the site, and the script in it that is no part of any edition.
FOLDER = "editions"
LIST = "editions.js"


def publish(layout: Layout, site: Path) -> None:
    """Writes every edition below ``site``; an edition itself holds no others."""
    if layout.edition:
        return
    known = records.read(layout)
    (site / FOLDER).mkdir()
    for edition in known:
        archives.unpack(layout.editions / edition.file, site / FOLDER / edition.name)
        shutil.copy(layout.editions / edition.file, site / FOLDER)
    listed = json.dumps([edition.name for edition in known])
    (site / FOLDER / LIST).write_text(f"(window.factbook ??= {{}}).editions = {listed};\n", "utf-8", newline="\n")
