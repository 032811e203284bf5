"""The sections of an edition, by which a reader is told whether what is cited still stands as it was."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Collection, Mapping
from enum import StrEnum

from factbook.data.layout import Layout
from factbook.editions.records import Edition
from factbook.translations import chapters, record

#: The file of an edition that keeps the digests of its sections.
FILE = "sections.json"
#: The digest of each section's source, by label and language.
Digests = Mapping[str, Mapping[str, str]]


class Moved(StrEnum):
    """Why a section is no longer what it was in an edition; the first that holds is told."""

    NEW = "new"
    WORDS = "words"
    NUMBERS = "numbers"
    #: A table that its page rests on: which section shows it is not known, so this holds for the whole page.
    TABLES = "tables"


def now(layout: Layout) -> Digests:
    """The sections as they are. Raises :class:`~factbook.problems.ProblemError` where a chapter cannot be read."""
    return {label: record.digests(twins) for label, twins in chapters.load(layout).sections().items()}


def written(digests: Digests) -> str:
    """The file, sorted by label."""
    return json.dumps({label: dict(sorted(digests[label].items())) for label in sorted(digests)}, indent=1) + "\n"


def of(layout: Layout, edition: Edition) -> Digests:
    """The sections as an edition has them."""
    with zipfile.ZipFile(layout.editions / edition.file) as archive:
        frozen: Digests = json.loads(archive.read(FILE))
    return frozen


def moved(label: str, before: Digests, after: Digests, numbers: Collection[str], tables: bool) -> Moved | None:
    """What of a section is not as it was: none where it stands as frozen.

    ``numbers`` are the labels of the sections that say a number or relation which has changed; ``tables`` tells whether
    a table that its page rests on has.
    """
    # A section that is in no chapter's text is made of the tables.
    if before.get(label) != after.get(label):
        return Moved.WORDS if label in before else Moved.NEW
    if label in numbers:
        return Moved.NUMBERS
    return Moved.TABLES if tables else None
