"""The table of contents as one language can follow it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from factbook.data.layout import Layout
from factbook.interface.catalogue import LANGUAGES
from factbook.translations import chapters


def of_language(layout: Layout, language: str, folder: Path) -> Path:
    """The table of contents for a language: a copy in ``folder`` without the chapters that stand in others only.

    A draft has such chapters. Where there are none, it is the book's own file.
    """
    names = {one: set(chapters.names_in(layout, one)) for one in LANGUAGES}
    waiting = set().union(*names.values()) - names[language]
    if not waiting:
        return layout.toc
    path = folder / f"{language}.toc.yml"
    path.write_text(yaml.safe_dump(_without(waiting, yaml.safe_load(layout.toc.read_text("utf-8")))), "utf-8")
    return path


def _without(names: set[str], node: Any) -> Any:
    """A part of the table without the entries that name one of these files, and without lists that they leave empty."""
    if isinstance(node, list):
        return [_without(names, one) for one in node if not (isinstance(one, dict) and one.get("file") in names)]
    if isinstance(node, dict):
        kept = {key: (_without(names, value), value) for key, value in node.items()}
        return {key: new for key, (new, old) in kept.items() if new != [] or old == []}
    return node
