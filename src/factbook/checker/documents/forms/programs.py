"""The report for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal

from factbook.checker.documents.checking import CheckedDocument
from factbook.checker.documents.messages import CATALOGUES
from factbook.checker.documents.places import box_of, place_of, said
from factbook.checker.quotes import telling
from factbook.checker.sentences import Claim, Finding
from factbook.checker.sentences.model import Figure


def render(checked: Sequence[CheckedDocument], language: str) -> Iterable[str]:
    """One object with a ``documents`` list; in ASCII, which every pipe between two programs passes on unchanged."""
    yield json.dumps({"documents": [_document(one, language) for one in checked]}, indent=2)


def _document(one: CheckedDocument, language: str) -> dict[str, object]:
    described: dict[str, object] = {
        "path": str(one.path),
        "claims": [_claim(one, claim, language) for claim in one.report.claims],
        "findings": [_finding(one, finding, language) for finding in one.report.findings],
    }
    if one.tally.tables:
        described["tables"] = {
            "read": one.tally.tables,
            "checked": one.tally.checked,
            "without_unit": one.tally.unitless,
            "numbers_in_no_claim": one.tally.unused,
            "claims": dict(one.tally.claims),
        }
    if one.notes:
        words = CATALOGUES[language]
        described["notes"] = [{"code": note.notice.value, "text": words.of_note(note)} for note in one.notes]
    if one.quotes:
        described["quotes"] = [
            {
                **telling.fields(quote, language),
                "line": place_of(one, quote.quote.start)[1],
                "place": said(one, quote.quote.start, CATALOGUES[language]),
            }
            for quote in one.quotes
        ]
    if one.failure is not None:
        described["error"] = {
            "code": one.failure.cause.value,
            "reason": one.failure.reason(language),
            "advice": one.failure.advice(language),
        }
    return described


def _claim(one: CheckedDocument, claim: Claim, language: str) -> dict[str, object]:
    unit, number = place_of(one, claim.start)
    described: dict[str, object] = {
        "kind": claim.kind,
        "text": claim.text,
        "line": number,
        "counted_in": unit,
        "place": said(one, claim.start, CATALOGUES[language]),
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


def _finding(one: CheckedDocument, finding: Finding, language: str) -> dict[str, object]:
    unit, number = place_of(one, finding.start)
    box = box_of(one, finding.start, finding.text)
    described: dict[str, object] = {
        "code": finding.code,
        "severity": finding.severity.value,
        "text": finding.text,
        "line": number,
        "counted_in": unit,
        "place": said(one, finding.start, CATALOGUES[language], finding.text),
        "message": finding.message,
        "stated": finding.stated,
        "expected": [_number(end) for end in finding.expected],
    }
    if box is not None:
        described["box"] = [round(side, 1) for side in (box.left, box.top, box.right, box.bottom)]
    return described


def _number(value: Decimal) -> int | float | None:
    """A JSON number; an open end is ``null``. Only the output is binary, nothing is computed with it."""
    if not value.is_finite():
        return None
    return int(value) if value == value.to_integral_value() else float(value)
