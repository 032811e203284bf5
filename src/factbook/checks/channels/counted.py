"""How many statements are read back in each channel, as the page of the method says it: filled in, and held to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from factbook.problems import Problem

#: The cell of a channel on the page, filled or not. Sphinx's extension writes it empty.
CELL = '<td class="statements" data-channel="{name}">{count}</td>'
_CELL = re.compile(r'<td class="statements" data-channel="(?P<name>\w+)">(?P<count>[^<]*)</td>')
_ADVICE = "build the site again"


def fill(folder: Path, counts: Mapping[str, int]) -> None:
    """Writes the counts into every page of the site in ``folder`` that has room for them."""
    for path, html in _pages(folder):
        filled = _CELL.sub(lambda found: CELL.format(name=found["name"], count=f"{counts[found['name']]:,}"), html)
        path.write_text(filled, "utf-8", newline="")


def wrong(folder: Path, counts: Mapping[str, int]) -> Iterator[Problem]:
    """A count that is not that of the statements read back just now, and a channel that a page does not list."""
    for path, html in _pages(folder):
        shown = path.relative_to(folder).as_posix()
        told = {found["name"]: found["count"] for found in _CELL.finditer(html)}
        for name, count in counts.items():
            if told.get(name) != f"{count:,}":
                found = f"«{name}» has {told.get(name) or 'no'} statements"
                yield Problem("channel.count", shown, found, f"{count:,}", _ADVICE)


def _pages(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.glob("??/*.html")):
        html = path.read_text("utf-8")
        if _CELL.search(html):
            yield path, html
