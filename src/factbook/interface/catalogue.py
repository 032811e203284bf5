"""The book's own words: every string of the interface and of the charts, one catalogue a language.

A catalogue is the files of ``interface/LANGUAGE/``, each string in one of them. Adding a language is adding a folder
there, a module to :mod:`factbook.languages` and a folder of chapters.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

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


def folder(language: str) -> Path:
    """Where the strings of a language are."""
    return Path(__file__).parent / language


@cache
def of(language: str) -> Catalogue:
    """The catalogue of a language; raises ``KeyError`` for one the book does not have."""
    if language not in LANGUAGES:
        raise KeyError(f"the book has no language «{language}», only {', '.join(LANGUAGES)}")
    strings: dict[str, str] = {}
    for file in sorted(folder(language).glob("*.toml")):
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
