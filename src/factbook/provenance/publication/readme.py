"""What goes with the files of data in words, every language in turn: what they are, licence, origin, how to cite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from factbook import languages
from factbook.citations import numbers, works
from factbook.citations.identity import Identity
from factbook.data.package import key_in
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES


def text(descriptor: Mapping[str, Any], identity: Identity) -> str:
    """The README (Markdown) of a published ``descriptor``."""
    return "\n".join("\n".join(_in(language, descriptor, identity)) for language in LANGUAGES)


def _in(language: str, descriptor: Mapping[str, Any], identity: Identity) -> Iterator[str]:
    words = catalogue.of(language)
    cited = numbers.place(works.data(identity, language)).text
    yield f"# {descriptor[key_in(language, 'title')]}\n\n{descriptor[key_in(language, 'description')]}\n"
    yield f"- {words('publication.origin', address=descriptor['homepage'])}"
    if identity.cutoff:
        yield f"- {words('publication.cutoff', day=languages.day(language, date.fromisoformat(identity.cutoff.iso)))}"
    yield f"- {words('publication.licence', licence=_licence(descriptor))}"
    for table in descriptor["resources"]:
        if "licenses" in table:
            yield f"- {words('publication.licence-of', file=table['path'], licence=_licence(table))}"
    yield f"- {words('publication.cite', citation=cited)}"
    yield f"- {words('publication.cite-numbers')}\n"
    yield f"## {words('publication.tables')}\n"
    for table in descriptor["resources"]:
        yield f"- `{table['path']}` — {table[key_in(language, 'description')]}"
    yield ""


def _licence(item: Mapping[str, Any]) -> str:
    return ", ".join(f"[{one['title']}]({one['path']})" for one in item["licenses"])
