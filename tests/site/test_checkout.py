"""A checkout is the same on every system, and says in one line where it cannot be used."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from folders import ROOT


def git(folder: Path, *arguments: str | Path) -> str:
    command = ["git", "-C", folder, "-c", "user.name=tester", "-c", "user.email=tester@example.org", *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def tracked() -> list[str]:
    return [name for name in git(ROOT, "ls-files", "-z").split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("convert", ["true", "input", "false"])
def test_every_file_is_checked_out_byte_for_byte_whatever_git_is_set_to_convert(tmp_path, convert):
    origin, checkout = tmp_path / "origin", tmp_path / "checkout"
    for name in tracked():
        (origin / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, origin / name)
    git(origin, "init", "--quiet")
    git(origin, "add", "--all")
    git(origin, "commit", "--quiet", "--message", "as it is")
    git(
        tmp_path,
        "clone",
        "--quiet",
        "--config",
        f"core.autocrlf={convert}",
        "--config",
        "core.eol=crlf",
        origin,
        checkout,
    )
    names = tracked()
    assert len(names) > 400
    assert [name for name in names if (checkout / name).read_bytes() != (ROOT / name).read_bytes()] == []
    # Nor does a commit from there change a file.
    for name in names:
        (checkout / name).touch()
    assert git(checkout, "status", "--porcelain") == ""


def test_every_file_that_is_not_text_is_of_a_kind_that_git_is_told_of():
    names = tracked()
    binary = [name for name in names if b"\0" in (ROOT / name).read_bytes()]
    assert binary
    told = git(ROOT, "check-attr", "-z", "text", "--", *binary).split("\0")[2::3]
    assert dict(zip(binary, told, strict=True)) == dict.fromkeys(binary, "unset")


def made(folder: Path, *arguments: str, python3: str | None = None) -> subprocess.CompletedProcess[str]:
    """``make`` where ``python3`` is a program of that text, its environment not yet made."""
    programs = folder / "programs"
    programs.mkdir()
    for name in ("Makefile", "pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / name, folder)
    if python3 is not None:
        (programs / "python3").write_text(python3, "utf-8")
        (programs / "python3").chmod(0o755)
    path = os.pathsep.join([str(programs), os.environ["PATH"]])
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["make", "--dry-run", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment | {"PATH": path}, capture_output=True, encoding="utf-8", check=False
    )


def python(major: int, minor: int) -> str:
    """The text of a program that is Python of another version to whoever asks it."""
    patched = f"import sys; sys.version_info = ({major}, {minor}, 12, 'final', 0); code = sys.argv.pop(1); exec(code)"
    return f"""#!/bin/sh
case "$1" in
    --version) echo Python {major}.{minor}.12 ;;
    -c) shift; exec "{sys.executable}" -c "{patched}" "$@" ;;
    *) exit 64 ;;
esac
"""


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
class TestPython:
    @pytest.mark.parametrize("goal", ["site", "test", "lab"])
    def test_one_that_is_too_old_is_told_in_one_line_with_how_to_name_another(self, tmp_path, goal):
        done = made(tmp_path, goal, python3=python(3, 10))
        assert done.returncode == 2
        (line,) = done.stderr.splitlines()
        assert "Python 3.11 or later is needed, and python3 is Python 3.10.12" in line
        assert f"make {goal} PYTHON=python3.12" in line
        assert "venv" not in done.stdout

    def test_one_that_is_not_there_is_told(self, tmp_path):
        done = made(tmp_path, "PYTHON=python3.99")
        assert done.returncode == 2
        (line,) = done.stderr.splitlines()
        assert "Python 3.11 or later is needed, and python3.99 is missing; name another" in line
        assert "make site PYTHON=" in line

    @pytest.mark.parametrize("minor", [11, 12, 13])
    def test_one_that_is_new_enough_is_taken(self, tmp_path, minor):
        done = made(tmp_path, "site", python3=python(3, minor))
        assert (done.returncode, done.stderr) == (0, "")
        assert "python3 -m venv .venv" in done.stdout

    def test_one_that_is_named_is_taken_in_its_place(self, tmp_path):
        done = made(tmp_path, "site", f"PYTHON={sys.executable}", python3=python(3, 10))
        assert (done.returncode, done.stderr) == (0, "")
        assert f"{sys.executable} -m venv .venv" in done.stdout
