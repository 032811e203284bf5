"""Builds against plain ``jupyter-book build`` runs of the same chapters: from nothing, and after each kind of change.

The two are timed in turn, in one run, on one machine; what counts is their ratio.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.running import (
    change_a_fact,
    change_a_sentence,
    copy_of_the_book,
    environment,
    factbook,
    jupyter_book,
    save,
    seconds,
    sentence_changed,
)

ROUNDS = 3
#: What is changed before each build, in this order, on one copy of the book.
STEPS: dict[str, Callable[[Path], None]] = {
    "cold: both languages from nothing": lambda _: None,
    "nothing changed": lambda _: None,
    "one sentence changed": change_a_sentence,
    "one fact changed": change_a_fact,
}
SERVED = "one sentence changed, under `factbook serve`"
CHECKS = "checks only (`factbook check`)"

#: Seconds of each round, by what was measured: ours, and those of plain Jupyter Book where there is such a thing.
Measured = dict[str, tuple[list[float], list[float]]]


def measure(rounds: int) -> Measured:
    """Every step, in rounds; says each time as it comes."""
    measured: Measured = {name: ([], []) for name in (*STEPS, SERVED, CHECKS)}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as plain:
            book, other = copy_of_the_book(Path(ours)), copy_of_the_book(Path(plain))
            for name, change in STEPS.items():
                change(book), change(other)
                _note(measured, name, 0, seconds(factbook("build"), cwd=book))
                _note(measured, name, 1, seconds(*jupyter_book(other), cwd=other))
            _note(measured, SERVED, 0, _under_serve(book))
            _note(measured, CHECKS, 0, seconds(factbook("check"), cwd=book))
    return measured


def _note(measured: Measured, name: str, whose: int, took: float) -> None:
    measured[name][whose].append(took)
    print(f"{name}, {('factbook', 'jupyter-book twice')[whose]}: {took:.1f} s", flush=True)


def _under_serve(book: Path) -> float:
    """From saving a file until both languages are current."""
    changed = sentence_changed(book)
    command = factbook("serve", "--port", "0")
    with subprocess.Popen(
        command, cwd=book, env=environment(book), stdout=subprocess.PIPE, encoding="utf-8"
    ) as serving:
        assert serving.stdout is not None
        try:
            next(line for line in serving.stdout if line.startswith("reading at"))
            began = time.perf_counter()
            save(changed)
            next(line for line in serving.stdout if line.startswith("done"))
            return time.perf_counter() - began
        finally:
            serving.terminate()


def table(measured: Measured) -> str:
    """The medians as Markdown, with the ratio of the two in each round."""
    lines = ["| seconds | `factbook` | `jupyter-book`, twice | ratio |", "|---|---|---|---|"]
    for name, (ours, plain) in measured.items():
        ratios = [mine / theirs for mine, theirs in zip(ours, plain, strict=False)]
        theirs = f"{statistics.median(plain):.1f} | {statistics.median(ratios):.2f}" if plain else "– | –"
        lines.append(f"| {name} | {statistics.median(ours):.1f} | {theirs} |")
    rounds = len(next(iter(measured.values()))[0])
    said = f"Medians of {rounds} rounds" if rounds > 1 else "One round"
    lines.append(f"\n{said} in turn, on {os.cpu_count()} cores.")
    return "\n".join(lines) + "\n"
