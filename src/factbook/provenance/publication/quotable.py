"""What whoever holds a document that quotes the book needs: each number, now and in each edition, and why it changed.

One small file, ``data/numbers.json``, made of the table of all numbers and of those that the editions hold. Its form is
described by ``numbers.schema.json`` beside it; :mod:`factbook.checker.quotes` reads it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factbook.checker.quotes.published import FILE, FORMAT
from factbook.interface.catalogue import LANGUAGES

SCHEMA = "numbers.schema.json"
#: An edition as its name, its table of all numbers, and the reasons of what has changed since, by id and language.
Edition = tuple[str, str, Mapping[str, Mapping[str, str]]]


def written(address: str, now: str, editions: Iterable[Edition], title: Mapping[str, str], key: str) -> dict[str, str]:
    """The files by name. ``now`` is the table of all numbers as CSV, ``address`` what every address begins with.

    ``title`` is the book's by language, ``key`` what the keys of its entries in BibTeX begin with.
    """
    told = {
        "$schema": SCHEMA,
        "format": FORMAT,
        "address": address,
        "title": dict(title),
        "key": key,
        "numbers": dict(_numbers(now)),
        "editions": [
            {"name": name, "numbers": dict(_numbers(table)), "reasons": reasons} for name, table, reasons in editions
        ],
    }
    return {FILE: _text(told), SCHEMA: _text(schema())}


def _numbers(table: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline="")):
        years = [int(row[column]) for column in ("year", "period_end") if row[column].isdecimal()]
        yield (
            row["id"],
            {
                **{column: row[column] for column in ("value", "low", "high", "unit")},
                "years": years,
                "said": {language: row[f"said_{language}"] for language in LANGUAGES},
                "label": {language: row[f"label_{language}"] for language in LANGUAGES},
                **({"claim": row["claim"]} if row.get("claim") else {}),
            },
        )


def schema() -> dict[str, Any]:
    """The form of the file, as JSON Schema (draft 2020-12)."""
    text = {"type": "string"}
    words = {"type": "object", "required": list(LANGUAGES), "additionalProperties": text}
    number = {
        "type": "object",
        "required": ["value", "low", "high", "unit", "years", "said", "label"],
        "additionalProperties": False,
        "properties": {
            "value": {**text, "description": "Exact decimal in base units."},
            "low": {**text, "description": "The least value that its digits allow; empty where there is none."},
            "high": {**text, "description": "The greatest value that its digits allow; empty where there is none."},
            "unit": {**text, "description": "A key of units.csv."},
            "years": {"type": "array", "items": {"type": "integer"}},
            "said": {**words, "description": "The number as the pages say it, by language."},
            "label": {**words, "description": "What the number is, by language."},
            "claim": {**text, "description": "The printed number that is held to this computed one."},
        },
    }
    numbers = {"type": "object", "additionalProperties": number}
    edition = {
        "type": "object",
        "required": ["name", "numbers", "reasons"],
        "properties": {
            "name": text,
            "numbers": numbers,
            "reasons": {"type": "object", "additionalProperties": words},
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Numbers of a book, to hold quotations of it to",
        "type": "object",
        "required": ["format", "address", "title", "key", "numbers", "editions"],
        "properties": {
            "$schema": text,
            "format": {"const": FORMAT},
            "address": {**text, "format": "uri"},
            "title": {**words, "description": "What the book is cited as, by language."},
            "key": {**text, "description": "What the keys of its entries in BibTeX begin with."},
            "numbers": numbers,
            "editions": {"type": "array", "items": edition},
        },
    }


def _text(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"
