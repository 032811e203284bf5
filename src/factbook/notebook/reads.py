"""What a chapter reads of the data, so that it is run again when that has changed, and only then.

A chapter's kernel notes each number, relation and table that it looks at in the file that ``FACTBOOK_READS`` names; the
build asks later whether what was noted is still the same. Where the variable is not set, nothing is noted.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeVar

from factbook.data.package import Package, Row
from factbook.facts import Entry, Facts
from factbook.facts.relations import Judgement
from factbook.facts.state import State

#: Names the file in which a kernel notes what it reads.
VARIABLE = "FACTBOOK_READS"
NUMBER, RELATION, CLAIM, TABLE = "number", "relation", "claim", "table"
#: In place of a name: which numbers or relations there are.
ALL = "*"

T = TypeVar("T")
Note = Callable[[str], None]


class Read(NamedTuple):
    """One thing that was looked at: of which kind, and its id or name."""

    kind: str
    name: str


class _Noted(Mapping[str, T]):
    """A mapping that tells which of its keys are asked for."""

    def __init__(self, known: Mapping[str, T], note: Note) -> None:
        self._known, self._note = known, note

    def __getitem__(self, key: str) -> T:
        self._note(key)
        return self._known[key]

    def __contains__(self, key: object) -> bool:
        self._note(str(key))
        return key in self._known

    def __iter__(self) -> Iterator[str]:
        self._note(ALL)
        return iter(self._known)

    def __len__(self) -> int:
        self._note(ALL)
        return len(self._known)


@dataclass(frozen=True)
class _NotedPackage(Package):
    """A package that tells which of its tables are read."""

    note: Note

    def rows(self, table: str) -> tuple[Row, ...]:
        self.note(table)
        return super().rows(table)


class Notebook:
    """Notes what is read in ``file``, each once and at once: a kernel may be ended at any moment."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._noted: set[Read] = set()

    def state(self, data: State) -> State:
        """The same data, which tell what is looked at."""
        return State(
            _NotedPackage(data.package.folder, self._of(TABLE)),
            self._facts(data.facts),
            _Noted(data.judgements, self._of(RELATION)),
            _Noted(data.claims, self._of(CLAIM)),
        )

    def _facts(self, facts: Facts) -> Facts:
        note = self._of(NUMBER)
        noted = Facts(_Noted(facts.facts, note), facts.formulas, facts.units)
        # What is computed is taken over: computing it again would look at every number.
        vars(noted).update(
            derived=_Noted(facts.derived, note),
            entries=_Noted(facts.entries, note),
            converted_from=facts.converted_from,
        )
        return noted

    def _of(self, kind: str) -> Note:
        return lambda name: self._add(Read(kind, name))

    def _add(self, read: Read) -> None:
        if read not in self._noted:
            self._noted.add(read)
            with self._file.open("a", encoding="utf-8") as stream:
                stream.write(f"{read.kind} {read.name}\n")


def notebook() -> Notebook | None:
    """Where this process notes what it reads, if it is to."""
    named = os.environ.get(VARIABLE)
    return Notebook(Path(named)) if named else None


def noted_in(file: Path) -> frozenset[Read]:
    """What was noted."""
    lines = file.read_text("utf-8").splitlines() if file.exists() else ()
    return frozenset(Read(*line.split(" ", 1)) for line in lines)


def digest(read: Read, state: State) -> str:
    """The same for two states of the data as long as a reader of ``read`` finds the same in both."""
    return sha256(repr(_found(read, state)).encode()).hexdigest()


def _found(read: Read, state: State) -> object:
    if read.kind == TABLE:
        known_table = read.name in state.package.files
        return [dict(row.cells) for row in state.package.rows(read.name)] if known_table else None
    if read.name == ALL:
        return sorted(_every(read.kind, state))
    if read.kind == RELATION:
        return _relation(state.judgements.get(read.name))
    if read.kind == CLAIM:
        return state.claims.get(read.name)
    return _entry(state.facts.entries.get(read.name)), state.facts.converted_from.get(read.name)


def _every(kind: str, state: State) -> Iterable[str]:
    return {NUMBER: state.facts.entries, RELATION: state.judgements, CLAIM: state.claims}[kind]


def _entry(entry: Entry | None) -> Entry | None:
    """A number without the line that it stands in: a row above may come and go."""
    return replace(entry, line=0) if entry else None


def _relation(judgement: Judgement | None) -> object:
    if judgement is None:
        return None
    cells = dict(judgement.relation.row.cells)
    return cells, _entry(judgement.claim), judgement.value, judgement.allowed
