"""Reading figures in prose: megabytes a second beside a bare search for digits, and how time grows with the text."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

from factbook import prose

PASSAGES = Path(__file__).parents[1] / "data" / "number-passages.jsonl"
TIMES = (1, 10, 100)


def text() -> str:
    """The annotated passages, a paragraph each: nothing but figures, the hardest text there is."""
    return "\n\n".join(json.loads(line)["text"] for line in PASSAGES.read_text("utf-8").splitlines())


def seconds(run: Callable[[str], object], given: str) -> float:
    began = time.perf_counter()
    run(given)
    return time.perf_counter() - began


def main() -> None:
    """Prints a Markdown table."""
    once = text()
    prose.check_text(once)
    print("| text | check | MB/s | digits by `re` | MB/s | ratio |\n|---|---|---|---|---|---|")
    for times in TIMES:
        given = "\n\n".join([once] * times)
        size = len(given.encode()) / 1e6
        check, digits = seconds(prose.check_text, given), seconds(re.compile(r"\d+").findall, given)
        row = f"| {size:.2f} MB | {check:.2f} s | {size / check:.2f} | {digits * 1000:.1f} ms | {size / digits:.0f} |"
        print(f"{row} {check / digits:.0f} |", flush=True)
