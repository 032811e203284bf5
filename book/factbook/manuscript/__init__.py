"""What a chapter's source may hold: no number but those of the data, and nothing that hides one from the checks.

``reading`` takes a chapter apart; ``markup``, ``code`` and ``typed`` refuse what ``declared`` does not list or
``excuses`` does not explain. Each problem names file and line, before anything is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factbook import characters, package
from factbook.catalogue import LANGUAGES
from factbook.layout import Layout
from factbook.manuscript import code, excuses, markup, typed
from factbook.manuscript.excuses import Excuses
from factbook.manuscript.reading import Part, Text, parts
from factbook.parity.myst import UnreadableOptionsError
from factbook.problems import Problem, ProblemError

_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")


@dataclass(frozen=True)
class _Known:
    """What the data and the bibliography know."""

    excuses: Excuses
    years: frozenset[int]
    ids: frozenset[str]


def check(layout: Layout) -> list[Problem]:
    """Return every problem of the chapters' sources, in the order of files and lines.

    Nothing is found where the data cannot be read, or a chapter: the checks of those name why.
    """
    try:
        known = _known(layout)
    except ProblemError:
        return []
    found: list[Problem] = []
    for language in LANGUAGES:
        for path in sorted(layout.chapters(language).glob("*.md")):
            shown = layout.shown(path)
            try:
                text = package.decode(path, shown)
                found += sorted(_check(text, path.stem, language, shown, known), key=lambda problem: problem.line or 0)
            except (ProblemError, UnreadableOptionsError):
                continue
    return found


def _known(layout: Layout) -> _Known:
    files = [*layout.package.files.values(), layout.bibliography]
    text = "\n".join(package.decode(path, layout.shown(path)) for path in files)
    years = frozenset(map(int, _YEAR.findall(text)))
    ids = frozenset(
        row[column] for table in layout.package.files for row in layout.package.rows(table) for column in ("id", "key")
        if column in row.cells
    )  # fmt: skip
    return _Known(excuses.of(layout), years, ids)


def _check(text: str, name: str, language: str, shown: str, known: _Known) -> Iterator[Problem]:
    yield from _unseen(text, shown)
    for part in parts(text, name):
        yield from _part(part, language, shown, known)


def _part(part: Part, language: str, shown: str, known: _Known) -> Iterator[Problem]:
    if isinstance(part, Text):
        yield from typed.check(part, known.excuses, known.years, shown)
        return
    yield from markup.check(part, shown)
    yield from code.check(part, known.ids, language, shown)


def _unseen(text: str, shown: str) -> Iterator[Problem]:
    """Characters that no one sees, which can turn the order of digits, and full-width ones."""
    for line, written in enumerate(text.splitlines(), 1):
        for letter, why in characters.unwanted(written):
            yield Problem(
                "manuscript.character",
                shown,
                f"{characters.named(letter)} is {why}",
                "letters, digits and signs that are seen, in their ordinary form",
                "delete it, or type the ordinary one",
                line,
            )
