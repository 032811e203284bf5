"""Kernels for the chapters, forked warm (:mod:`factbook.site.processes`): the kernel that Jupyter starts, but sooner.

Jupyter starts a kernel through a *provisioner*. This one asks for a process that has imported the kernel and the
libraries of the figures already, and ends it without ceremony: a chapter's kernel has nothing to save.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib.metadata import EntryPoint
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from factbook.site import processes

_NAME = "factbook-warm"
_PYTHON_KERNEL = "ipykernel_launcher"
#: What a kernel and the figures of a chapter import, most of the time that a chapter takes to start.
_MODULES = ("factbook.chapter", "factbook.charts.gallery", "ipykernel.debugger", "ipykernel.kernelapp")


def use_warm_kernels() -> None:
    """Every kernel that this process starts from now on is a warm one, where the system can fork."""
    if processes.CAN_FORK:
        # The debugger, which a kernel brings along, else says on importing that it cannot step into frozen modules.
        os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
        processes.warm_up(_MODULES)
        factory = KernelProvisionerFactory.instance(default_provisioner_name=_NAME)
        factory.provisioners[_NAME] = EntryPoint(
            _NAME, f"{__name__}:{WarmProvisioner.__name__}", KernelProvisionerFactory.GROUP_NAME
        )


class WarmProvisioner(LocalProvisioner):
    """Starts Python's kernel by forking; any other kernel as Jupyter does."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        if _PYTHON_KERNEL not in cmd:
            return await super().launch_kernel(cmd, **kwargs)
        file, folder = cmd[cmd.index("-f") + 1], str(kwargs.get("cwd") or Path.cwd())
        started = processes.start(run, file, folder, dict(kwargs["env"]))
        self.process = Running(started)  # type: ignore[assignment]
        self.pid = started.pid
        return self.connection_info

    async def shutdown_requested(self, restart: bool = False) -> None:  # noqa: ARG002
        if isinstance(self.process, Running):
            self.process.kill()


class Running:
    """A process of :mod:`multiprocessing` as Jupyter handles one of :mod:`subprocess`."""

    stdin = stdout = stderr = None

    def __init__(self, process: BaseProcess) -> None:
        self._process = process

    def poll(self) -> int | None:
        """The exit status, or nothing while it runs."""
        return self._process.exitcode

    def wait(self) -> int | None:
        self._process.join()
        return self._process.exitcode

    def send_signal(self, signum: int) -> None:
        if self._process.is_alive() and self._process.pid:
            os.kill(self._process.pid, signum)

    def terminate(self) -> None:
        self._process.terminate()

    def kill(self) -> None:
        self._process.kill()
        self._process.join()


def run(connection_file: str, folder: str, environment: Mapping[str, str]) -> None:
    """Is a kernel, until it is ended: its sockets are those of ``connection_file``."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)

    from ipykernel.kernelapp import IPKernelApp

    IPKernelApp.launch_instance(["-f", connection_file, "--HistoryManager.enabled=False", "--log-level=CRITICAL"])
