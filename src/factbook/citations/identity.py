"""Who publishes the book, under which name, where and in which version: said once, read by everything that cites.

The version, date, licence and keywords are those of ``CITATION.cff``; names are words, and so in the catalogue under
``citing``; the address is ``html.baseurl`` of ``_config.yml``, or the environment variable ``FACTBOOK_BASEURL`` where
whoever publishes a copy knows better. The cut-off is that of ``_config.yml``, too (:mod:`factbook.data.cutoff`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from factbook.citations.model import Date
from factbook.data import cutoff
from factbook.data.package import Package
from factbook.interface import catalogue
from factbook.phrasing import ledger_link
from factbook.problems import Problem, ProblemError

#: The licence of what the book says, as opposed to that of its code, and its text.
LICENCE = "CC-BY-4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
_EDITION = re.compile(r"(?P<year>\d{4})-Q(?P<quarter>[1-4])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Identity:
    """The book as a publication.

    ``name`` is that of its data package, ``base`` ends in a slash; ``edition`` is a frozen edition's, ``2026-Q4``.

    ``cutoff`` is the day up to which it looked at its sources, where that is known.
    """

    name: str
    base: str
    version: str
    issued: Date
    keywords: tuple[str, ...]
    edition: str = ""
    cutoff: Date | None = None

    @property
    def is_placed(self) -> bool:
        """Whether the book has a real address."""
        return ledger_link.is_real(self.base)

    def address(self, path: str) -> str:
        """The permanent address of a file of the site: in the frozen edition where there is one."""
        return f"{self.base}editions/{self.edition}/{path}" if self.edition else self.base + path

    def edition_in(self, language: str) -> str:
        """The name of the frozen edition in words, or nothing."""
        found = _EDITION.fullmatch(self.edition)
        return catalogue.of(language)("citing.edition", **found.groupdict()) if found else self.edition


def read(root: Path, edition: str = "") -> Identity:
    """The identity of the book in ``root``, or of an ``edition`` of it.

    Raises :class:`ProblemError` where a file does not say it.
    """
    citation = _loaded(root / "CITATION.cff", "CITATION.cff")
    config = _loaded(root / "_config.yml", "_config.yml")
    base = os.environ.get(ledger_link.BASE_VARIABLE) or (config.get("html") or {}).get("baseurl") or ""
    if not re.fullmatch(r"https?://[^/\s?#]+(?:/[^\s?#]*)?", base):
        raise _problem("_config.yml", f"html.baseurl is «{base}»", "the address under which the site is published")
    try:
        return Identity(
            name=Package(root / "data").descriptor["name"],
            base=base.rstrip("/") + "/",
            version=citation["version"],
            issued=Date.read(citation["date-released"]),
            keywords=tuple(citation["keywords"]),
            edition=edition,
            cutoff=Date.of(cutoff.read(root / "_config.yml")),
        )
    except (KeyError, ValueError) as error:
        raise _problem("CITATION.cff", str(error), "version, date-released and keywords") from None


def _loaded(path: Path, shown: str) -> Mapping[str, Any]:
    try:
        # Dates and versions stay text.
        loaded = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    except (OSError, yaml.YAMLError) as error:
        raise _problem(shown, str(error), "a YAML file") from None
    if not isinstance(loaded, dict):
        raise _problem(shown, "no mapping", "a YAML file of names and values")
    return loaded


def _problem(shown: str, found: str, expected: str) -> ProblemError:
    return ProblemError([Problem("book.identity", shown, found, expected)])
