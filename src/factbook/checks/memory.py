"""What was found before, while what it rests on is the same: ``factbook serve`` checks only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

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


def digest(files: Iterable[Path]) -> str:
    """A digest of what files hold; one that cannot be read is as good as empty."""
    return sha256(b"".join(sha256(_bytes(file)).digest() for file in files)).hexdigest()


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
