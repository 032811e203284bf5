"""Processes that start warm: what they need is imported once, and each process is forked from there.

Where the system cannot fork (Windows), every process imports its own, and the build is slower but the same. The book's
own code is among what is imported beforehand: whoever goes on when it changes starts anew (:mod:`.serve`).
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from factbook import report

CAN_FORK = "forkserver" in multiprocessing.get_all_start_methods()
#: Objects that are made before the collector of garbage looks for some.
_OBJECTS = 100_000


def start(target: Callable[..., object], *arguments: object) -> BaseProcess:
    """Starts a process that calls ``target``."""
    process = _context().Process(target=_run, args=(report.folder(), target, *arguments))
    with _interruption_held():
        process.start()
    return process


def pool(size: int) -> ProcessPoolExecutor:
    """As many processes, which do what is submitted to them beside what this one does."""
    return _Pool(size, _context(), _begin, (report.folder(),))


class _Pool(ProcessPoolExecutor):
    """Starts a process whole or not at all: one that nobody knows of could not be waited for."""

    def submit(self, *arguments: Any, **named: Any) -> Future[Any]:
        with _interruption_held():
            return super().submit(*arguments, **named)


def warm_up(modules: Sequence[str]) -> None:
    """Begins to import what the processes that this one will start need, beside what this one does until then."""
    if CAN_FORK:
        from multiprocessing import forkserver

        forkserver.set_forkserver_preload(list(modules))
        _ensure_server()


def collect_less() -> None:
    """Looks for garbage more rarely: a build keeps what it makes, and looking through it takes a tenth of its time."""
    gc.freeze()
    gc.set_threshold(_OBJECTS, 20, 50)


def _context() -> ForkServerContext | SpawnContext:
    if not CAN_FORK:
        return multiprocessing.get_context("spawn")
    _ensure_server()
    return multiprocessing.get_context("forkserver")


def _ensure_server() -> None:
    """Starts the process that others are forked from, with Ctrl+C held back until each has said what to do at one."""
    from multiprocessing import forkserver

    with _interruption_held():
        forkserver.ensure_running()


@contextmanager
def _interruption_held() -> Iterator[None]:
    """Holds Ctrl+C back from this thread, and from a process that is started meanwhile."""
    if not CAN_FORK:
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _run(own: Path | None, target: Callable[..., object], *arguments: object) -> None:
    _work_on(own)
    _end_silently()
    collect_less()
    target(*arguments)


def _begin(own: Path | None) -> None:
    _work_on(own)
    _end_silently()
    end_with_parent()
    collect_less()


def _work_on(own: Path | None) -> None:
    """Works on the book of whoever asked for this process: one that is forked elsewhere lacks its environment."""
    if own:
        report.work_on(own)


def _end_silently() -> None:
    """End at Ctrl+C without a traceback: it reaches every process of a terminal, and the first one reports it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if CAN_FORK:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def end_with_parent() -> None:
    """Ends this process as soon as the one that asked for it has ended, however that came about."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
