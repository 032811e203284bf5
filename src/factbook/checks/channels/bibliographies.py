"""Files of citations (BibTeX, RIS, CSL-JSON), read back: authors, titles and dates as the bibliography has them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pybtex.database import Entry, Person, parse_string
from pybtex.richtext import Text

from factbook.checks.channels.reading import Readings
from factbook.data import sources
from factbook.data.layout import Layout
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

_ADVICE = "mend what writes this form of citation"
_OTHERS = frozenset({"others", "et al."})


@dataclass(frozen=True, slots=True)
class Record:
    """A work as a reference manager takes it from a file.

    ``date`` has as many parts as are known, ``pages`` an en dash between the first and the last.
    """

    title: str
    authors: tuple[str, ...]
    date: tuple[int, ...]
    year: str
    address: str
    doi: str
    volume: str = ""
    number: str = ""
    pages: str = ""


def check(layout: Layout, folder: Path) -> Readings:
    wanted = {language: bibliography(layout, language) for language in LANGUAGES}
    released = _released(layout)
    for language in LANGUAGES:
        for ending, read in READERS.items():
            file = folder / language / f"sources.{ending}"
            yield from _sources(f"{language}/{file.name}", read(file.read_text("utf-8")), wanted[language])
            own = folder / language / f"citations.{ending}"
            if own.is_file():
                for key, record in read(own.read_text("utf-8")).items():
                    yield from _dated(f"{language}/{own.name}", key, record, released)


def _sources(shown: str, found: Mapping[str, Record], wanted: Mapping[str, Record]) -> Readings:
    if list(found) != list(wanted):
        lacking = ", ".join(sorted(set(wanted) ^ set(found))[:3]) or "their order"
        yield Problem("channel.sources", shown, f"other sources: {lacking}", "those of references.bib", _ADVICE)
    for key in found.keys() & wanted.keys():
        for name in (field.name for field in fields(Record)):
            given, due = getattr(found[key], name), getattr(wanted[key], name)
            found_so = f"«{key}» has {name} {given}"
            yield None if given == due else Problem("channel.sources", shown, found_so, f"{due}", _ADVICE)


def _dated(shown: str, key: str, record: Record, released: tuple[int, ...]) -> Readings:
    if record.date != released or record.year != str(released[0]):
        found = f"«{key}» is of {'-'.join(map(str, record.date))} ({record.year})"
        yield Problem("channel.citations", shown, found, "date-released of CITATION.cff", _ADVICE)
    else:
        yield None


def _released(layout: Layout) -> tuple[int, ...]:
    citation = yaml.load((layout.root / "CITATION.cff").read_text("utf-8"), Loader=yaml.BaseLoader)
    return _parts(citation["date-released"])


def _parts(date: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.split(r"[-/]", date) if part)


def bibliography(layout: Layout, language: str) -> dict[str, Record]:
    """The sources as ``references.bib`` has them, authors as pages in ``language`` name them."""
    entries = sources.read(layout.bibliography, layout.shown(layout.bibliography)).entries
    return {
        key: Record(
            title=_plain(entry.fields.get("title", "")),
            authors=tuple(_person(person) for person in sources.authors(entry, language)),
            date=_parts(entry.fields.get("date", entry.fields.get("year", ""))),
            year=entry.fields.get("year", ""),
            address=entry.fields.get("url", ""),
            doi=entry.fields.get("doi", ""),
            **_parts_of(entry),
        )
        for key, entry in entries.items()
    }


def _parts_of(entry: Entry) -> dict[str, str]:
    """Volume, number and pages of an entry."""
    found = {name: _plain(entry.fields.get(name, "")) for name in ("volume", "number", "pages")}
    return found | {"pages": _span(found["pages"])}


def _span(pages: str) -> str:
    return re.sub(r"[-–]+", "–", pages)


@lru_cache(maxsize=4096)
def _plain(latex: str) -> str:
    # pybtex leaves the backslash before these.
    return re.sub(r"\\([$&%#_])", r"\1", " ".join(str(Text.from_latex(latex.replace("{}", ""))).split()))


def _person(person: Person) -> str:
    family = _plain(" ".join([*person.prelast_names, *person.last_names]))
    given = _plain(" ".join([*person.first_names, *person.middle_names]))
    return _author(f"{family}, {given}" if given else family)


def _author(name: str) -> str:
    return "others" if name in _OTHERS else name


def read_bibtex(text: str) -> dict[str, Record]:
    return {
        key: Record(
            _plain(entry.fields.get("title", "")),
            tuple(_person(person) for person in entry.persons.get("author", [])),
            _parts(entry.fields.get("date", "")),
            entry.fields.get("year", ""),
            entry.fields.get("url", ""),
            entry.fields.get("doi", ""),
            **_parts_of(entry),
        )
        for key, entry in parse_string(text, "bibtex").entries.items()
    }


def read_ris(text: str) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for block in re.split(r"^ER  -.*$", text, flags=re.MULTILINE):
        tags: dict[str, list[str]] = {}
        for tag, value in re.findall(r"^([A-Z][A-Z0-9])  - (.*?)\s*$", block, re.MULTILINE):
            tags.setdefault(tag, []).append(value)
        if "ID" in tags:
            one = {tag: values[0] for tag, values in tags.items()}
            authors = tuple(_author(name) for name in tags.get("AU", ()))
            date = _parts(one.get("DA", ""))
            found[one["ID"]] = Record(
                one.get("TI", ""),
                authors,
                date,
                one.get("PY", ""),
                one.get("UR", ""),
                one.get("DO", ""),
                one.get("VL", ""),
                one.get("IS", ""),
                "–".join(one[tag] for tag in ("SP", "EP") if tag in one),
            )
    return found


def read_csl(text: str) -> dict[str, Record]:
    return {item["id"]: _csl(item) for item in json.loads(text)}


def _csl(item: Mapping[str, Any]) -> Record:
    date: Sequence[int] = item.get("issued", {}).get("date-parts", [[]])[0]
    authors = (
        name.get("literal") or ", ".join(filter(None, (name["family"], name.get("given", ""))))
        for name in item.get("author", ())
    )
    return Record(
        item.get("title", ""),
        tuple(_author(name) for name in authors),
        tuple(date),
        str(date[0]) if date else "",
        item.get("URL", ""),
        item.get("DOI", ""),
        item.get("volume", ""),
        item.get("issue", item.get("number", "")),
        _span(item.get("page", "")),
    )


#: The reader of each form, by the ending of its files.
READERS = {"bib": read_bibtex, "ris": read_ris, "json": read_csl}
