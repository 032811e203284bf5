"""What the published package says of itself: the committed descriptor, who publishes it, the table of all numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from factbook.citations.identity import Identity
from factbook.data.package import Package, key_in
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES

#: Beside the tables: what holds for them, in words.
README = "README.md"
#: The table of all numbers, declared like those of the package (Data Resource). It is made at each build.
NUMBERS: Mapping[str, Any] = json.loads(
    files("factbook.provenance.publication").joinpath("numbers.json").read_text("utf-8")
)


def archive(package: Package) -> str:
    """The name of the one file that holds all others."""
    return f"{package.descriptor['name']}-data.zip"


def resources(package: Package) -> tuple[Mapping[str, Any], ...]:
    """Every table that is published, that of all numbers first."""
    return (NUMBERS, *package.descriptor["resources"])


def published(package: Package, identity: Identity) -> dict[str, Any]:
    """The descriptor that is published: with its place, its dates and who made it (Data Package, «homepage» …).

    ``cutoff``, the day up to which the book looked at its sources, is a property of our own, which the standard allows.
    """
    authors = {key_in(code, "title"): catalogue.of(code)("citing.author") for code in LANGUAGES}
    return {
        **package.descriptor,
        "homepage": identity.address(""),
        "version": identity.edition or identity.version,
        "created": f"{identity.issued.iso}T00:00:00Z",
        **({"cutoff": identity.cutoff.iso} if identity.cutoff else {}),
        "contributors": [{**authors, "role": "author"}],
        "resources": list(resources(package)),
    }
