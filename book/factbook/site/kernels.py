"""Kernels for the chapters, forked warm: the kernel that Jupyter starts, but sooner.

Jupyter starts a kernel through a *provisioner*. This one asks a process that has imported the kernel and the figures to
fork, and ends what it forked without ceremony: a chapter's kernel has nothing to save.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import EntryPoint
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from factbook.site import processes

#: What a kernel and the figures of a chapter import, most of the time that a chapter takes to start.
MODULES = ("factbook.chapter", "factbook.charts.gallery", "ipykernel.debugger", "ipykernel.kernelapp")
_FORK = multiprocessing.get_context("fork") if processes.CAN_FORK else multiprocessing.get_context("spawn")
_NAME = "factbook-warm"
_PYTHON_KERNEL = "ipykernel_launcher"


@contextmanager
def warm_kernels() -> Iterator[None]:
    """Every kernel that this process starts meanwhile is a warm one, where the system can fork.

    To be entered before this process starts threads, which a fork does not take along.
    """
    if not processes.CAN_FORK:
        yield
        return
    WarmProvisioner.nursery = Nursery()
    factory = KernelProvisionerFactory.instance(default_provisioner_name=_NAME)
    factory.provisioners[_NAME] = EntryPoint(
        _NAME, f"{__name__}:{WarmProvisioner.__name__}", KernelProvisionerFactory.GROUP_NAME
    )
    try:
        yield
    finally:
        WarmProvisioner.nursery.close()


class Nursery:
    """A process that stays as it was when it began, and forks a kernel whenever it is asked."""

    def __init__(self) -> None:
        self._asks, answers = multiprocessing.Pipe()
        self._process = _FORK.Process(target=_raise_kernels, args=(answers, self._asks))
        self._process.start()
        answers.close()

    def start(self, file: str, folder: str, environment: Mapping[str, str]) -> int:
        """Starts a kernel in ``folder`` whose sockets are those of the connection ``file``; gives its process id."""
        return int(self._ask("start", file, folder, dict(environment)))

    def status(self, pid: int, *, at_end: bool = False) -> int | None:
        """The exit status of a kernel, or nothing while it runs; waits for it with ``at_end``."""
        status: int | None = self._ask("status", pid, at_end)
        return status

    def close(self) -> None:
        """Ends the process, and the kernels that still run."""
        self._asks.close()
        self._process.join()

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


class WarmProvisioner(LocalProvisioner):
    """Starts Python's kernel by forking; any other kernel as Jupyter does."""

    nursery: Nursery

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        if _PYTHON_KERNEL not in cmd:
            return await super().launch_kernel(cmd, **kwargs)
        file, folder = cmd[cmd.index("-f") + 1], str(kwargs.get("cwd") or Path.cwd())
        kernel = Kernel(self.nursery, self.nursery.start(file, folder, kwargs["env"]))
        self.process = kernel  # type: ignore[assignment]
        self.pid = kernel.pid
        return self.connection_info

    async def shutdown_requested(self, restart: bool = False) -> None:  # noqa: ARG002
        if isinstance(self.process, Kernel):
            self.process.kill()


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
