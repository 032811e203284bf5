"""Reading figures in prose: megabytes a second beside a bare search for digits, and how time grows with the text."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

from factbook.checker import sentences

PASSAGES = Path(__file__).parents[1] / "data" / "number-passages.jsonl"
TIMES = (1, 10, 100)
#: Texts that are hard to search through, since whatever begins may be a figure, a bracket or a sentence to its end.
SHAPES = {
    "figures": "2019년 6억 달러(7,320억 원)에서 연평균 26.0% 성장하여 2025년 24억 달러(2조 9,280억 원)가 된다. ",
    "no sentence ends": "6억 달러(7조원), 5% ",
    "digits": "1",
    "grouped digits": "1,111",
    "open brackets": "[(",
    "line ends": "\n ",
    "words": "데이터 트윈 twin ",
    "different rates": "6.00억 달러(7,320억 원), 6.00억 달러(7,920억 원), ",
}
LENGTH = 40_000


def text() -> str:
    """The annotated passages, a paragraph each: nothing but figures, the hardest text there is."""
    return "\n\n".join(json.loads(line)["text"] for line in PASSAGES.read_text("utf-8").splitlines())


def seconds(run: Callable[[str], object], given: str) -> float:
    began = time.perf_counter()
    run(given)
    return time.perf_counter() - began


def main() -> None:
    """Prints a Markdown table of real passages, and one of texts that are hard to search through."""
    once = text()
    sentences.check_text(once)
    print("| text | check | MB/s | digits by `re` | MB/s | ratio |\n|---|---|---|---|---|---|")
    for times in TIMES:
        given = "\n\n".join([once] * times)
        size = len(given.encode()) / 1e6
        check, digits = seconds(sentences.check_text, given), seconds(re.compile(r"\d+").findall, given)
        row = f"| {size:.2f} MB | {check:.2f} s | {size / check:.2f} | {digits * 1000:.1f} ms | {size / digits:.0f} |"
        print(f"{row} {check / digits:.0f} |", flush=True)
    print("\n| text | 40,000 characters | 400,000 | ratio |\n|---|---|---|---|")
    for name, shape in SHAPES.items():
        short, long = (seconds(sentences.check_text, shape * (size // len(shape))) for size in (LENGTH, 10 * LENGTH))
        print(f"| {name} | {short:.2f} s | {long:.2f} s | {long / short:.1f} |", flush=True)
