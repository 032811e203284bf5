"""A process that stays as it was when it began, and forks a kernel whenever it is asked: one that is warm at once."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Mapping
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from factbook import processes

_FORK = multiprocessing.get_context("fork") if processes.CAN_FORK else multiprocessing.get_context("spawn")


class Nursery:
    """The process, as the one that asks it sees it."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="kernels-")
        self._sockets = count(1)
        self._asks, answers = multiprocessing.Pipe()
        self._process = _FORK.Process(target=_raise_kernels, args=(answers, self._asks))
        self._process.start()
        answers.close()

    def start(self, file: str, folder: str, environment: Mapping[str, str]) -> int:
        """Starts a kernel in ``folder`` whose sockets are those of the connection ``file``; gives its process id."""
        return int(self._ask("start", file, folder, dict(environment)))

    def socket(self) -> str:
        """A path that no other kernel has, for the files through which one speaks."""
        return str(Path(self._folder.name, str(next(self._sockets))))

    def status(self, pid: int, *, at_end: bool = False) -> int | None:
        """The exit status of a kernel, or nothing while it runs; waits for it with ``at_end``."""
        status: int | None = self._ask("status", pid, at_end)
        return status

    def close(self) -> None:
        """Ends the process, and the kernels that still run."""
        self._asks.close()
        self._process.join()
        self._folder.cleanup()

    def _ask(self, *what: object) -> Any:
        self._asks.send(what)
        return self._asks.recv()


class Kernel:
    """A forked kernel as Jupyter handles a process of :mod:`subprocess`."""

    stdin = stdout = stderr = None

    def __init__(self, nursery: Nursery, pid: int) -> None:
        self._nursery = nursery
        self.pid = pid

    def poll(self) -> int | None:
        """The exit status, or nothing while it runs."""
        return self._nursery.status(self.pid)

    def wait(self) -> int | None:
        return self._nursery.status(self.pid, at_end=True)

    def send_signal(self, signum: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, signum)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)
        self.wait()


def _raise_kernels(answers: Connection, asks: Connection) -> None:
    """What the nursery does, until the process that asks has ended, however that came about."""
    asks.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    kernels: dict[int, BaseProcess] = {}
    try:
        while True:
            match answers.recv():
                case "start", *where:
                    kernel: BaseProcess = _FORK.Process(target=_run, args=(answers, *where))
                    kernel.start()
                    kernels[kernel.pid or 0] = kernel
                    answers.send(kernel.pid)
                case "status", pid, at_end:
                    if at_end:
                        kernels[pid].join()
                    answers.send(kernels[pid].exitcode)
    except EOFError:
        for kernel in kernels.values():
            kernel.kill()


def _run(answers: Connection, connection_file: str, folder: str, environment: Mapping[str, str]) -> None:
    """Is a kernel, until it is ended: its sockets are those of ``connection_file``."""
    answers.close()
    processes.end_with_parent()
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)

    from ipykernel.kernelapp import IPKernelApp

    IPKernelApp.launch_instance(["-f", connection_file, "--HistoryManager.enabled=False", "--log-level=CRITICAL"])
