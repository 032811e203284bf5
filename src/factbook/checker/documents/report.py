"""Reports of checked documents: for people (text), for programs (json), for a pull request (github)."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TextIO

from factbook.checker.documents.checking import CheckedDocument, check_paths
from factbook.checker.documents.messages import CATALOGUES, Catalogue
from factbook.checker.quotes import Book, Outcome, telling
from factbook.checker.sentences import Claim, Finding
from factbook.checker.sentences.model import Figure
from factbook.checker.tables import Tally
from factbook.problems import Status


def run(
    paths: Sequence[Path],
    *,
    rate: Decimal | None = None,
    lang: str | None = None,
    form: str = "text",
    out: TextIO | None = None,
    against: Book | None = None,
) -> int:
    """Checks the paths, writes the report to ``out`` (standard output) and returns the exit status.

    What documents quote from the book ``against`` is compared with it.
    Raises ``KeyError`` where there is no such format.
    """
    render = FORMATS[form]
    checked = list(check_paths(paths, rate=rate, lang=lang, book=against))
    stream = out or sys.stdout
    for line in render(checked, lang or _reader_language()):
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


def _reader_language() -> str:
    """The language of whoever runs the check, by their environment."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    code = next((name for name in names if name), "")[:2]
    return code if code in CATALOGUES else "en"


def as_text(checked: Sequence[CheckedDocument], language: str) -> Iterable[str]:
    """A paragraph a document, three lines a finding, a line of totals."""
    words = CATALOGUES[language]
    for one in checked:
        if one.failure is not None:
            yield f"{one.path}: {words.unreadable}: {one.failure.reason(language)}"
            yield f"    → {one.failure.advice(language)}"
            continue
        claims, findings = len(one.report.claims), len(one.report.findings)
        verdict = words.findings if findings else words.consistent if claims else words.unchecked
        yield f"{one.path}: {verdict.format(claims=claims, findings=findings)}"
        if one.tally.tables:
            yield f"  {_tables(one.tally, words)}"
        for finding in one.report.findings:
            place = words.places[place_of(one, finding.start)[0]].format(number=place_of(one, finding.start)[1])
            yield f"  {place}: {words.severities[finding.severity]} [{finding.code}]"
            yield f"    «{finding.text}»"
            yield f"    {finding.message}"
        if one.quotes:
            yield f"  {telling.summary(one.quotes, language)}"
        for quote in (quote for quote in one.quotes if quote.outcome is not Outcome.SAME):
            unit, number = place_of(one, quote.quote.start)
            place = words.places[unit].format(number=number)
            yield f"  {place}: [{quote.outcome}] {telling.message(quote, language)}"
    yield words.summary.format(
        documents=len(checked),
        claims=sum(len(one.report.claims) for one in checked),
        findings=sum(len(one.report.findings) for one in checked),
        unreadable=sum(one.failure is not None for one in checked),
    )


def _tables(tally: Tally, words: Catalogue) -> str:
    """What was read in tables, what was checked and what was not, in one line."""
    kinds = ", ".join(words.kinds[kind].format(number=number) for kind, number in tally.claims)
    parts = [
        words.tables.format(tables=tally.tables, checked=tally.checked, kinds=f" ({kinds})" if kinds else ""),
        words.without_unit.format(number=tally.unitless) if tally.unitless else "",
        words.unused.format(number=tally.unused) if tally.unused else "",
    ]
    return "; ".join(part for part in parts if part)


def as_json(checked: Sequence[CheckedDocument], language: str) -> Iterable[str]:
    """One object with a ``documents`` list; in ASCII, which every pipe between two programs passes on unchanged."""
    yield json.dumps({"documents": [_document(one, language) for one in checked]}, indent=2)


def as_github(checked: Sequence[CheckedDocument], language: str) -> Iterable[str]:
    """Workflow commands that annotate the lines of a pull request."""
    for one in checked:
        path = _property(one.path.as_posix())
        if one.failure is not None:
            yield f"::error file={path}::{_data(one.failure.reason(language) + '. ' + one.failure.advice(language))}"
        for finding in one.report.findings:
            unit, number = place_of(one, finding.start)
            where = f",line={number}" if unit == "line" else ""
            level = "warning" if finding.severity == "warning" else "error"
            place = "" if unit == "line" else CATALOGUES[language].places[unit].format(number=number) + ": "
            message = _data(f"{place}{finding.text}\n{finding.message}")
            yield f"::{level} file={path}{where},title={_property(finding.code)}::{message}"


FORMATS: Mapping[str, Callable[[Sequence[CheckedDocument], str], Iterable[str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def place_of(checked: CheckedDocument, position: int) -> tuple[str, int]:
    """What places are counted in, and the number of the place, for a position in the document's text."""
    if checked.document is None:
        raise ValueError(f"{checked.path} was not read and has no places")
    place = checked.document.place(position)
    return place.unit.value, place.number


def _document(one: CheckedDocument, language: str) -> dict[str, object]:
    described: dict[str, object] = {
        "path": str(one.path),
        "claims": [_claim(one, claim) for claim in one.report.claims],
        "findings": [_finding(one, finding) for finding in one.report.findings],
    }
    if one.tally.tables:
        described["tables"] = {
            "read": one.tally.tables,
            "checked": one.tally.checked,
            "without_unit": one.tally.unitless,
            "numbers_in_no_claim": one.tally.unused,
            "claims": dict(one.tally.claims),
        }
    if one.quotes:
        described["quotes"] = [
            {**telling.fields(quote, language), "line": place_of(one, quote.quote.start)[1]} for quote in one.quotes
        ]
    if one.failure is not None:
        described["error"] = {
            "code": one.failure.cause.value,
            "reason": one.failure.reason(language),
            "advice": one.failure.advice(language),
        }
    return described


def _claim(one: CheckedDocument, claim: Claim) -> dict[str, object]:
    unit, number = place_of(one, claim.start)
    described: dict[str, object] = {
        "kind": claim.kind,
        "text": claim.text,
        "line": number,
        "counted_in": unit,
        "amounts": [_amount(role, figure) for role, figure in claim.amounts],
        "verdict": claim.verdict.value,
    }
    if claim.years is not None:
        described["years"] = claim.years
    return described


def _amount(role: str, figure: Figure) -> dict[str, object]:
    amount = figure.amount
    described: dict[str, object] = {
        "role": role,
        "text": figure.text,
        "value": _number(amount.value),
        "unit": amount.unit,
        "ulp": _number(amount.ulp),
    }
    if amount.qualifier:
        described["qualifier"] = amount.qualifier.value
    if figure.year is not None:
        described["year"] = figure.year
    return described


def _finding(one: CheckedDocument, finding: Finding) -> dict[str, object]:
    unit, number = place_of(one, finding.start)
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "text": finding.text,
        "line": number,
        "counted_in": unit,
        "message": finding.message,
        "stated": finding.stated,
        "expected": [_number(end) for end in finding.expected],
    }


def _number(value: Decimal) -> int | float | None:
    """A JSON number; an open end is ``null``. Only the output is binary, nothing is computed with it."""
    if not value.is_finite():
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
