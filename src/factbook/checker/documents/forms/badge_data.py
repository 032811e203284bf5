"""What the badge says, for services that draw it (the endpoint format of Shields.io, version 1)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from factbook.checker.documents.checking import CheckedDocument
from factbook.checker.documents.forms import badge


def render(checked: Sequence[CheckedDocument], language: str) -> Iterable[str]:
    """One object, in ASCII."""
    said = badge.of(checked, language)
    told = {"schemaVersion": 1, "label": said.label, "message": said.message, "color": said.colour.removeprefix("#")}
    yield json.dumps(told)
