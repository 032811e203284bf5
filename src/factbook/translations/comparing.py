"""Two languages of a chapter beside each other: each difference is something to do, told where it is to be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from factbook.problems import Problem
from factbook.translations.marks import TYPED
from factbook.translations.model import Block, Chapter, Mark

#: The code of what stands in one language only, by its kind.
_CODES = {
    "citation": "parity.citation",
    "cross-reference": "parity.cross-reference",
    "footnote": "parity.footnote",
    "image": "parity.image",
    "link": "parity.link",
    "number": "parity.number",
    "substitution": "parity.substitution",
    TYPED: "parity.typed-number",
}
_EITHER = "write it in this language too, or take it out of the other"


@dataclass(frozen=True, slots=True)
class _Side:
    """A block of one language: the file it stands in, and the words that lead to it."""

    shown: str
    where: str
    block: Block

    def inside(self, block: Block) -> _Side:
        return _Side(self.shown, f"{self.where}, {block.shape}", block)


def labels(one: Chapter, other: Chapter) -> Iterator[Problem]:
    """Labels of ``other`` that ``one`` does not have."""
    known = {label.name for label in one.labels}
    for label in other.labels:
        if label.name not in known:
            yield Problem(
                "parity.label",
                one.shown,
                f"the label «{label.name}» is missing",
                f"every label of {other.shown} (there in line {label.line})",
                "write the section or figure in this language too",
            )


def twice(chapter: Chapter) -> Iterator[Problem]:
    """Labels that stand more than once in a chapter."""
    times = Counter(label.name for label in chapter.labels)
    for label in chapter.labels:
        if times[label.name] > 1:
            found = f"the label «{label.name}» stands twice"
            yield Problem("parity.twice", chapter.shown, found, "every label once", "rename one", label.line)


def contents(one: Chapter, other: Chapter) -> dict[str, list[Problem]]:
    """The differences within each section that stands in both chapters, by its label."""
    theirs = {section.label: section for section in other.sections}
    found = {}
    for section in one.sections:
        if twin := theirs.get(section.label):
            where = f"section «{section.label}»"
            found[section.label] = list(
                _compare(_Side(one.shown, where, section.block), _Side(other.shown, where, twin.block))
            )
    return found


def order(one: Chapter, other: Chapter) -> Iterator[Problem]:
    """The first section that stands elsewhere in the order of ``other``."""
    shared = {section.label for section in one.sections} & {section.label for section in other.sections}
    here, there = ([s for s in chapter.sections if s.label in shared] for chapter in (one, other))
    for ours, theirs in zip(here, there, strict=False):
        if ours.label != theirs.label:
            yield Problem(
                "parity.order",
                other.shown,
                f"section «{theirs.label}» stands here",
                f"section «{ours.label}», as in {one.shown}:{ours.block.line}",
                "put the sections in the same order in every language",
                theirs.block.line,
            )
            return


def _compare(one: _Side, other: _Side) -> Iterator[Problem]:
    """Everything in which two blocks of the same place differ."""
    if one.block.shape != other.block.shape:
        yield _differs("parity.shape", one, other, one.block.shape, other.block.shape)
        return
    yield from _marks(one, other)
    if one.block.code != other.block.code:
        yield _code(one, other)
    yield from _blocks(one, other)


def _marks(one: _Side, other: _Side) -> Iterator[Problem]:
    only_one, only_other = _surplus(one.block.marks, other.block.marks), _surplus(other.block.marks, one.block.marks)
    for kind in dict.fromkeys(mark.kind for mark in (*only_one, *only_other)):
        ours, theirs = ([mark for mark in marks if mark.kind == kind] for marks in (only_one, only_other))
        # One against one is most likely the same thing, said differently.
        if len(ours) == len(theirs) == 1:
            yield _differs(_CODES[kind], one, other, _named(ours[0]), _named(theirs[0]), ours[0].line, theirs[0].line)
            continue
        for mark in ours:
            yield _missing(_CODES[kind], other, one, _named(mark), mark.line)
        for mark in theirs:
            yield _missing(_CODES[kind], one, other, _named(mark), mark.line)


def _surplus(marks: Sequence[Mark], others: Sequence[Mark]) -> list[Mark]:
    """The marks that stand more often than among the others, the later ones where all are alike.

    A typed number is to stand in both, and no more: where one language repeats a year the other may say «that year».
    """
    left = Counter((mark.kind, mark.text) for mark in others)
    surplus = []
    for mark in marks:
        key = (mark.kind, mark.text)
        if not left[key]:
            surplus.append(mark)
            left[key] += mark.kind == TYPED
        elif mark.kind != TYPED:
            left[key] -= 1
    return surplus


def _blocks(one: _Side, other: _Side) -> Iterator[Problem]:
    ours, theirs = one.block.blocks, other.block.blocks
    matcher = SequenceMatcher(None, [block.shape for block in ours], [block.shape for block in theirs], autojunk=False)
    for _, start, end, other_start, other_end in matcher.get_opcodes():
        for mine, twin in zip_longest(ours[start:end], theirs[other_start:other_end]):
            if mine and twin:
                yield from _compare(one.inside(mine), other.inside(twin))
            elif mine:
                yield _missing("parity.shape", other, one, f"the {mine.shape}", mine.line)
            elif twin:
                yield _missing("parity.shape", one, other, f"the {twin.shape}", twin.line)


def _code(one: _Side, other: _Side) -> Problem:
    lines = zip_longest(one.block.code.splitlines(), other.block.code.splitlines(), fillvalue="")
    ours, theirs = next((ours, theirs) for ours, theirs in lines if ours != theirs)
    return _differs("parity.code", one, other, f"`{ours.strip()}`", f"`{theirs.strip()}`")


def _missing(code: str, lacking: _Side, having: _Side, what: str, line: int) -> Problem:
    found, expected = f"{lacking.where}: {what} is missing", f"as in {having.shown}:{line}"
    return Problem(code, lacking.shown, found, expected, _EITHER, lacking.block.line)


def _differs(
    code: str, one: _Side, other: _Side, ours: str, theirs: str, line: int | None = None, other_line: int | None = None
) -> Problem:
    """Told in the later language; which of the two is right, only a person knows."""
    return Problem(
        code,
        other.shown,
        f"{other.where}: {theirs} stands here",
        f"{ours}, as in {one.shown}:{line or one.block.line}",
        "make the two the same, here or there",
        other_line or other.block.line,
    )


def _named(mark: Mark) -> str:
    return f"the {mark.kind} «{mark.text}»"
