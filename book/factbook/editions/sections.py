"""The sections of an edition, by which a reader is told whether the words cited still stand as they were."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping

from factbook.editions.records import Edition
from factbook.layout import Layout
from factbook.parity import chapters, record

#: The file of an edition that keeps the digests of its sections.
FILE = "sections.json"
#: The digest of each section's source, by label and language.
Digests = Mapping[str, Mapping[str, str]]


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


def unchanged(before: Digests, after: Digests) -> frozenset[str]:
    """The labels of the sections that are, in every language, what they were."""
    return frozenset(label for label, digests in after.items() if before.get(label) == digests)
