"""The tables of the data package as a reader sees them, written in MyST so that their sources are real citations.

Which columns show, and their headings, is what the catalogue says under ``table.NAME``; how a cell shows follows from
its column's schema: a text in the reader's language, a number said, a source cited, a date written out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from html import escape

from factbook import languages, report
from factbook.data.package import DATES, Package, Row
from factbook.interface import catalogue
from factbook.phrasing.said import Said, join
from factbook.phrasing.saying import Sayer
from factbook.problems import Problem, ProblemError
from factbook.quantities.amounts import Amount

#: Tables whose rows are numbers: a key into one of them is said.
NUMBERS = frozenset({"facts", "formulas"})
#: The column of a table that another table shows in place of its key.
_NAMES = ("name", "label")
SOURCE = "source"

Show = Callable[[Row], str]


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table ready to show. ``rows`` hold MyST inline text."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    label: str = ""

    def captioned(self, caption: str, label: str) -> DataTable:
        """The same table, numbered, under a caption (MyST text) and a label to refer to it by."""
        return DataTable(self.name, self.headings, self.rows, caption, label)

    def __repr__(self) -> str:
        return f"{self.name}: {len(self.rows)} × {len(self.headings)}"

    def _repr_markdown_(self) -> str:
        lines = [self.headings, ("---",) * len(self.headings), *self.rows]
        body = "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines)
        if not self.caption:
            return body
        return f":::{{table}} {self.caption}\n:name: {self.label}\n:class: data-table from-{self.name}\n\n{body}\n:::\n"


def show(name: str, rows: Iterable[Row], package: Package, sayer: Sayer) -> DataTable:
    """Rows of the table ``name``. Raises :class:`~factbook.problems.ProblemError`, ``UnknownFact``."""
    words = catalogue.of(sayer.language)
    headings = words.under(f"table.{name}")
    if not headings:
        raise ProblemError([unworded(name, f"{report.PLACE.as_posix()}/words/{sayer.language}")])
    shows = [_how(name, column, package, sayer) for column in headings]
    return DataTable(name, tuple(headings.values()), tuple(tuple(show(row) for show in shows) for row in rows))


def unworded(table: str, file: str) -> Problem:
    """That the language of ``file`` does not say which columns of a table to show."""
    return Problem(
        "words.table",
        file,
        f"no words say which columns of the table «{table}» to show",
        "a heading for each column that a reader sees",
        f"write them under [table.{table}]",
    )


def _how(table: str, column: str, package: Package, sayer: Sayer) -> Show:
    """How a column's cells show, from the schema of its table."""
    declared = package.columns(table)
    localized = f"{column}_{sayer.language}"
    words = catalogue.of(sayer.language)
    if localized in declared:
        return lambda row: sayer.fill(row[localized]).html
    if column == SOURCE:
        return lambda row: f"{{cite:p}}`{','.join(row[SOURCE].split())}`"
    values = words.under(f"value.{table}.{column}")
    if column in DATES:
        return lambda row: date(row[column], sayer.language).html if row[column] else ""
    target = _key_into(table, column, package)
    if target in NUMBERS:
        none = values.get("none", words("number.none"))
        return lambda row: _dated(row[column], sayer).html if row[column] else none
    if target:
        return partial(_name_of, column, names(target, package, sayer.language))
    return lambda row: escape(values.get(row[column], row[column]), quote=False)


def _dated(fact_id: str, sayer: Sayer) -> Said:
    """A number as a cell of its own; an amount of money with the year that it is for."""
    said = sayer.say(fact_id, alone=True)
    entry = sayer.facts[fact_id]
    if entry.unit.kind != "money" or len(entry.years) != 1:
        return said
    return join(catalogue.of(sayer.language)("number.pair"), said, date(str(entry.years[0]), sayer.language))


def _name_of(column: str, known: Mapping[str, str], row: Row) -> str:
    return escape(known[row[column]], quote=False) if row[column] else ""


def names(table: str, package: Package, language: str) -> dict[str, str]:
    """What a language calls each row of ``table``, by the row's key (its first column)."""
    columns = package.columns(table)
    shown = next(f"{name}_{language}" for name in _NAMES if f"{name}_{language}" in columns)
    return {row[columns[0]]: row[shown] for row in package.rows(table)}


def _key_into(table: str, column: str, package: Package) -> str | None:
    for key in package.resource(table)["schema"].get("foreignKeys", ()):
        if key["fields"] in (column, [column]):
            return str(key["reference"]["resource"]) or table
    return None


def date(iso: str, language: str) -> Said:
    """A date of the data (``2022``, ``2022-09`` or ``2022-09-15``) as the language writes it."""
    unit = ("year", "month", "date")[iso.count("-")]
    text = languages.of(language).say(Amount(Decimal(iso.replace("-", "")), unit))
    return Said(text, f'<time datetime="{iso}">{escape(text, quote=False)}</time>')
