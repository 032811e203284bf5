"""What ``factbook compare`` says, for people and for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from factbook.checker.documents import places
from factbook.checker.documents.checking import CheckedDocument, check_paths
from factbook.checker.documents.comparing.comparing import Comparison, compare
from factbook.checker.documents.messages import CATALOGUES
from factbook.problems import Status


def run(old: Path, new: Path, *, language: str, form: str = "text", out: TextIO | None = None) -> int:
    """Compare two versions of a document and write what changed; return the exit status.

    2 where one cannot be read, 1 where a figure stayed though its base changed, else 0.
    """
    words = CATALOGUES[language]
    stream = out or sys.stdout
    versions = [next(iter(check_paths([path]))) for path in (old, new)]
    failures = [one.failure for one in versions if one.failure is not None]
    if failures or any(path.is_dir() for path in (old, new)):
        for failure in failures:
            reason = f"{failure.path}: {words.unreadable}: {failure.reason(language)}"
            stream.write(f"{reason}\n    → {failure.advice(language)}\n")
        if not failures:
            stream.write(words.compared["folder"] + "\n")
        return Status.UNREADABLE
    comparison = compare(*versions)
    lines = _as_json(versions, comparison) if form == "json" else _as_text(versions, comparison, language)
    for line in lines:
        stream.write(line + "\n")
    return Status.FINDINGS if comparison.stayed else Status.CONSISTENT


def _as_text(versions: list[CheckedDocument], comparison: Comparison, language: str) -> Iterator[str]:
    words = CATALOGUES[language]
    _, new = versions
    for change in comparison.changed:
        place = places.said(new, change.new.start, words)
        yield words.compared["changed"].format(place=place, old=change.old.text, new=change.new.text)
    for one in comparison.stayed:
        place = places.said(new, one.figure.start, words)
        bases = ", ".join(f"{base.old.text} → {base.new.text}" for base in one.bases)
        yield words.compared["stayed"].format(place=place, figure=one.figure.text, bases=bases)
    yield words.compared["summary"].format(
        matched=comparison.matched, changed=len(comparison.changed), stayed=len(comparison.stayed)
    )


def _as_json(versions: list[CheckedDocument], comparison: Comparison) -> Iterator[str]:
    old, new = versions

    def placed(checked: CheckedDocument, start: int, text: str) -> dict[str, Any]:
        unit, number = places.place_of(checked, start)
        return {"text": text, "line": number, "counted_in": unit}

    changed = [
        {"old": placed(old, one.old.start, one.old.text), "new": placed(new, one.new.start, one.new.text)}
        for one in comparison.changed
    ]
    stayed = [
        {
            "kind": one.kind,
            "figure": placed(new, one.figure.start, one.figure.text),
            "bases": [{"old": base.old.text, "new": base.new.text} for base in one.bases],
        }
        for one in comparison.stayed
    ]
    yield json.dumps({"matched": comparison.matched, "changed": changed, "stayed": stayed}, indent=2)
