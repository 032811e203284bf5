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
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess

CAN_FORK = "forkserver" in multiprocessing.get_all_start_methods()
#: Objects that are made before the collector of garbage looks for some.
_OBJECTS = 100_000


def start(target: Callable[..., object], *arguments: object) -> BaseProcess:
    """Starts a process that calls ``target``."""
    process = _context().Process(target=_run, args=(target, *arguments))
    process.start()
    return process


def another() -> ProcessPoolExecutor:
    """A process that does what is submitted to it, beside what this one does."""
    return ProcessPoolExecutor(1, _context(), _begin)


def warm_up(modules: Sequence[str]) -> None:
    """Begins to import what the processes that this one will start need, beside what this one does until then."""
    if CAN_FORK:
        from multiprocessing import forkserver

        forkserver.set_forkserver_preload(list(modules))
        forkserver.ensure_running()


def collect_less() -> None:
    """Looks for garbage more rarely: a build keeps what it makes, and looking through it takes a tenth of its time."""
    gc.freeze()
    gc.set_threshold(_OBJECTS, 20, 50)


def _context() -> ForkServerContext | SpawnContext:
    return multiprocessing.get_context("forkserver") if CAN_FORK else multiprocessing.get_context("spawn")


def _run(target: Callable[..., object], *arguments: object) -> None:
    _end_silently()
    collect_less()
    target(*arguments)


def _begin() -> None:
    _end_silently()
    end_with_parent()
    collect_less()


def _end_silently() -> None:
    """End at Ctrl+C without a traceback: it reaches every process of a terminal, and the first one reports it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def end_with_parent() -> None:
    """Ends this process as soon as the one that asked for it has ended, however that came about."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
