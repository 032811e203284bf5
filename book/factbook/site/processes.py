"""Processes that start warm: the libraries of a build are imported once, and each process is forked from there.

Where the system cannot fork (Windows), every process imports its own, and the build is slower but the same. The book's
own code is never among what is imported beforehand, so that a process always runs it as it is on the disk.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from multiprocessing import connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess

CAN_FORK = "forkserver" in multiprocessing.get_all_start_methods()
#: What building a language and running a chapter import, most of the time that either takes to start.
_LIBRARIES = (
    "altair",
    "citeproc",
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "jupyter_book.sphinx",
    "lxml.html",
    "myst_nb.sphinx_ext",
    "nbclient",
    "pygments.lexers.python",
    "sphinx.builders.html",
    "sphinx.ext.intersphinx",
    "sphinx_book_theme",
    "sphinx_comments",
    "sphinx_copybutton",
    "sphinx_design",
    "sphinx_external_toc",
    "sphinxcontrib.bibtex",
    "vl_convert",
)


def start(target: Callable[..., object], *arguments: object) -> BaseProcess:
    """Starts a process that calls ``target``."""
    process = _context().Process(target=target, args=arguments)
    process.start()
    return process


def warm_up() -> None:
    """Begins to import the libraries, beside what this process does until it starts others."""
    if CAN_FORK:
        from multiprocessing import forkserver

        _context()
        forkserver.ensure_running()


def _context() -> ForkServerContext | SpawnContext:
    if not CAN_FORK:
        return multiprocessing.get_context("spawn")
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload(list(_LIBRARIES))
    return forking


def end_with_parent() -> None:
    """Ends this process as soon as the one that asked for it has ended, however that came about."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
