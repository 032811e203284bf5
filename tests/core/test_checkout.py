"""A checkout on any machine: the same bytes, and a word about the Python that it needs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_python_that_is_too_old_is_told_in_one_line(tmp_path):
    old = tmp_path / "python3.10"
    old.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    old.chmod(0o755)
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements.txt", "pyproject.toml"):
        (tmp_path / name).touch()
    done = subprocess.run(
        ["make", "--no-print-directory", "site", f"PYTHON={old}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert done.stderr.splitlines()[0].startswith("Python 3.11 or newer is needed")
    assert "make site PYTHON=python3.12" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_the_same_bytes_are_checked_out_whatever_git_is_told_about_the_ends_of_lines():
    text = subprocess.run(
        ["git", "check-attr", "eol", "--", "data/facts.csv", "book/ko/index.md", "README.md"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert text.count("eol: lf") == 3
