"""Files that no page, stylesheet or script of the site names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

#: The folder whose files are published only where they are asked for; all others are the book's own.
STATIC = "_static"
#: What a bundle is made of, and what only helps to read it.
_INGREDIENTS = frozenset({".css", ".map"})
_FILE = re.compile(r"[\w.+-]+\.\w+")


def loaded(site: Path, pages: Iterable[str]) -> frozenset[Path]:
    """The static files that are named in a page, or in a script that is so named; of stylesheets, the bundles only."""
    waiting = {
        path
        for path in site.rglob("*")
        if STATIC in path.parts and path.is_file() and (path.suffix not in _INGREDIENTS or is_shared(path, site))
    }
    texts = list(pages)
    found: set[Path] = set()
    while texts:
        named = frozenset[str]().union(*map(_named, texts))
        new = {path for path in waiting if path.name in named}
        waiting -= new
        found |= new
        texts = [path.read_text("utf-8") for path in new if path.suffix == ".js" and not is_shared(path, site)]
    return frozenset(found)


def _named(text: str) -> frozenset[str]:
    """All that may be the name of a file."""
    return frozenset(_FILE.findall(text))


def is_shared(path: Path, site: Path) -> bool:
    """Whether a static file is one for all languages: a bundle, or a library that names no other file."""
    return path.parent == site / STATIC


def delete(site: Path, pages: Iterable[str]) -> None:
    """Deletes every static file that nothing names, and the folders that this empties."""
    kept = loaded(site, pages)
    for folder, _, files in os.walk(site, topdown=False):
        if STATIC in Path(folder).parts:
            for unwanted in (path for path in (Path(folder, name) for name in files) if path not in kept):
                unwanted.unlink()
            if not any(Path(folder).iterdir()):
                Path(folder).rmdir()
