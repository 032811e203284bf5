"""Files that no page, stylesheet or script of the site names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

#: The folder whose files are published only where they are asked for; all others are the book's own.
STATIC = "_static"
_FILE = re.compile(r"[\w.+-]+\.\w+")


def loaded(site: Path, pages: Iterable[str]) -> frozenset[Path]:
    """The static files that are named in a page, or in a script or sheet of a language that is so named."""
    waiting = {path for path in site.rglob("*") if STATIC in path.parts and path.is_file()}
    texts = list(pages)
    found: set[Path] = set()
    while texts:
        named = frozenset(name for text in texts for name in _FILE.findall(text))
        new = {path for path in waiting if path.name in named}
        waiting -= new
        found |= new
        texts = [path.read_text("utf-8") for path in new if names_others(path, site)]
    return frozenset(found)


def names_others(path: Path, site: Path) -> bool:
    """Whether a static file can name others: the shared ones at the root of the site are whole libraries."""
    return path.suffix in (".css", ".js") and path.parent != site / STATIC


def delete(site: Path, pages: Iterable[str]) -> None:
    """Deletes every static file that nothing names, and the folders that this empties."""
    kept = loaded(site, pages)
    for folder, _, files in os.walk(site, topdown=False):
        if STATIC in Path(folder).parts:
            for unwanted in (path for path in (Path(folder, name) for name in files) if path not in kept):
                unwanted.unlink()
            if not any(Path(folder).iterdir()):
                Path(folder).rmdir()
