"""How a build grows with the book: time, memory and checks for a book of 1, 10 and 100 times the chapters and facts."""

from __future__ import annotations

import csv
import re
import sys
import tempfile
import threading
from pathlib import Path

import psutil
from tests.bench.running import factbook, seconds

sys.path.insert(0, str(Path(__file__).parents[1] / "core"))
from tiny_book import TinyBook

TIMES = (1, 10, 100)
#: The chapter that is repeated, with the numbers that it says.
CHAPTER = "market"
_TABLES = ("facts", "formulas", "relations")
_NAMES = ("id", "claim", "pair")


def grown(folder: Path, chapters: int) -> TinyBook:
    """The tiny book with so many chapters, each of the new ones with facts, formulas and relations of its own."""
    book = TinyBook.copied_to(folder)
    tables = {name: _read(book.root / "data" / f"{name}.csv") for name in _TABLES}
    known = {row["id"] for rows in tables.values() for row in rows}
    for number in range(1, chapters - len(book.layout.toc.read_text("utf-8").split("file:")) + 1):
        for name, rows in tables.items():
            _append(book.root / "data" / f"{name}.csv", [_renamed(row, known, number) for row in rows])
        for language in ("ko", "en"):
            text = (book.root / "book" / language / f"{CHAPTER}.md").read_text("utf-8")
            labels = set(re.findall(r"^\(([\w-]+)\)=$", text, re.MULTILINE)) | set(re.findall(r":name: ([\w-]+)", text))
            for word in sorted(known | labels, key=len, reverse=True):
                text = re.sub(rf'(?<=["(`/]){re.escape(word)}(?=["`]|\)=)', f"{word}-{number}", text)
            (book.root / "book" / language / f"{CHAPTER}-{number}.md").write_text(text, "utf-8")
        book.append("_toc.yml", f"  - file: {CHAPTER}-{number}")
    return book


def _renamed(row: dict[str, str], known: set[str], number: int) -> dict[str, str]:
    cells = {name: f"{cell}-{number}" if name in _NAMES and cell else cell for name, cell in row.items()}
    operands = (f"{word}-{number}" if word in known else word for word in row.get("operands", "").split())
    return cells | ({"operands": " ".join(operands)} if "operands" in row else {})


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _append(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("a", encoding="utf-8", newline="") as stream:
        csv.DictWriter(stream, list(rows[0]), lineterminator="\n").writerows(rows)


class Memory:
    """The most memory that this process's children had for themselves at any moment, in bytes."""

    def __enter__(self) -> Memory:
        self.peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(0.5):
            self.peak = max(self.peak, sum(map(_own, psutil.Process().children(recursive=True))))


def _own(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().uss)
    except psutil.Error:
        return 0


def table() -> str:
    """A Markdown table, a line a book; what grows with the book keeps its share of each chapter."""
    lines = [
        "| chapters | facts | cold build | a chapter | checks | a chapter | memory | a chapter |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for times in TIMES:
        lines.append(_measured(5 * times))
        print(lines[-1], flush=True)
    return "\n".join(lines)


def _measured(size: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        book = grown(Path(folder) / "tiny", size)
        chapters = len(list((book.root / "book" / "en").glob("*.md")))
        facts = len(_read(book.root / "data" / "facts.csv"))
        with Memory() as memory:
            built = seconds(factbook("--book", str(book.root), "build"), cwd=book.root)
        checked = seconds(factbook("--book", str(book.root), "check"), cwd=book.root)
    return (
        f"| {chapters} | {facts:,} | {built:.0f} s | {built / chapters:.2f} s "
        f"| {checked:.1f} s | {1000 * checked / chapters:.0f} ms "
        f"| {memory.peak / 1e6:,.0f} MB | {memory.peak / 1e6 / chapters:.1f} MB |"
    )
