"""What several channels read of the published files: a page, the rows of a table, what a script says of a number."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import lxml.html

from factbook.checks.channels import assigned

Row = dict[str, str]
#: The same amount in another currency, in brackets behind it.
_PAIR = re.compile(r"\s?\([^()]*\)$")


def rows(path: Path) -> list[Row]:
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def said(folder: Path) -> dict[str, str]:
    """Each number as the pages of a language show it when it is opened, by its id."""
    told = assigned.value(folder / "explanations.js", "explanations")["numbers"]
    return {
        name: "".join(lxml.html.fromstring(f"<div>{html}</div>").xpath(".//p[@class='explained-value']//text()"))
        for name, html in told.items()
    }


def without_pair(text: str) -> str:
    """A number without what it is in another currency."""
    return _PAIR.sub("", text)
