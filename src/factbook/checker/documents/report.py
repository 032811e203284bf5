"""Checked documents told: to people (text, html, badge), to programs (json, sarif), on a pull request (github)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import TextIO

from factbook.checker.documents import filtering
from factbook.checker.documents.checking import CheckedDocument, Settings
from factbook.checker.documents.messages import CATALOGUES
from factbook.checker.documents.parallel import check_all
from factbook.checker.quotes import Book
from factbook.problems import Status

#: The module of :mod:`factbook.checker.documents.forms` that renders a form, by the form's name.
FORMATS: Mapping[str, str] = {
    "text": "text",
    "json": "programs",
    "github": "github",
    "html": "page",
    "sarif": "sarif",
    "badge": "badge",
    "badge-json": "badge_data",
}


def run(
    paths: Sequence[Path],
    *,
    rate: Decimal | None = None,
    lang: str | None = None,
    form: str = "text",
    out: TextIO | None = None,
    only: Collection[str] = (),
    ignore: Collection[str] = (),
    baseline: Path | None = None,
    write_baseline: bool = False,
    against: Book | None = None,
) -> int:
    """Checks the paths, writes the report to ``out`` (standard output) and returns the exit status.

    What documents quote from the book ``against`` is compared with it. ``only`` and ``ignore`` are codes of findings.
    Findings that the file ``baseline`` records are not told; with ``write_baseline`` it is written instead. Raises
    ``KeyError`` where there is no such format.
    """
    render: Callable[[Sequence[CheckedDocument], str], Iterable[str]] = import_module(
        f"factbook.checker.documents.forms.{FORMATS[form]}"
    ).render
    language, stream = lang or reader_language(), out or sys.stdout
    words = CATALOGUES[language].baseline
    settings = Settings(rate, lang, against)
    try:
        known = filtering.load(baseline) if baseline is not None and not write_baseline else None
    except filtering.UnreadableBaseline as error:
        sys.stderr.write(words["unreadable"].format(path=error.path, reason=error.reason) + "\n")
        return Status.UNREADABLE
    checked = filtering.all_of(check_all(paths, settings, CATALOGUES[language].checking), only, ignore)
    if baseline is not None and write_baseline:
        try:
            number = filtering.write(baseline, checked)
        except OSError as error:
            sys.stderr.write(words["unwritable"].format(path=baseline, reason=error.strerror) + "\n")
            return Status.UNREADABLE
        sys.stderr.write(words["written"].format(path=baseline, number=number) + "\n")
        return exit_status(one for one in checked if one.failure is not None)
    if baseline is not None and known is not None:
        checked = [filtering.unknown(one, known, baseline.parent) for one in checked]
    for line in render(checked, language):
        stream.write(line + "\n")
    return exit_status(checked)


def exit_status(checked: Iterable[CheckedDocument]) -> int:
    """2 where a document could not be read, else 1 where something was found, else 0."""
    status = Status.CONSISTENT
    for one in checked:
        if one.failure is not None:
            return Status.UNREADABLE
        if one.report.findings or not all(quote.outcome.holds for quote in one.quotes):
            status = Status.FINDINGS
    return status


def reader_language() -> str:
    """The language of whoever runs the check, by their environment."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    code = next((name for name in names if name), "")[:2]
    return code if code in CATALOGUES else "en"
