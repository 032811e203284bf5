"""JSON-LD in the words of schema.org: what a page is, for search engines and harvesters of data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from factbook.citations.identity import Identity
from factbook.citations.model import Kind, Person, Work
from factbook.data.package import key_in, licence_of
from factbook.facts import Facts
from factbook.phrasing.saying import LEDGER

CONTEXT = "https://schema.org"
_TYPES = {Kind.BOOK: "Report", Kind.CHAPTER: "Chapter", Kind.FIGURE: "ImageObject"}

#: The kinds of number that vary with the market: what the data are about, as opposed to dates and counts of things.
_VARIABLES = frozenset({"money", "percent", "rate"})

Node = dict[str, Any]


def page(book: Work, work: Work, figures: Iterable[Work] = (), data: Node | None = None) -> Node:
    """The graph of a page: the book, the chapter on the page with its figures, and the data where they are."""
    nodes = [_node(book)]
    if work != book:
        nodes.append(_node(work) | {"isPartOf": {"@id": book.address}})
        parts = [_node(figure) | {"isPartOf": {"@id": work.address}} for figure in figures]
        if parts:
            nodes[-1]["hasPart"] = [{"@id": part["@id"]} for part in parts]
        nodes += parts
    if data:
        nodes.append(data | {"isPartOf": {"@id": book.address}})
    return {"@context": CONTEXT, "@graph": nodes}


def dataset(work: Work, identity: Identity, descriptor: Mapping[str, Any], facts: Facts) -> Node:
    """The data package: its tables with their columns as variables, the years it covers, licence and files."""
    title, description = (key_in(work.language, name) for name in ("title", "description"))
    ledger = identity.address(f"{work.language}/{LEDGER}.html")
    tables = [
        {
            "@type": "Dataset",
            "@id": identity.address(f"data/{table['path']}"),
            "name": table[title],
            "description": table[description],
            "license": licence_of(table, descriptor)["path"],
            "creator": _people(work),
            "variableMeasured": [
                {"@type": "PropertyValue", "name": field[title], "description": field[description]}
                for field in table["schema"]["fields"]
                if field["type"] in ("number", "integer")
            ],
            "distribution": _download(identity.address(f"data/{table['path']}"), "text/csv"),
        }
        for table in descriptor["resources"]
    ]
    return _node(work) | {
        "@type": "Dataset",
        "name": work.title,
        "description": descriptor[description],
        "temporalCoverage": coverage(facts),
        "variableMeasured": [
            {"@type": "PropertyValue", "@id": f"{ledger}#{fact.id}", "name": fact.label[work.language]}
            for fact in facts.facts.values()
            if fact.unit.kind in _VARIABLES
        ],
        "distribution": _download(work.address, "application/json"),
        "hasPart": [_filled(table) for table in tables],
    }


def coverage(facts: Facts) -> str:
    """The first and last year for which there are numbers, as ISO 8601 has an interval of time."""
    years = [year for entry in facts.entries.values() for year in entry.years]
    return f"{min(years)}/{max(years)}"


def script(graph: Node) -> str:
    """A graph as the text of a ``script`` element, which nothing in it can end."""
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _node(work: Work) -> Node:
    return _filled(
        {
            "@type": _TYPES.get(work.kind, "CreativeWork"),
            "@id": work.address,
            "url": work.address,
            "name": work.title,
            "alternateName": work.genre,
            "description": work.abstract,
            "inLanguage": work.language,
            "author": _people(work),
            "publisher": {"@type": "Organization", "name": work.publisher} if work.publisher else None,
            "datePublished": work.issued.iso if work.issued else "",
            "version": work.edition or work.version,
            "contentReferenceTime": work.cutoff.iso if work.cutoff else "",
            "license": work.licence,
            "keywords": list(work.keywords),
        }
    )


def _people(work: Work) -> list[Node]:
    return [
        _filled({"@type": "Person", "familyName": name.family, "givenName": name.given})
        if isinstance(name, Person)
        else {"@type": "Organization", "name": name.name}
        for name in work.authors
    ]


def _download(address: str, encoding: str) -> Node:
    return {"@type": "DataDownload", "contentUrl": address, "encodingFormat": encoding}


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value}
