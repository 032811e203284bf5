"""One build at a time: a second one in the same folder says that it waits, and takes its turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

#: How often one that waits says so, in seconds.
_PATIENCE = 10
#: Says what is being done: a step's name, then how far it is.
Tell = Callable[[str], None]


@contextmanager
def turn(work: Path, tell: Tell) -> Iterator[None]:
    """Holds the working folder for one build. A build that was killed holds it no longer: the system sees to that."""
    lock, holder = FileLock(work / "build.lock"), work / "build.since"
    waited = 0
    while True:
        try:
            lock.acquire(timeout=_PATIENCE if waited else 0)
            break
        except Timeout:
            so_far = f", {waited} s so far" if waited else ""
            tell(f"    another build of this book is running{_since(holder)}: waiting for it{so_far}")
            waited += _PATIENCE
    try:
        holder.write_text(f"{datetime.now():%H:%M:%S}", "utf-8")
        yield
    finally:
        lock.release()


def _since(holder: Path) -> str:
    """When the other began, if it has got so far as to say."""
    said = holder.read_text("utf-8") if holder.exists() else ""
    return f" (since {said})" if said else ""
