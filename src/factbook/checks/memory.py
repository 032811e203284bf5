"""What was found before, while what it rests on is the same: only what has changed since is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from factbook.data import store
from factbook.problems import Problem

T = TypeVar("T")


class Memory:
    """The last thing found under each name, and what it rested on."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[str, Any]] = {}

    def of(self, name: str, rests_on: str, find: Callable[[], T]) -> T:
        """What ``find`` gives, or gave when ``rests_on`` was what it is now. It must rest on nothing else."""
        before, found = self._found.get(name, ("", None))
        if before != rests_on:
            found = find()
            self._found[name] = (rests_on, found)
        return found  # type: ignore[no-any-return]

    def has(self, name: str, rests_on: str) -> bool:
        """Whether it is known what is found under a name."""
        return self._found.get(name, ("", None))[0] == rests_on

    def add(self, other: Memory) -> None:
        """Remembers what another process found."""
        self._found |= other._found

    def recall(self, file: Path) -> None:
        """Remembers what an earlier command kept in ``file``, where nothing newer is known."""
        self._found = store.read(file) | self._found

    def keep(self, file: Path) -> None:
        """Keeps what is remembered for the next command, but no problem: those are looked for anew."""
        kept = {
            name: one
            for name, one in self._found.items()
            if isinstance(one[1], list) and not any(map(_is_problem, one[1]))
        }
        store.write(file, kept)


def _is_problem(found: object) -> bool:
    return isinstance(found, Problem)


def digest(files: Iterable[Path]) -> str:
    """A digest of what files hold; one that cannot be read is as good as empty."""
    return sha256(b"".join(sha256(_bytes(file)).digest() for file in files)).hexdigest()


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
