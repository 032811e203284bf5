"""Kernels for the chapters, forked warm: the kernel that Jupyter starts, but sooner.

Jupyter starts a kernel through a *provisioner*. This one takes it from the :mod:`.nursery`, and ends it without
ceremony: a chapter's kernel has nothing to save.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.metadata import EntryPoint
from pathlib import Path
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from factbook import processes
from factbook.build.nursery import Kernel, Nursery

_NAME = "factbook-warm"
_PYTHON_KERNEL = "ipykernel_launcher"
#: After how many seconds of silence it is taken that a channel was not open yet when the kernel spoke.
_SILENCE = 0.2


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


class WarmProvisioner(LocalProvisioner):
    """Starts Python's kernel by forking; any other kernel as Jupyter does."""

    nursery: Nursery

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Lets the kernel speak through files: of two that start at once, both may take the same port to be free."""
        if isinstance(self.parent, KernelManager):
            self.parent.transport, self.parent.ip = "ipc", self.nursery.socket()
            self.parent.cache_ports = False
        return await super().pre_launch(**kwargs)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        if _PYTHON_KERNEL not in cmd:
            return await super().launch_kernel(cmd, **kwargs)
        file, folder = cmd[cmd.index("-f") + 1], str(kwargs.get("cwd") or Path.cwd())
        kernel = Kernel(self.nursery, self.nursery.start(file, folder, kwargs["env"]))
        self.process = kernel  # type: ignore[assignment]
        self.pid = kernel.pid
        if isinstance(self.parent, KernelManager):
            self.parent.client_class = f"{__name__}.{PromptClient.__name__}"
        return self.connection_info

    async def shutdown_requested(self, restart: bool = False) -> None:  # noqa: ARG002
        if isinstance(self.process, Kernel):
            self.process.kill()


class PromptClient(AsyncKernelClient):
    """Talks to a kernel as soon as it is ready; the client that Jupyter has waits for a silence first."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Waits until the kernel answers and both channels are open. Raises :class:`RuntimeError` where it does not."""
        latest = time.monotonic() + (timeout or math.inf)
        while time.monotonic() < latest and await self.is_alive():
            asked = self.kernel_info()
            with suppress(Empty):
                answer = await self.shell_channel.get_msg(timeout=1)
                while not _ends(await self.iopub_channel.get_msg(timeout=_SILENCE), asked):
                    pass
                self._handle_kernel_info_reply(answer)
                return
        raise RuntimeError("the kernel of a chapter does not start")


def _ends(message: Mapping[str, Any], request: str) -> bool:
    """Whether a kernel says that it has done what was requested."""
    done = message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"
    return done and bool(message["parent_header"].get("msg_id") == request)
