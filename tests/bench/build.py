"""``make bench``: a cold build of both languages beside two plain ``jupyter-book build`` runs of the same chapters.

The two are timed in turn, in one run, on one machine; what counts is their ratio.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROUNDS = 3
LANGUAGES = ("ko", "en")


def copy_of_the_book(folder: Path) -> Path:
    """The sources alone, without anything built."""
    book = folder / "book-copy"
    ignored = shutil.ignore_patterns("_build", ".venv", ".git", "__pycache__", ".*_cache", "*.egg-info")
    shutil.copytree(ROOT, book, ignore=ignored)
    return book


def seconds(*commands: list[str], cwd: Path) -> float:
    """The wall time of commands run one after the other; a command that fails ends the benchmark."""
    environment = {**os.environ, "FACTBOOK_DATA": str(cwd / "data")}
    began = time.perf_counter()
    for command in commands:
        done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return time.perf_counter() - began


def ours(book: Path) -> float:
    return seconds([sys.executable, "-m", "factbook", "build"], cwd=book)


def plain(book: Path) -> float:
    """Two plain builds in turn; the kernel of each finds the package that is installed."""
    jupyter_book = str(Path(sys.executable).with_name("jupyter-book"))
    return seconds(
        *(
            [
                jupyter_book,
                "build",
                f"book/{language}",
                "--config",
                "_config.yml",
                "--toc",
                str(book / "_toc.yml"),
                "--path-output",
                f"plain-{language}",
            ]
            for language in LANGUAGES
        ),
        cwd=book,
    )


def main() -> None:
    measured: dict[str, list[float]] = {"factbook build": [], "jupyter-book build, twice": []}
    for _ in range(ROUNDS):
        for name, run in (("factbook build", ours), ("jupyter-book build, twice", plain)):
            with tempfile.TemporaryDirectory() as folder:
                measured[name].append(run(copy_of_the_book(Path(folder))))
            print(f"{name}: {measured[name][-1]:.1f} s", flush=True)
    ratios = [a / b for a, b in zip(*measured.values(), strict=True)]
    print("\n| cold build of both languages | median seconds |\n|---|---|")
    for name, times in measured.items():
        print(f"| `{name}` | {statistics.median(times):.1f} |")
    print(
        f"\nratio, median of {ROUNDS} rounds in turn: {statistics.median(ratios):.2f} "
        f"(from {min(ratios):.2f} to {max(ratios):.2f}), {os.cpu_count()} cores"
    )


if __name__ == "__main__":
    main()
