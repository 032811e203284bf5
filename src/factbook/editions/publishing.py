"""The editions on the site: each under ``editions/NAME/`` and as one file; the list by which old ones know new ones."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from factbook.data.layout import Layout
from factbook.editions import archives, records
from factbook.phrasing import ledger_link

#: The folder of the site, and the script in it that is no part of any edition.
FOLDER = "editions"
LIST = "editions.js"


#: Files of an edition that hold addresses.
_TEXTS = frozenset({".bib", ".csv", ".html", ".ipynb", ".js", ".json", ".md", ".ris", ".svg", ".txt", ".xml"})


def publish(layout: Layout, site: Path, base: str) -> None:
    """Writes every edition below ``site``, which is published under ``base``; an edition itself holds no others."""
    if layout.edition:
        return
    known = records.read(layout)
    (site / FOLDER).mkdir()
    for edition in known:
        unpacked = site / FOLDER / edition.name
        archives.unpack(layout.editions / edition.file, unpacked)
        _place(unpacked, base)
        shutil.copy(layout.editions / edition.file, site / FOLDER)
    listed = json.dumps([edition.name for edition in known])
    (site / FOLDER / LIST).write_text(f"(window.factbook ??= {{}}).editions = {listed};\n", "utf-8", newline="\n")


def _place(edition: Path, base: str) -> None:
    """Gives an edition that was frozen before the book had an address for good the one that it has now.

    The archive stays as it was frozen.
    """
    quotable = edition / "data" / "numbers.json"
    frozen = str(json.loads(quotable.read_text("utf-8"))["address"]) if quotable.is_file() else base
    if ledger_link.is_real(frozen) or not ledger_link.is_real(base):
        return
    for path in sorted(edition.rglob("*")):
        if path.suffix in _TEXTS:
            path.write_bytes(path.read_bytes().replace(frozen.encode(), base.encode()))
