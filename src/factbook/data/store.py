"""What was worked out of texts, kept in the working folder from one command to the next.

An editor changes one chapter of many: of the others, all is known that a check of the sources asks for. An entry holds
as long as the texts that it rests on and the program that made it are the same.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from factbook.data.layout import Layout

T = TypeVar("T")
_FILE = "store.pickle"
#: What the program is made of, beside its code: words and schemas that it reads.
_READ = frozenset({".py", ".toml", ".json"})


class Store:
    """Entries by a digest of what they are and rest on. Those that nobody has asked for since are dropped."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._before = read(file)
        self._now: dict[str, Any] = {}

    def of(self, what: str, rests_on: tuple[str, ...], find: Callable[[], T]) -> T:
        """What ``find`` gives, or gave in an earlier run; it must rest on nothing but the texts ``rests_on``."""
        key = _key(what, rests_on)
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else find()
        return self._now[key]  # type: ignore[no-any-return]

    def until_clean(self, what: str, rests_on: tuple[str, ...], find: Callable[[], list[T]]) -> list[T]:
        """What ``find`` finds wrong; once that is nothing, it is not looked for again. Problems are never kept."""
        key = _key(what, rests_on)
        found = [] if key in self._before or key in self._now else find()
        if not found:
            self._now[key] = None
        return found

    def save(self) -> None:
        """Keeps what was asked for."""
        if self._now.keys() != self._before.keys():
            write(self._file, self._now)


def _key(what: str, rests_on: tuple[str, ...]) -> str:
    return sha256(json.dumps((what, *rests_on)).encode()).hexdigest()


@cache
def of(layout: Layout) -> Store:
    """What is kept for a book."""
    return Store(layout.work / _FILE)


def read(file: Path) -> dict[str, Any]:
    """The entries of a file; none where it is missing, damaged, or of another program."""
    try:
        program, entries = pickle.loads(file.read_bytes())
    except Exception:  # a damaged pickle raises whatever its bytes happen to say
        return {}
    return entries if program == _program() and isinstance(entries, dict) else {}


def write(file: Path, entries: Mapping[str, Any]) -> None:
    """Keeps entries for this program. Where nothing was built yet, or the disk does not let it, nothing is kept."""
    if not file.parent.is_dir():
        return
    beside = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        beside.write_bytes(pickle.dumps((_program(), dict(entries))))
        beside.replace(file)
    with suppress(OSError):
        beside.unlink(missing_ok=True)


@cache
def _program() -> str:
    """Changes with every file of this package, with the interpreter, and with what is installed beside them."""
    here = Path(__file__).parents[1]
    files = sorted(path for path in here.rglob("*") if path.suffix in _READ)
    seen = [f"{path} {state.st_mtime_ns} {state.st_size}" for path in files for state in (path.stat(),)]
    installed = [Path(place) for place in sys.path if Path(place).name == "site-packages"]
    beside = [f"{place} {place.stat().st_mtime_ns}" for place in installed]
    return sha256("\n".join((sys.version, *beside, *seen)).encode()).hexdigest()
