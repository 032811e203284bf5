"""Many documents checked by as many processes as there are cores, told in their order, with progress in a terminal."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from factbook.checker.documents.checking import CheckedDocument, Settings, check, found

#: Below this, to start another process takes longer than to check; in bytes of all files.
WORTH_A_PROCESS = 256 * 1024
#: From this on a reader waits long enough to wonder, in bytes of all files.
LONG = 1024 * 1024


def check_all(paths: Iterable[Path], settings: Settings, label: str) -> list[CheckedDocument]:
    """Each document that the files and folders lead to, in order.

    ``label`` stands before the progress of a long run, which is shown where the standard error is a terminal.
    """
    # A terminal and processes are what Python in a browser lacks, and the check of one document needs neither.
    import click

    given = list(found(paths))
    sizes = [_size(one) for one in given]
    quiet = sum(sizes) < LONG or not sys.stderr.isatty()
    with click.progressbar(length=sum(sizes), label=label, file=sys.stderr, hidden=quiet) as bar:
        checked = []
        for one, size in zip(_checked(given, sum(sizes), settings), sizes, strict=True):
            checked.append(one)
            bar.update(size)
    return checked


def _checked(given: Sequence[Path | CheckedDocument], size: int, settings: Settings) -> Iterator[CheckedDocument]:
    workers = min(len(given), os.cpu_count() or 1)
    if workers < 2 or size < WORTH_A_PROCESS:
        yield from (check(one, settings) for one in given)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    executor = ProcessPoolExecutor(workers, initializer=_leave_interruptions_to_the_first_process)
    try:
        with executor:
            yield from executor.map(partial(check, settings=settings), given)
    except BaseException:
        # What is being checked may take long, and nobody waits for it any more.
        for child in multiprocessing.active_children():
            child.terminate()
        raise


def _leave_interruptions_to_the_first_process() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _size(one: Path | CheckedDocument) -> int:
    """How long a document takes is about in proportion to its bytes; what cannot be read counts as one."""
    try:
        return max(1, one.stat().st_size) if isinstance(one, Path) else 1
    except OSError:
        return 1
