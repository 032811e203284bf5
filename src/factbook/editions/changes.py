"""Which numbers have changed since an edition: from what, to what, and why.

Why a fact has changed stands in ``book/editions/changes.toml``, in every language, under the edition that it differs
from; a change without its reason fails the build. A derived number changes with its operands, and needs none.
"""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factbook.data import history
from factbook.data.layout import Layout
from factbook.data.package import Package
from factbook.editions import archives
from factbook.editions.records import Edition
from factbook.facts import Entry, Fact, Facts, state
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem, ProblemError

REASONS = "changes.toml"


@dataclass(frozen=True, slots=True)
class Change:
    """A number that is not what it was: ``before`` is none for a new number, ``after`` for one that has gone."""

    id: str
    before: Entry | None
    after: Entry | None
    reason: Mapping[str, str]


def since(layout: Layout, edition: Edition, change: Change) -> date | None:
    """The day on which the reason for a change was written; ``None`` of one that needs none, or has no history."""
    path = layout.shown(layout.editions / REASONS)
    moment = history.since(layout.root, path, f"[{edition.name}.{change.id}]") if change.reason else None
    return moment.date() if moment else None


@contextmanager
def data_of(layout: Layout, edition: Edition) -> Iterator[Package]:
    """The data as an edition has it, for as long as it is looked at."""
    with tempfile.TemporaryDirectory() as folder:
        archives.unpack(layout.editions / edition.file, Path(folder), "data/")
        yield Package(Path(folder) / "data")


def facts_of(layout: Layout, edition: Edition) -> Facts:
    """The numbers as an edition has them."""
    with data_of(layout, edition) as package:
        return state.read(package).facts


def between(before: Facts, after: Facts, reasons: Mapping[str, Mapping[str, str]]) -> tuple[Change, ...]:
    """The numbers that differ: printed facts first, then what follows from them, in the order of the data."""
    names = [*after.entries, *(name for name in before.entries if name not in after.entries)]
    found = [
        Change(name, before.entries.get(name), after.entries.get(name), reasons.get(name, {}))
        for name in names
        if _content(before.entries.get(name)) != _content(after.entries.get(name))
    ]
    return tuple(sorted(found, key=lambda change: not printed(change)))


def printed(change: Change) -> bool:
    """Whether a source prints the number, now or in the edition."""
    return isinstance(change.after or change.before, Fact)


def _moved(name: str, change: Change, edition: Edition) -> str:
    """What has happened to a printed fact, in the words of its source."""
    before, after = (one.as_printed if isinstance(one, Fact) else "" for one in (change.before, change.after))
    if not before:
        return f"«{name}» ({after}) has come since {edition.name}"
    if not after:
        return f"«{name}» ({before}) has gone since {edition.name}"
    return f"«{name}» has changed since {edition.name}: it was «{before}» and is «{after}»"


def _content(entry: Entry | None) -> tuple[object, ...] | None:
    """What a reader can tell of a number: value, digits, unit, and the source of a printed one."""
    if entry is None:
        return None
    source = (entry.source, entry.as_printed) if isinstance(entry, Fact) else (entry.operation, entry.operands)
    return entry.amount, entry.unit.key, source


def reasons(layout: Layout, edition: Edition) -> Mapping[str, Mapping[str, str]]:
    """Why facts have changed since ``edition``, by id and language. Raises :class:`ProblemError`."""
    path = layout.editions / REASONS
    if not path.exists():
        return {}
    try:
        told: Mapping[str, Mapping[str, str]] = tomllib.loads(path.read_text("utf-8")).get(edition.name, {})
    except tomllib.TOMLDecodeError as error:
        raise ProblemError(
            [Problem("edition.reasons", layout.shown(path), str(error), f"a table [{edition.name}.FACT] a fact")]
        ) from None
    return told


def check(layout: Layout, edition: Edition | None) -> Iterator[Problem]:
    """Printed facts that have changed since the newest edition for no reason, and reasons of what has not changed."""
    if edition is None:
        return
    told = reasons(layout, edition)
    changes = between(facts_of(layout, edition), state.read(layout.package).facts, told)
    changed = {change.id: change for change in changes if printed(change)}
    place = layout.shown(layout.editions / REASONS)
    for name, change in changed.items():
        missing = [code for code in LANGUAGES if not change.reason.get(code, "").strip()]
        if missing:
            lines = ", ".join(f'{code} = "…"' for code in missing)
            yield Problem(
                "edition.reason",
                place,
                f"{_moved(name, change, edition)}, and nothing says why in {' and '.join(missing)}",
                f"the reason that readers of the edition are told: [{edition.name}.{name}] with {lines}",
                f"add these lines to {place}, or undo the change in {layout.shown(layout.package.folder)}/facts.csv",
            )
    for name in told:
        if name not in changed:
            yield Problem(
                "edition.reason",
                place,
                f"[{edition.name}.{name}] gives a reason, but that number is what it was",
                "reasons of changed facts only",
                "remove it, or correct the id",
            )
