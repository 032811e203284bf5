"""The languages beside each other: every section of a chapter says the same in all of them, or the build fails.

- Every chapter, labelled heading, figure and table stands in every language.
- Twin sections have the same numbers, citations, cross-references and typed years, block by block; the same lists,
  tables and directives in the same order; the same code but for its language; and what changes in one language is
  followed in the others, or someone records that it needs no change.

Chapters are read as MyST reads them, so that a label in a code block is not taken for one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import permutations

from factbook.data.layout import Layout
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem, ProblemError
from factbook.translations import chapters, comparing, record
from factbook.translations.chapters import Chapters

#: Problems that a chapter, or the record, has by itself.
_OF_ONE_LANGUAGE = frozenset({"parity.options", "parity.record", "parity.twice"})


@dataclass(frozen=True, slots=True)
class Declared:
    """What came of declaring sections to be in step: those now recorded, and what is left to do."""

    recorded: tuple[str, ...]
    left: tuple[Problem, ...]


def check(layout: Layout) -> list[Problem]:
    """Everything in which the languages are not in step."""
    return _all(layout, chapters.load(layout))


def is_unfinished(problem: Problem) -> bool:
    """Whether a problem is that one language is still to follow another, and each by itself can be read."""
    return problem.code.startswith("parity.") and problem.code not in _OF_ONE_LANGUAGE


def unrecorded(layout: Layout) -> list[str]:
    """The sections that ``book/parity.toml`` does not know as they are, though no language is behind another.

    Raises :class:`ProblemError` where the record cannot be read.
    """
    return record.unrecorded(record.load(layout), chapters.load(layout).sections())


def declare(layout: Layout, labels: Collection[str] = ()) -> Declared:
    """Records that sections are in step: those labelled, else all that are new or have changed in every language.

    Raises :class:`ProblemError` for an unknown label or an unreadable record.
    """
    read = chapters.load(layout)
    sections = read.sections()
    differing = {label for label, problems in _contents(read).items() if problems}
    before = record.load(layout)
    after = record.declared(before, sections, labels, differing)
    if after != before:
        record.save(layout.parity_record, after)
    changed = sorted(label for label in after if after[label] != before.get(label))
    return Declared(tuple(changed), tuple(_all(layout, read)))


def _all(layout: Layout, read: Chapters) -> list[Problem]:
    return _addresses(read) + _differences(layout, read)


def _addresses(read: Chapters) -> list[Problem]:
    found = list(read.problems)
    for twins in read.twins.values():
        found += [problem for chapter in twins.values() for problem in comparing.twice(chapter)]
        found += [problem for one, other in permutations(twins.values(), 2) for problem in comparing.labels(one, other)]
    return found


def _differences(layout: Layout, read: Chapters) -> list[Problem]:
    found = [problem for problems in _contents(read).values() for problem in problems]
    for twins in read.twins.values():
        first, *others = (twins[language] for language in LANGUAGES)
        found += [problem for other in others for problem in comparing.order(first, other)]
    try:
        found += record.behind(record.load(layout), read.sections())
    except ProblemError as error:
        found += error.problems
    return sorted(found, key=lambda problem: (problem.file, problem.line or 0))


def _contents(read: Chapters) -> dict[str, list[Problem]]:
    """What the twins of each section do not share, by label."""
    found: dict[str, list[Problem]] = {}
    for twins in read.twins.values():
        first, *others = (twins[language] for language in LANGUAGES)
        for other in others:
            for label, problems in comparing.contents(first, other).items():
                found.setdefault(label, []).extend(problems)
    return found
