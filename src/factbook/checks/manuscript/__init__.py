"""What a chapter's source may hold: no number but those of the data, and nothing that hides one from the checks.

``reading`` takes a chapter apart, ``cells`` looks at the texts of tables, and ``claimed`` computes what words claim.
``markup``, ``code`` and ``typed`` refuse what is not listed (``declared``, ``own``) or explained (``excuses``). Each
problem names file and line, before a build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from factbook.checks import memory
from factbook.checks.manuscript import cells, claimed, code, excuses, markup, own, typed
from factbook.checks.manuscript.excuses import Excuses
from factbook.checks.manuscript.reading import Part, Role, Text, parts
from factbook.data import package, store
from factbook.data.layout import Layout
from factbook.editions import records
from factbook.facts import state
from factbook.facts.state import State
from factbook.interface.catalogue import LANGUAGES
from factbook.languages import characters
from factbook.notebook import round_trip
from factbook.problems import Problem, ProblemError
from factbook.translations.myst import UnreadableOptionsError

_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")


@dataclass(frozen=True)
class Known:
    """What the data and the bibliography know: years, ids of rows, and what typed numbers may be."""

    excuses: Excuses
    years: frozenset[int]
    ids: frozenset[str]
    state: State


def check(layout: Layout) -> list[Problem]:
    """Return every problem of the chapters' sources, in the order of files and lines.

    Nothing is found where the data cannot be read, or a chapter: the checks of those name why.
    """
    try:
        data = known(layout)
    except ProblemError:
        return []
    found = list(cells.check(layout.package))
    before, held_to = store.of(layout), _held_to(layout)
    for language in LANGUAGES:
        for path in sorted(layout.chapters(language).glob("*.md")):
            shown = layout.shown(path)
            try:
                text = package.decode(path, shown)
                rests_on = (text, path.stem, language, shown, held_to)
                # What a tool stored or rewrote is told by itself.
                mended = partial(_mended, text, path.stem, language, shown, data)
                found += before.of("manuscript", rests_on, mended)
            except (ProblemError, UnreadableOptionsError):
                continue
    return found


def _mended(text: str, name: str, language: str, shown: str, data: Known) -> list[Problem]:
    return of_chapter(round_trip.mend(text).text, name, language, shown, data)


def _held_to(layout: Layout) -> str:
    """A digest of all files that :func:`known` reads."""
    declared = (layout.bibliography, layout.editions / records.RECORD, layout.root / own.FILE)
    files = (*declared, *layout.package.folder.iterdir())
    return layout.edition + memory.digest(sorted(path for path in files if path.is_file()))


def of_chapter(text: str, name: str, language: str, shown: str, data: Known) -> list[Problem]:
    """Return every problem of one chapter: ``name`` in ``language``, whose file is ``shown``, with its ``text``.

    Raises :class:`~factbook.translations.myst.UnreadableOptionsError`.
    """
    found = [*_unseen(text, shown)]
    for part in parts(text, name):
        found += _part(part, name, language, shown, data)
    return sorted(found, key=lambda problem: problem.line or 0)


def known(layout: Layout) -> Known:
    """Return what the chapters of a book are held to. Raises :class:`ProblemError` where a table cannot be read."""
    files = [*layout.package.files.values(), layout.bibliography]
    text = "\n".join(package.decode(path, layout.shown(path)) for path in files)
    years = frozenset(map(int, _YEAR.findall(text)))
    ids = frozenset(
        row[column] for table in layout.package.files for row in layout.package.rows(table) for column in ("id", "key")
        if column in row.cells
    )  # fmt: skip
    return Known(excuses.of(layout), years, ids, state.read(layout.package))


def _part(part: Part, name: str, language: str, shown: str, data: Known) -> Iterator[Problem]:
    if isinstance(part, Text):
        yield from typed.check(part, data.excuses, data.years, name, language, shown)
        return
    if isinstance(part, Role):
        yield from claimed.check(part, data.state, language, shown)
    yield from markup.check(part, shown)
    yield from code.check(part, data.ids, language, shown)


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
