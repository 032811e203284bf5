"""How many wrong documents and passages are found, and how many right ones are flagged: a row a set.

The given sets came with the work; the written ones were written for it, round by round, by people who had not seen the
rules, and each round was scored before anything was mended (CONTRIBUTING has those first scores).
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from factbook.checker import documents, sentences

DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True)
class Score:
    """The wrong ones that were missed and the right ones that were flagged, by their id, out of how many."""

    wrong: int
    right: int
    missed: tuple[str, ...]
    flagged: tuple[str, ...]


def lines(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def scored(is_wrong: Mapping[str, bool], found: Iterable[str]) -> Score:
    found = set(found)
    return Score(
        sum(is_wrong.values()),
        len(is_wrong) - sum(is_wrong.values()),
        tuple(name for name, wrong in is_wrong.items() if wrong and name not in found),
        tuple(name for name, wrong in is_wrong.items() if not wrong and name in found),
    )


def of_documents(name: str = "documents.jsonl") -> Score:
    """The documents with tables, counts and multiples, each read from a file of its format."""
    given = lines(name)
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for one in given:
            path = Path(folder) / f"{one['id']}.{one['format']}"
            path.write_text(one["content"], encoding="utf-8")
            paths[path] = one["id"]
        found = [paths[checked.path] for checked in documents.check_paths(paths) if checked.report.findings]
    return scored({one["id"]: one["right"] == "inconsistent" for one in given}, found)


def of_passages(name: str = "number-passages.jsonl") -> Score:
    """The published passages, as they are or altered."""
    given = lines(name)
    found = [one["id"] for one in given if sentences.check_text(one["text"]).findings]
    return scored({one["id"]: one["verdict"] == "inconsistent" for one in given}, found)


def main() -> None:
    """Prints a Markdown table, a row a set, and what was missed or flagged."""
    print("| set | wrong found | right flagged | missed | flagged |\n|---|---|---|---|---|")
    rows = {
        "documents, given": of_documents(),
        "documents, written": of_documents("written-documents.jsonl"),
        "passages, given": of_passages(),
        "passages, written": of_passages("held-out-passages.jsonl"),
    }
    for title, score in rows.items():
        found = f"{score.wrong - len(score.missed)} of {score.wrong}"
        flagged = f"{len(score.flagged)} of {score.right}"
        print(f"| {title} | {found} | {flagged} | {' '.join(score.missed)} | {' '.join(score.flagged)} |")


if __name__ == "__main__":
    main()
