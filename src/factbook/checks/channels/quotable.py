"""The file to which quotations are held says of each number what the table of all numbers says, now and by edition."""

from __future__ import annotations

import base64
import gzip
import json
import re
from pathlib import Path
from typing import Any

from factbook.checks.channels import files
from factbook.checks.channels.reading import Readings
from factbook.data.layout import Layout
from factbook.editions import records
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

_SHOWN = "data/numbers.json"
#: The same file as the page that checks documents loads it, in a site that has the page.
_PACKED = "_static/check-numbers.js"
_ADVICE = "build the site again"


def check(layout: Layout, folder: Path) -> Readings:
    told = json.loads((folder / _SHOWN).read_text("utf-8"))
    yield from _as_in(told["numbers"], folder / "data" / "numbers.csv", "")
    yield from _packed(folder)
    editions = {one["name"]: one["numbers"] for one in told["editions"]}
    wanted = [] if layout.edition else [edition.name for edition in records.read(layout)]
    for name in wanted:
        table = folder / "editions" / name / "data" / "numbers.csv"
        if table.is_file():
            yield from _as_in(editions.pop(name, {}), table, name)
    if editions:
        yield Problem("channel.quotes", _SHOWN, f"it names the editions {sorted(editions)}", "frozen editions", _ADVICE)


def _packed(folder: Path) -> Readings:
    if not (folder / _PACKED).exists():
        return
    packed = re.search(r'numbers="([^"]*)"', (folder / _PACKED).read_text("utf-8"))
    if packed is None or gzip.decompress(base64.b64decode(packed[1])) != (folder / _SHOWN).read_bytes():
        yield Problem("channel.quotes", _PACKED, "documents are held to other numbers", f"those of {_SHOWN}", _ADVICE)


def _as_in(numbers: dict[str, Any], table: Path, edition: str) -> Readings:
    rows = {row["id"]: row for row in files.rows(table)}
    where = f" in {edition}" if edition else ""
    for name in sorted({*rows} ^ {*numbers}):
        yield Problem("channel.quotes", _SHOWN, f"«{name}»{where} is in one only", "the numbers of the table", _ADVICE)
    for name in sorted({*rows} & {*numbers}):
        row, said = rows[name], numbers[name]
        wanted = {column: row[column] for column in ("value", "low", "high", "unit")}
        wanted |= {f"{text}_{code}": row[f"{text}_{code}"] for text in ("said", "label") for code in LANGUAGES}
        wanted["years"] = " ".join(year for year in (row["year"], row["period_end"]) if year)
        found = {column: said[column] for column in ("value", "low", "high", "unit")}
        found |= {f"{text}_{code}": said[text][code] for text in ("said", "label") for code in LANGUAGES}
        found["years"] = " ".join(map(str, said["years"]))
        for column, due in wanted.items():
            other = f"of «{name}»{where} it says «{found[column]}» as {column}"
            is_so = found[column] == due
            yield None if is_so else Problem("channel.quotes", _SHOWN, other, f"«{due}»", _ADVICE)
