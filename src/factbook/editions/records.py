"""The record of the editions, ``book/editions/editions.json``: name, day and checksum of each, oldest first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from factbook.data.layout import Layout
from factbook.problems import Problem, ProblemError

RECORD = "editions.json"
#: A year and a quarter: 2026-Q4.
NAME = re.compile(r"(?P<year>20\d\d)-Q(?P<quarter>[1-4])")


@dataclass(frozen=True, slots=True, order=True)
class Edition:
    """A frozen edition: its name, which is that of its folder on the site; the day, in ISO 8601; the checksum of its
    archive."""

    name: str
    frozen: str
    sha256: str

    @property
    def year(self) -> int:
        return int(self.name[:4])

    @property
    def file(self) -> str:
        """The name of its archive."""
        return f"{self.name}.zip"


def read(layout: Layout) -> tuple[Edition, ...]:
    """Every edition, oldest first. Raises :class:`ProblemError` where the record cannot be read."""
    path = layout.editions / RECORD
    if not path.exists():
        return ()
    try:
        return tuple(sorted(Edition(**item) for item in json.loads(path.read_text("utf-8"))))
    except (OSError, ValueError, TypeError) as error:
        raise ProblemError(
            [
                Problem(
                    "edition.record",
                    layout.shown(path),
                    f"it cannot be read: {error}",
                    "a list of editions, each with name, frozen and sha256",
                    "restore the file from the history of the book; it is written by: factbook edition",
                )
            ]
        ) from None


def latest(layout: Layout) -> Edition | None:
    """The newest edition, where there is one."""
    return next(reversed(read(layout)), None)


def add(layout: Layout, name: str, archive: bytes, day: date) -> Edition:
    """Keeps an archive as the edition ``name``, for good."""
    edition = Edition(name, day.isoformat(), sha256(archive).hexdigest())
    layout.editions.mkdir(parents=True, exist_ok=True)
    (layout.editions / edition.file).write_bytes(archive)
    listed = json.dumps([asdict(one) for one in sorted([*read(layout), edition])], indent=2)
    (layout.editions / RECORD).write_text(f"{listed}\n", "utf-8")
    return edition


def refusal(layout: Layout, name: str) -> Problem | None:
    """Why ``name`` cannot be frozen now, where it cannot."""
    place = layout.shown(layout.editions / RECORD)
    if not NAME.fullmatch(name):
        return Problem("edition.name", name, "it is no name of an edition", "a year and a quarter, such as 2026-Q4")
    newest = latest(layout)
    if newest and name <= newest.name:
        return Problem(
            "edition.frozen",
            place,
            f"{newest.name} is frozen already, on {newest.frozen}",
            f"a name that comes after {newest.name}",
            "an edition never changes: what is corrected belongs to the next one",
        )
    return None


def check(layout: Layout) -> Iterator[Problem]:
    """Editions whose bytes have changed or gone, and archives that no record names."""
    known = read(layout)
    for edition in known:
        path = layout.editions / edition.file
        found = sha256(path.read_bytes()).hexdigest() if path.is_file() else None
        if found != edition.sha256:
            yield Problem(
                "edition.changed",
                layout.shown(path),
                "the edition is missing" if found is None else f"its bytes have changed: SHA-256 {found}",
                f"SHA-256 {edition.sha256}, as it was frozen on {edition.frozen}",
                "restore the file from the history of the book; corrections belong to a new edition",
            )
    names = {edition.file for edition in known}
    for path in sorted(layout.editions.glob("*.zip")):
        if path.name not in names:
            yield _unknown(layout, path)


def _unknown(layout: Layout, path: Path) -> Problem:
    return Problem(
        "edition.unknown",
        layout.shown(path),
        "no edition of this name is recorded",
        f"an entry in {RECORD}",
        "freeze editions with: factbook edition NAME",
    )
