"""Every string that a reader meets outside the chapters, one catalogue a language.

A catalogue is the files of ``interface/LANGUAGE/``, the words of every book, and of the report's
``book/report/words/LANGUAGE/``, the words of its figures and tables; each string stands in one of them. Adding a
language is adding both folders, a module to :mod:`factbook.languages` and a folder of chapters.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from factbook import report

#: The languages of the book, in the order in which they are offered.
LANGUAGES = ("ko", "en")


@dataclass(frozen=True)
class Catalogue:
    """The strings of one language by dotted key. Calling it fills a string's ``{placeholders}``."""

    language: str
    strings: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The string at ``key``; raises ``KeyError`` where the catalogue has none."""
        return self.strings[key].format(**values) if values else self.strings[key]

    def under(self, prefix: str) -> dict[str, str]:
        """The strings whose keys begin with ``prefix.``, by the rest of their key."""
        start = f"{prefix}."
        return {key.removeprefix(start): text for key, text in self.strings.items() if key.startswith(start)}


def files(language: str, own: Path | None) -> list[Path]:
    """Where the strings of a language are, those of the report in the folder ``own`` last."""
    folders = [Path(__file__).parent / language, *([own / "words" / language] if own else [])]
    return [file for folder in folders for file in sorted(folder.glob("*.toml"))]


def of(language: str) -> Catalogue:
    """The catalogue of a language, with the words of the report at hand (:mod:`factbook.report`).

    Raises ``KeyError`` for a language that the book does not have.
    """
    return _of(language, report.folder())


@cache
def _of(language: str, own: Path | None) -> Catalogue:
    if language not in LANGUAGES:
        raise KeyError(f"the book has no language «{language}», only {', '.join(LANGUAGES)}")
    strings: dict[str, str] = {}
    for file in files(language, own):
        strings.update(_flat(tomllib.loads(file.read_text("utf-8")), ""))
    return Catalogue(language, strings)


def _flat(table: Mapping[str, Any], prefix: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            pairs += _flat(value, f"{prefix}{key}.")
        else:
            pairs.append((f"{prefix}{key}", str(value)))
    return pairs
