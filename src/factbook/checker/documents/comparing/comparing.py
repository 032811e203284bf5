"""Figures of two versions laid beside each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factbook.checker.documents import spans
from factbook.checker.documents.checking import CheckedDocument
from factbook.checker.documents.comparing.figures import SIGN, Figure, Passage, Table, passages, tables
from factbook.checker.documents.model import Document
from factbook.checker.sentences import Claim, Verdict

#: How much alike the words of two sentences, or the labels of two tables, must be to be the same.
_ALIKE = 0.6
#: A claim of this kind states one quantity twice: neither figure is computed from the other.
_TWICE = "equal"


@dataclass(frozen=True, slots=True)
class Change:
    """A figure as it was and as it is."""

    old: Figure
    new: Figure


@dataclass(frozen=True, slots=True)
class Stayed:
    """A figure that is as it was, though the figures ``bases`` that it was computed from are not."""

    kind: str
    figure: Figure
    bases: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the figures of a document: those changed, those that stayed though they should not have."""

    changed: tuple[Change, ...]
    stayed: tuple[Stayed, ...]
    matched: int


def compare(old: CheckedDocument, new: CheckedDocument) -> Comparison:
    """Compare two versions that could be read; raises ``ValueError`` where one could not."""
    if old.document is None or new.document is None:
        raise ValueError("a version was not read")
    pairs = [*_in_tables(old.document, new.document), *_in_sentences(old.document, new.document)]
    pairs.sort(key=lambda pair: pair.new.start)
    changed = tuple(pair for pair in pairs if _bare(pair.old.text) != _bare(pair.new.text))
    stayed = tuple(_stayed(old.report.claims, old.document, pairs))
    return Comparison(changed, stayed, len(pairs))


def _stayed(claims: Sequence[Claim], document: Document, pairs: Sequence[Change]) -> Iterator[Stayed]:
    """Claims that held in the old version, of which in the new one a base changed and the result did not."""
    at = {place: pair for pair in pairs for place in range(pair.old.start, pair.old.end)}
    seen: set[Figure] = set()
    for claim in claims:
        if claim.kind == _TWICE or claim.verdict is not Verdict.CONSISTENT:
            continue
        found = [at.get(start) for _, (start, _) in spans.of(claim, document.text)]
        if len(found) < len(claim.amounts) or found[-1] is None:
            continue
        result = found[-1]
        bases = tuple(pair for pair in found[:-1] if pair is not None and _bare(pair.old.text) != _bare(pair.new.text))
        if bases and _bare(result.old.text) == _bare(result.new.text) and result.new not in seen:
            seen.add(result.new)
            yield Stayed(claim.kind, result.new, bases)


def _in_tables(old: Document, new: Document) -> Iterator[Change]:
    """Cells under the same labels, in tables with most labels in common."""
    left = tables(new)
    for before in tables(old):
        after = max(left, key=lambda table: _overlap(before, table), default=None)
        if after is None or _overlap(before, after) < _ALIKE:
            continue
        left.remove(after)
        for key, figure in before.cells.items():
            if key in after.cells:
                yield Change(figure, after.cells[key])


def _overlap(one: Table, other: Table) -> float:
    shared = len(one.labels & other.labels)
    return 2 * shared / max(1, len(one.labels) + len(other.labels))


def _in_sentences(old: Document, new: Document) -> Iterator[Change]:
    """Figures between the same words, in sentences with most words in common."""
    left = list(passages(new))
    holding: dict[str, set[int]] = {}
    for index, passage in enumerate(left):
        for word in set(passage.words):
            holding.setdefault(word, set()).add(index)
    taken: set[int] = set()
    for before in passages(old):
        shared = Counter(index for word in set(before.words) for index in holding.get(word, ()) if index not in taken)
        near = [index for index, _ in shared.most_common(5)]
        best = max(near, key=lambda index: _matcher(before, left[index]).ratio(), default=None)
        if best is None or _matcher(before, left[best]).ratio() < _ALIKE:
            continue
        taken.add(best)
        yield from _paired(before, left[best])


def _matcher(before: Passage, after: Passage) -> SequenceMatcher[str]:
    return SequenceMatcher(None, before.words, after.words, autojunk=False)


def _paired(before: Passage, after: Passage) -> Iterator[Change]:
    for first, second, size in _matcher(before, after).get_matching_blocks():
        for step in range(size):
            if before.words[first + step].startswith(SIGN):
                numbers = (
                    sum(word.startswith(SIGN) for word in words[:place])
                    for words, place in ((before.words, first + step), (after.words, second + step))
                )
                yield Change(before.figures[next(numbers)], after.figures[next(numbers)])


def _bare(text: str) -> str:
    return "".join(text.split())
