"""The report for a pull request on GitHub."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factbook.checker.documents.checking import CheckedDocument
from factbook.checker.documents.messages import CATALOGUES
from factbook.checker.documents.places import place_of, said


def render(checked: Sequence[CheckedDocument], language: str) -> Iterable[str]:
    """Workflow commands that annotate the lines of a pull request."""
    for one in checked:
        path = _property(one.path.as_posix())
        if one.failure is not None:
            yield f"::error file={path}::{_data(one.failure.reason(language) + '. ' + one.failure.advice(language))}"
        for finding in one.report.findings:
            unit, number = place_of(one, finding.start)
            where = f",line={number}" if unit == "line" else ""
            level = "warning" if finding.severity == "warning" else "error"
            place = "" if unit == "line" else said(one, finding.start, CATALOGUES[language]) + ": "
            message = _data(f"{place}{finding.text}\n{finding.message}")
            yield f"::{level} file={path}{where},title={_property(finding.code)}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
