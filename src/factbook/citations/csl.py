"""CSL-JSON: works as the Citation Style Language and the programs that speak it take them (CSL 1.0.2)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from factbook.citations.model import Date, Kind, Name, Person, Work

#: https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
TYPES = {
    Kind.BOOK: "book",
    Kind.CHAPTER: "chapter",
    Kind.SECTION: "chapter",
    Kind.FIGURE: "figure",
    Kind.DATASET: "dataset",
    Kind.ARTICLE: "article-journal",
    Kind.REPORT: "report",
    Kind.NEWS: "article-newspaper",
    Kind.PAGE: "webpage",
}
#: How a list of authors that goes on is written, after BibTeX; processors make «et al.» of it.
OTHERS = {"literal": "others"}


def dump(works: Iterable[Work]) -> str:
    """A file of CSL-JSON."""
    return json.dumps([item(work) for work in works], ensure_ascii=False, indent=1) + "\n"


def item(work: Work) -> dict[str, Any]:
    """One work. Absent fields are left out, never empty."""
    fields: dict[str, Any] = {
        "id": work.key,
        "type": TYPES[work.kind],
        "title": work.title,
        "author": [_name(name) for name in work.authors] + [OTHERS] * work.others,
        "container-title": work.host,
        "edition": work.edition,
        "version": work.version,
        "publisher": work.issuer,
        "issued": _date(work.issued),
        "URL": work.address,
        "DOI": work.doi,
        "genre": work.genre,
        "volume": work.volume,
        "issue" if work.kind is Kind.ARTICLE else "number": work.number,
        "page": work.pages,
        "note": work.note,
        "abstract": work.abstract,
        "keyword": ", ".join(work.keywords),
        "language": work.language,
        "accessed": _date(work.accessed),
    }
    return {name: value for name, value in fields.items() if value}


def _name(name: Name) -> dict[str, str]:
    if isinstance(name, Person):
        return {"family": name.family, **({"given": name.given} if name.given else {})}
    return {"literal": name.name}


def _date(date: Date | None) -> dict[str, Any] | None:
    return {"date-parts": [list(date.parts)]} if date else None
