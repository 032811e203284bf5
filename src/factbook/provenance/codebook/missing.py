"""What a descriptor does not say in every language: the codebook would have a gap there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factbook.data.package import key_in
from factbook.interface.catalogue import LANGUAGES

#: What the package, each table and each column say of themselves.
_SAID = ("title", "description")


def missing(descriptor: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The place and the property of each text that is not there: ``("facts.value", "description_ko")``."""
    for place, item in _described(descriptor):
        for name in _SAID:
            for language in LANGUAGES:
                if not str(item.get(key_in(language, name)) or "").strip():
                    yield place, key_in(language, name)


def _described(descriptor: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield "", descriptor
    for table in descriptor["resources"]:
        yield table["name"], table
        for field in table["schema"]["fields"]:
            yield f"{table['name']}.{field['name']}", field
