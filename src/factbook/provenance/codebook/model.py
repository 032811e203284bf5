"""A published table and its columns, as the schema declares them, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from factbook.data.package import key_in, licence_of

#: The rows of a table, by its name.
Rows = Callable[[str], Iterable[Mapping[str, str]]]
Described = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """The table and column whose values a column takes."""

    table: str
    column: str


@dataclass(frozen=True, slots=True)
class Source:
    """A licence or source: its title, and its address where it has one."""

    title: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A column. ``description`` is Markdown whose only mark is code. ``example`` is a value of the first row that has
    one, ``""`` where none has."""

    name: str
    title: str
    type: str
    description: str
    example: str
    constraints: Mapping[str, Any]
    is_key: bool
    link: Link | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it holds, the file, how many rows, under which licence and from which sources of its own."""

    name: str
    title: str
    description: str
    path: str
    rows: int
    licence: Source
    sources: tuple[Source, ...]
    fields: tuple[Field, ...]

    @property
    def label(self) -> str:
        """The label of its section."""
        return label(self.name)


def label(table: str) -> str:
    """The label of a table's section, by the table's name."""
    return f"codebook-{table.replace('_', '-')}"


def tables(descriptor: Described, rows: Rows, language: str) -> tuple[Table, ...]:
    """Every table of a descriptor, in its order."""
    return tuple(_table(item, descriptor, list(rows(item["name"])), language) for item in descriptor["resources"])


def _table(item: Described, package: Described, rows: list[Mapping[str, str]], language: str) -> Table:
    schema = item["schema"]
    keys = _listed(schema.get("primaryKey", ()))
    links = {
        column: Link(key["reference"]["resource"] or item["name"], target)
        for key in schema.get("foreignKeys", ())
        for column, target in zip(_listed(key["fields"]), _listed(key["reference"]["fields"]), strict=True)
    }
    return Table(
        name=item["name"],
        title=item[key_in(language, "title")],
        description=item[key_in(language, "description")],
        path=item["path"],
        rows=len(rows),
        licence=_source(licence_of(item, package), language),
        sources=tuple(_source(one, language) for one in item.get("sources", ())),
        fields=tuple(
            Field(
                name=field["name"],
                title=field[key_in(language, "title")],
                type=field["type"],
                description=field[key_in(language, "description")],
                example=next((row[field["name"]] for row in rows if row.get(field["name"])), ""),
                constraints=field.get("constraints", {}),
                is_key=field["name"] in keys,
                link=links.get(field["name"]),
            )
            for field in schema["fields"]
        ),
    )


def _source(item: Described, language: str) -> Source:
    return Source(item.get(key_in(language, "title")) or item["title"], item.get("path", ""))


def _listed(names: str | Iterable[str]) -> tuple[str, ...]:
    """The specification allows one name in place of a list."""
    return (names,) if isinstance(names, str) else tuple(names)
