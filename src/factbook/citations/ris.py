"""RIS: works as EndNote, RefWorks, Zotero and Mendeley take them, written by rispy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import rispy

from factbook.citations.model import PARTS, Kind, Work

TYPES = {
    Kind.BOOK: "BOOK",
    Kind.CHAPTER: "CHAP",
    Kind.SECTION: "CHAP",
    Kind.FIGURE: "FIGURE",
    Kind.DATASET: "DATA",
    Kind.ARTICLE: "JOUR",
    Kind.REPORT: "RPRT",
    Kind.NEWS: "NEWS",
    Kind.PAGE: "ELEC",
}
#: What stands for further authors: RIS has no word for them.
OTHERS = "et al."


def dump(works: Iterable[Work]) -> str:
    """An RIS file."""
    return str(rispy.dumps([_record(work) for work in works], implementation=_Writer, enforce_list_tags=False))


class _Writer(rispy.RisWriter):  # type: ignore[misc]
    """rispy's writer without the running numbers between records, of which the format knows nothing."""

    def set_header(self, _: int) -> str:
        return ""


def _record(work: Work) -> dict[str, Any]:
    first, _, last = work.pages.replace("--", "–").partition("–")
    fields: dict[str, Any] = {
        "type_of_reference": TYPES[work.kind],
        "id": work.key,
        "authors": [name.whole for name in work.authors] + [OTHERS] * work.others,
        "title": work.title,
        "secondary_title": work.container,
        "publisher": work.publisher,
        "edition": work.edition or (work.version if work.kind in PARTS | {Kind.BOOK, Kind.DATASET} else ""),
        "type_of_work": work.genre,
        "volume": work.volume,
        "number": work.number,
        "start_page": first,
        "end_page": last,
        "year": f"{work.issued.year:04}" if work.issued else "",
        "date": _date(work.issued.written("/")) if work.issued else "",
        "doi": work.doi,
        "urls": [work.address] if work.address else [],
        "access_date": _date(work.accessed.written("/")) if work.accessed else "",
        "notes": [work.note] if work.note else [],
        "keywords": list(work.keywords),
        "language": work.language,
    }
    return {name: _one_line(value) for name, value in fields.items() if value}


def _date(written: str) -> str:
    """A date of RIS has three slashes, whatever is known of it."""
    return written + "/" * (3 - written.count("/"))


def _one_line(value: Any) -> Any:
    """A line break would begin another tag."""
    return [_one_line(part) for part in value] if isinstance(value, list) else " ".join(value.split())
