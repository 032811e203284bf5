"""The report for tools that gather findings: SARIF 2.1.0 (OASIS)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from factbook.checker.documents.checking import CheckedDocument
from factbook.checker.documents.codes import CODES
from factbook.checker.documents.messages import CATALOGUES
from factbook.checker.documents.places import place_of, said
from factbook.checker.sentences import Finding

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(checked: Sequence[CheckedDocument], language: str) -> Iterable[str]:
    """One log with one run; a document that cannot be read is a notification of the run."""
    codes = sorted({finding.code for one in checked for finding in one.report.findings})
    driver = {"name": "factbook", "rules": [_rule(code, language) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": all(one.failure is None for one in checked),
                "toolExecutionNotifications": list(_unread(checked, language)),
            }
        ],
        "results": [_result(one, finding, codes, language) for one in checked for finding in one.report.findings],
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: str, language: str) -> dict[str, Any]:
    told = CODES[language].get(code)
    described: dict[str, Any] = {"id": code}
    if told is not None:
        described |= {"shortDescription": {"text": told.meaning}, "help": {"text": told.advice}}
    return described


def _result(one: CheckedDocument, finding: Finding, codes: list[str], language: str) -> dict[str, Any]:
    unit, number = place_of(one, finding.start)
    place = said(one, finding.start, CATALOGUES[language], finding.text)
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(one.path.as_posix())}}
    if unit == "line":
        physical["region"] = {"startLine": number, "snippet": {"text": finding.text}}
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": "warning" if finding.severity == "warning" else "error",
        "message": {"text": f"{finding.text}\n{finding.message}"},
        "locations": [{"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": place}]}],
    }


def _unread(checked: Sequence[CheckedDocument], language: str) -> Iterator[dict[str, Any]]:
    for one in checked:
        if one.failure is not None:
            yield {
                "level": "error",
                "message": {"text": f"{one.failure.reason(language)}: {one.failure.advice(language)}"},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": quote(one.path.as_posix())}}}],
            }
