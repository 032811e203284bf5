"""Copies of the book, and commands run in them against the clock."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ko", "en")
#: A sentence of a chapter in both languages, the record that they are in step, and a cell of a fact's row.
CHAPTER = "method.md"
RECORD = "book/parity.toml"
FACT = "data/facts.csv"

Command = list[str]


def copy_of_the_book(folder: Path) -> Path:
    """The sources alone, without anything built."""
    book = folder / "book-copy"
    ignored = shutil.ignore_patterns("_build", ".venv", ".git", "__pycache__", ".*_cache", "*.egg-info")
    shutil.copytree(ROOT, book, ignore=ignored)
    return book


def seconds(*commands: Command, cwd: Path) -> float:
    """The wall time of commands run one after the other; a command that fails ends the benchmark."""
    began = time.perf_counter()
    for command in commands:
        done = subprocess.run(command, cwd=cwd, env=environment(cwd), capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return time.perf_counter() - began


def environment(book: Path) -> dict[str, str]:
    """Every process runs the code of the copy, on the data of the copy."""
    return {**os.environ, "FACTBOOK_DATA": str(book / "data"), "PYTHONPATH": str(book / "src")}


def factbook(*arguments: str) -> Command:
    return [sys.executable, "-m", "factbook", *arguments]


def jupyter_book(book: Path) -> list[Command]:
    """Plain builds of the same chapters, in turn."""
    program = str(Path(sys.executable).with_name("jupyter-book"))
    given = ("--config", "_config.yml", "--toc", str(book / "_toc.yml"))
    return [
        [program, "build", f"book/{language}", *given, "--path-output", f"plain-{language}"] for language in LANGUAGES
    ]


def sentence_changed(book: Path) -> dict[Path, str]:
    """What the files will hold once a sentence is changed in both languages and recorded as in step."""
    files = [*(book / "book" / language / CHAPTER for language in LANGUAGES), book / RECORD]
    before = {file: file.read_text("utf-8") for file in files}
    for file in files[:-1]:
        _append(file, "\nOne sentence more.\n")
    seconds(factbook("parity", "--record"), cwd=book)
    after = {file: file.read_text("utf-8") for file in files}
    save(before)
    return after


def save(files: dict[Path, str]) -> None:
    for file, text in files.items():
        file.write_text(text, "utf-8")


def change_a_sentence(book: Path) -> None:
    save(sentence_changed(book))


def change_a_fact(book: Path) -> None:
    """Tells another place in the source, which bears on every page that says the number."""
    path = book / FACT
    head, first, rest = path.read_text("utf-8").split("\n", 2)
    columns, cells = head.split(","), first.split(",")
    cells[columns.index("locator")] += "*"
    path.write_text("\n".join((head, ",".join(cells), rest)), "utf-8")


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")
