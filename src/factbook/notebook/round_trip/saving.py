"""A notebook saved over the chapter that it was opened from: what was not edited keeps its bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from factbook.notebook.round_trip import options
from factbook.notebook.round_trip.segments import DIRECTIVES, Cell, Document, Segment, read

#: The metadata that MyST-NB reads; anything else of a cell is how JupyterLab shows it.
STORED = frozenset({"tags", "mystnb"})
#: The metadata of a run.
VALUES = "user_expressions"
#: The methods of :class:`~factbook.chapter.Book` by which a reader supposes something.
SUPPOSING = ("at_rate", "with_fact")
_SUPPOSES = re.compile(rf"\b(?:{'|'.join(SUPPOSING)})\b")
#: The part of the words of a cell that make it an edited one, not another one.
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class _Piece:
    """A cell to write: over the segment ``origin`` of the chapter, or a new one. Without ``cell`` it is not edited."""

    origin: int | None
    cell: Cell | None = None


def supposes(cell: Cell) -> bool:
    """Whether a cell is a reader's what-if, which no chapter keeps."""
    return cell.kind == "code" and _SUPPOSES.search(cell.source) is not None


def saved(text: str, cells: Sequence[Cell], refused: Callable[[Cell], bool] = supposes) -> str:
    """The chapter ``text`` with the cells of a notebook: a cell that is the same has the same bytes.

    An edited one keeps its fence and the spelling of its options. Header, values of a run and whatever JupyterLab notes
    of a cell are never written, nor is a cell that is ``refused``: there the chapter keeps its own.
    """
    document = read(text)
    known = STORED.union(*(segment.cell.metadata for segment in document.segments)) - {VALUES}
    wanted = [Cell(cell.kind, cell.source, _stored(cell.metadata, known)) for cell in cells]
    return document.header + _joined(document, list(_pieces(document, wanted, known, refused))) + document.tail


def _stored(metadata: Mapping[str, Any], known: frozenset[str]) -> dict[str, Any]:
    return {name: value for name, value in metadata.items() if name in known}


def _key(cell: Cell, known: frozenset[str]) -> tuple[str, str, str]:
    return cell.kind, cell.source, json.dumps(_stored(cell.metadata, known), sort_keys=True)


def _pieces(
    document: Document, cells: Sequence[Cell], known: frozenset[str], refused: Callable[[Cell], bool]
) -> Iterator[_Piece]:
    old = [_key(segment.cell, known) for segment in document.segments]
    new = [_key(cell, known) for cell in cells]
    for change, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            yield from map(_Piece, range(start, end))
            continue
        for cell in cells[first:last]:
            origin = _origin(document, range(start, end), cell)
            if origin is not None:
                start = origin + 1
            if refused(cell):
                yield from [] if origin is None else [_Piece(origin)]
            elif origin is not None or cell.source.strip():
                yield _Piece(origin, cell)


def _origin(document: Document, among: range, cell: Cell) -> int | None:
    """The segment that ``cell`` is the edited form of."""
    likeness = {number: _likeness(document.segments[number].cell, cell) for number in among}
    best = max(likeness, key=likeness.__getitem__, default=None)
    return best if best is not None and likeness[best] >= _SAME else None


def _likeness(one: Cell, other: Cell) -> float:
    if one.kind != other.kind:
        return 0
    alike = SequenceMatcher(None, one.source.split(), other.source.split(), autojunk=False).ratio()
    # The name of a figure stands in its metadata.
    return alike + bool(one.metadata and dict(one.metadata) == dict(other.metadata))


def _joined(document: Document, pieces: Sequence[_Piece]) -> str:
    made: list[str] = []
    before: tuple[int | None, str] = (-1, "")
    for piece in pieces:
        segment = None if piece.origin is None else document.segments[piece.origin]
        cell = piece.cell or (segment.cell if segment else Cell("markdown", ""))
        follows = segment is not None and piece.origin == _after(before[0])
        if segment and follows and (cell.kind == "code" or cell.metadata == segment.cell.metadata):
            made.append(segment.before)
        else:
            made.append(_between(document, before[1], cell))
        made.append(segment.text if segment and piece.cell is None else _written(document, cell, segment))
        before = (piece.origin, cell.kind)
    return "".join(made)


def _after(origin: int | None) -> int | None:
    return None if origin is None else origin + 1


def _between(document: Document, kind: str, cell: Cell) -> str:
    """What separates ``cell`` from one of ``kind`` before it, which is empty where there is none."""
    newline = document.newline
    lead = newline * 2 if kind else newline if document.header else ""
    if cell.kind == "markdown" and (cell.metadata or kind == "markdown"):
        noted = json.dumps(dict(cell.metadata), ensure_ascii=False) if cell.metadata else ""
        return f"{lead}{f'+++ {noted}'.rstrip()}{newline * 2}"
    return lead


def _written(document: Document, cell: Cell, segment: Segment | None) -> str:
    """An edited cell, or without ``segment`` a new one."""
    if cell.kind == "markdown":
        return options.end_lines(cell.source.strip("\n"), document.newline)
    if segment is None or segment.cell.kind != cell.kind:
        opening, spelled, closing = _directive(document, cell.kind) + "\n", options.dump(cell.metadata), "```"
    else:
        opening, spelled, closing = segment.opening, segment.options, segment.closing or "```"
        if cell.metadata != segment.cell.metadata:
            spelled = options.dump(cell.metadata)
    opening, closing = _longer(opening, closing, cell.source)
    if options.resembles(cell.source) and not options.ends_blank(spelled):
        spelled += "\n"
    body = cell.source + "\n" if cell.source else ""
    return options.end_lines(opening + spelled + body + closing, document.newline)


def _directive(document: Document, kind: str) -> str:
    """The line that opens a cell of that kind in this chapter."""
    lines = (segment.opening for segment in document.segments if segment.cell.kind == kind)
    ours = f"{DIRECTIVES[kind]} python" if kind == "code" else DIRECTIVES[kind]
    return f"```{next(lines, ours).strip().lstrip('`~')}"


def _longer(opening: str, closing: str, source: str) -> tuple[str, str]:
    """A fence that no line of ``source`` closes."""
    mark = opening.lstrip()[0]
    most = max((len(found) for found in re.findall(rf"^ {{0,3}}({mark}{{3,}})", source, re.MULTILINE)), default=0)
    if most < len(closing.strip()):
        return opening, closing
    fence = mark * (most + 1)
    return fence + opening.lstrip().lstrip(mark), fence
