"""Fresh copies of the repository, and commands run in them as a reader types them."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from time import monotonic

from printed import ROOT

WINDOWS = os.name == "nt"
_SCRIPTS = "Scripts" if WINDOWS else "bin"
#: What a program that runs until it is stopped gets for that, in seconds.
_TO_END = 20


@dataclass(frozen=True, slots=True)
class Done:
    """What a command came to; one that was stopped has no status."""

    command: str
    status: int | None
    output: str
    complained: str


@dataclass
class Copy:
    """A clone with the changes of the working tree, in a folder of its own beside a home folder of its own."""

    folder: Path
    _entered: list[str] = field(default_factory=list)

    @classmethod
    def made_in(cls, parent: Path) -> Copy:
        folder = parent / "book"
        _git("clone", "--quiet", ROOT, folder)
        tracked = _git("-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        for name in filter(None, tracked.split("\0")):
            if not (ROOT / name).exists():
                (folder / name).unlink(missing_ok=True)
                continue
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
        (parent / "home").mkdir()
        return cls(folder)

    def install(self) -> None:
        """Give the copy an environment: its own package, and everything else from that of the tests."""
        own, lent = self.folder / ".venv", Path(sys.prefix)
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", own], check=True)
        site = sysconfig.get_path("purelib", vars={"base": str(own)})
        paths = f"{self.folder / 'src'}\n{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n"
        Path(site, "lent.pth").write_text(paths, "utf-8")
        for script in Path(sys.executable).parent.iterdir():
            _lend(script, own / _SCRIPTS / script.name, own / _SCRIPTS / "python")
        for name in ("share", "etc"):
            if (lent / name).exists():
                (own / name).symlink_to(lent / name)
        (own / ".ready").touch()

    def run(self, command: str, *, limit: float) -> Done:
        """Run ``command`` to its end, within ``limit`` seconds; the next ones are in the environment that it enters."""
        with self._started(command) as process:
            try:
                output, complained = process.communicate(timeout=limit)
            except subprocess.TimeoutExpired:
                _stop(process)
                raise
        if command.startswith("source ") and not process.returncode:
            self._entered.append(command)
        return Done(command, process.returncode, output, complained)

    def run_until(self, command: str, said: str, *, limit: float) -> Done:
        """Run ``command`` until it writes what ``said`` finds, or ends, or ``limit`` seconds are over."""
        lines: Queue[str | None] = Queue()
        written = ""
        with self._started(command, together=True) as process:
            reader = threading.Thread(target=_read, args=(process, lines), daemon=True)
            reader.start()
            ends = monotonic() + limit
            try:
                while not re.search(said, written):
                    line = lines.get(timeout=max(0.0, ends - monotonic()))
                    if line is None:
                        return Done(command, process.wait(), written, written)
                    written += line
            except Empty:
                pass
            finally:
                _stop(process)
                reader.join(_TO_END)
        return Done(command, None, written, written)

    @contextmanager
    def _started(self, command: str, *, together: bool = False) -> Iterator[subprocess.Popen[str]]:
        with subprocess.Popen(
            _shell([*self._entered, command]),
            cwd=self.folder,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if together else subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        ) as process:
            yield process

    def _environment(self) -> dict[str, str]:
        """The variables of this process but for those of its own Python, of its tests and of its home folder."""
        strange = ("PYTHON", "PYTEST", "VIRTUAL_ENV", "FACTBOOK", "JUPYTER", "IPYTHON", "MAKE", "MFLAGS")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(strange)}
        own = Path(sys.executable).parent
        path = os.pathsep.join(part for part in kept["PATH"].split(os.pathsep) if Path(part) != own)
        home = self.folder.parent / "home"
        settings = home / "jupyter"
        settings.mkdir(exist_ok=True)
        # A container's user may be root, and no browser is to open.
        (settings / "jupyter_server_config.json").write_text(
            '{"ServerApp": {"allow_root": true, "open_browser": false}}'
        )
        return kept | {
            "PATH": path,
            "HOME": str(home),
            "USERPROFILE": str(home),
            "JUPYTER_CONFIG_DIR": str(settings),
            "APT_CONFIG": str(Path(__file__).with_name("apt.conf")),
            "PYTHONUTF8": "1",
        }


def _shell(commands: Sequence[str]) -> list[str]:
    if WINDOWS:
        return ["pwsh", "-NoProfile", "-NonInteractive", "-Command", "; ".join([*commands, "exit $LASTEXITCODE"])]
    return ["bash", "-e", "-c", "\n".join(commands)]


def _lend(script: Path, to: Path, python: Path) -> None:
    """Link a program of the environment of the tests; a script for its Python becomes one for ``python``."""
    if to.exists() or not script.is_file():
        return
    with script.open("rb") as file:
        first = file.readline()
    if first.startswith(b"#!") and b"python" in first:
        to.write_bytes(f"#!{python}\n".encode() + script.read_bytes()[len(first) :])
        to.chmod(0o755)
    else:
        to.symlink_to(script)


def _read(process: subprocess.Popen[str], lines: Queue[str | None]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        lines.put(line)
    lines.put(None)


def _stop(process: subprocess.Popen[str]) -> None:
    """End a program and all that it has started."""
    if WINDOWS:
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)
        return
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
            process.wait(_TO_END)
        except subprocess.TimeoutExpired:
            continue
        except ProcessLookupError:
            return


def _git(*arguments: str | Path) -> str:
    return subprocess.run(["git", *arguments], check=True, capture_output=True, encoding="utf-8").stdout
