"""The newest edition in ``CITATION.cff``, by which archives and reference managers know it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.data.layout import Layout
from factbook.editions import records
from factbook.problems import Problem

FILE = "CITATION.cff"
_BLOCK = re.compile(r"^preferred-citation:\n(?:[ ]+.*\n)+", re.MULTILINE)
_EDITION = re.compile(r"^  edition: \"?(?P<name>[^\"\n]*)\"?\n", re.MULTILINE)


def name(layout: Layout, edition: str) -> None:
    """Names an edition in the preferred citation; a book without that file or entry is cited by its pages alone."""
    path = layout.root / FILE
    if path.is_file():
        text = path.read_text("utf-8")
        path.write_text(_BLOCK.sub(lambda found: _named(found[0], edition), text), "utf-8", newline="\n")


def _named(block: str, edition: str) -> str:
    return f'{_EDITION.sub("", block)}  edition: "{edition}"\n'


def check(layout: Layout) -> Iterator[Problem]:
    """A citation that names another edition than the newest, or none."""
    newest, path = records.latest(layout), layout.root / FILE
    block = _BLOCK.search(path.read_text("utf-8")) if path.is_file() else None
    if newest is None or block is None:
        return
    named = _EDITION.search(block[0])
    if named is None or named["name"] != newest.name:
        yield Problem(
            "edition.cited",
            FILE,
            f"its preferred citation names the edition {named['name']}"
            if named
            else "its preferred citation has no edition",
            f"{newest.name}, the newest",
            f'write edition: "{newest.name}" under preferred-citation',
        )
