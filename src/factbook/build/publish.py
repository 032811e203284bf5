"""All or nothing: a site is made beside the published one and takes its place in one step."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factbook.problems import Problem, ProblemError


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A new folder that can take the place of ``target`` (:func:`replace`); if it does not, it is gone at the end.

    Raises :class:`ProblemError` where the disk does not let it, or what is done meanwhile.
    """
    try:
        recover(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-new-", dir=target.parent))
        try:
            fresh.chmod(0o755)
            yield fresh
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        raise unwritable(error, target) from None


def recover(target: Path) -> None:
    """Clears away what builds that were killed while they published have left beside ``target``.

    One that was killed between taking the old site away and putting the new one in its place has left the old one
    under another name: it is put back.
    """
    for old in sorted(target.parent.glob(f".{target.name}-old-*")):
        if target.exists():
            shutil.rmtree(old)
        else:
            old.rename(target)
    for half in target.parent.glob(f".{target.name}-new-*"):
        shutil.rmtree(half)


def unwritable(error: OSError, folder: Path) -> ProblemError:
    """What the disk refused while ``folder`` was being written."""
    return ProblemError(
        [
            Problem(
                "book.disk",
                str(error.filename or folder),
                f"the site cannot be written: {error.strerror or error}",
                "a folder that can be written to, with room for the site",
                "the last good site, if there was one, is still in place",
            )
        ]
    )


def replace(target: Path, fresh: Path) -> None:
    """Puts the folder ``fresh`` in the place of ``target``."""
    old = target.with_name(f".{target.name}-old-{os.getpid()}")
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
