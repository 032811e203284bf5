"""Mutants of the data package, tried with the checks of the data and against the pages that stand.

A cell that contradicts its double entry, its unit, a relation or the schema is found by the checks of the data. A
change that agrees with itself (``value`` and ``as_printed`` altered alike) is another fact: what gives it away is that
the built pages, read back, do not say it.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from factbook import facts, languages
from factbook.checks import validation
from factbook.checks.memory import Memory
from factbook.checks.of_pages import ledger, numbers
from factbook.checks.pages import Page, Site
from factbook.data.layout import Layout
from factbook.data.package import Row
from factbook.facts import Facts, names
from factbook.facts.names import Names
from factbook.facts.relations import FAILS, HOLDS
from factbook.interface.catalogue import LANGUAGES
from factbook.phrasing.saying import LEDGER
from factbook.quantities.formulas import OPERATIONS

from .model import dice, digits_altered

_PLACEHOLDER = re.compile(r"\{([a-z0-9][a-z0-9.-]*)\}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: What tells that a page is of other data.
STALE = (numbers.check, ledger.check)
#: How many other operations are tried in the place of each.
_OPERATIONS_TRIED = 2
#: Operations whose result does not depend on the order of the operands.
_COMMUTATIVE = frozenset({"sum", "mean", "same"})


@dataclass(frozen=True, slots=True)
class CellMutant:
    """One row of a table with one or more of its cells altered."""

    kind: str
    table: str
    row: Row
    cells: Mapping[str, str]

    @property
    def place(self) -> str:
        return f"{self.row.file}:{self.row.line}, column {' and '.join(self.cells)}"

    @property
    def change(self) -> str:
        return ", ".join(f"«{self.row[column]}» → «{text}»" for column, text in self.cells.items())


class Data:
    """The data package of the book, copied to ``scratch`` to be altered there; ``site`` is built from the original."""

    def __init__(self, layout: Layout, site: Site, scratch: Path) -> None:
        self._original = layout.package
        self._known = facts.load(layout.package)
        shutil.copytree(layout.package.folder, scratch / "data")
        (scratch / "book").mkdir()
        shutil.copy(layout.bibliography, scratch / "book")
        self._copy = Layout(scratch)
        self._site = Site(
            self._copy,
            {code: _ledger_first(those) for code, those in site.pages.items()},
            site.folders,
        )

    def mutants(self) -> Iterator[CellMutant]:
        for row in self._original.rows("facts"):
            yield from fact_mutants(row, self._known)
        for row in self._original.rows("exchange_rates"):
            yield from rate_mutants(row)
        for table in ("facts", "formulas"):
            for row in self._original.rows(table):
                yield from label_mutants(table, row, names.load(self._original))
        for table in ("formulas", "relations"):
            for row in self._original.rows(table):
                yield from computation_mutants(table, row, self._known)
        for row in self._original.rows("relations"):
            yield _altered(
                "relation: expected", "relations", row, expected=FAILS if row["expected"] == HOLDS else HOLDS
            )
        for table in self._original.files:
            for row in self._original.rows(table):
                yield from placeholder_mutants(table, row, self._known)

    def caught_by(self, mutant: CellMutant) -> str | None:
        file = self._copy.package.files[mutant.table]
        before = file.read_bytes()
        try:
            file.write_text(_with_cells(before.decode("utf-8"), mutant), "utf-8")
            return next(self._problems(), None)
        finally:
            file.write_bytes(before)

    def _problems(self) -> Iterator[str]:
        """The codes of the problems, those that are cheapest to find first."""
        sound = True
        site = replace(self._site, memory=Memory())
        for problem in validation.meaning(self._copy):
            sound = False
            yield problem.code
        if sound:
            yield from (f"{problem.code} (stale page)" for check in STALE for problem in check(site))
            yield from (problem.code for problem in validation.schema(self._copy.package))


def label_mutants(table: str, row: Row, known: Names) -> Iterator[CellMutant]:
    """A name that both labels have, or the year that a label ends with, exchanged for another in one language."""
    said = {language: list(known.mentioned(row[f"label_{language}"], language)) for language in LANGUAGES}
    shared = set.intersection(*({one.of for one in mentions} for mentions in said.values()))
    named = {one.of for mentions in said.values() for one in mentions}
    for language, mentions in said.items():
        label = row[f"label_{language}"]
        kinds = [one.of.kind for one in mentions]
        for one in mentions:
            others = [name for name in known if name.kind == one.of.kind and name not in named]
            if one.of in shared and kinds.count(one.of.kind) == 1 and others:
                word = dice(row["id"], language, one.of.key).choice(others).words[language][0]
                altered = label[: one.start] + word + label[one.end :]
                yield _altered("label: name", table, row, **{f"label_{language}": altered})
        if table == "facts" and row["year"] and (years := _YEAR.findall(label)):
            altered = label.replace(years[-1], str(int(years[-1]) + 1))
            yield _altered("label: year", table, row, **{f"label_{language}": altered})


def _ledger_first(pages: Mapping[str, Page]) -> dict[str, Page]:
    """The pages in the order in which a stale number is found soonest: the ledger shows them all."""
    return dict(sorted(pages.items(), key=lambda item: item[0] != LEDGER))


def _altered(kind: str, table: str, row: Row, **cells: str) -> CellMutant:
    return CellMutant(kind, table, row, cells)


def _with_cells(text: str, mutant: CellMutant) -> str:
    """The table with the row's cells replaced; the row is found by its last line, as :class:`Row` counts."""
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader)
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(header)
    for cells in reader:
        here = reader.line_num == mutant.row.line
        named = zip(header, cells, strict=True)
        writer.writerow([mutant.cells.get(name, cell) if here else cell for name, cell in named])
    return written.getvalue()


def fact_mutants(row: Row, known: Facts) -> Iterator[CellMutant]:
    """Each digit of ``value`` and ``as_printed``, apart and alike; another unit; the years of a century; the hedge."""
    rate = "rate" if row["unit"] == "krw-per-usd" else "fact"
    for text in digits_altered(row["value"]):
        yield _altered(f"{rate}: digit of the value", "facts", row, value=text)
    unit = known.units[row["unit"]]
    for text in digits_altered(row["as_printed"]):
        yield _altered(f"{rate}: digit as printed", "facts", row, as_printed=text)
        try:
            read = languages.of(row["printed_lang"]).read(text, unit=unit.key, noun=unit.noun)
        except ValueError:
            continue
        yield _altered(f"{rate}: digit of both entries", "facts", row, as_printed=text, value=f"{read.value:f}")
    alike = [key for key, other in known.units.items() if other.kind == unit.kind and key != unit.key]
    different = [key for key, other in known.units.items() if other.kind != unit.kind]
    for keys in filter(None, (alike, different)):
        yield _altered(f"{rate}: unit", "facts", row, unit=dice(row["id"], *keys).choice(keys))
    for column in ("year", "period_end"):
        for text in list(digits_altered(row[column]))[2:]:
            yield _altered(f"{rate}: year", "facts", row, **{column: text})
    hedges = [hedge for hedge in ("", "about", "at-least", "at-most") if hedge != row["qualifier"]]
    yield _altered(f"{rate}: hedge", "facts", row, qualifier=dice(row["id"]).choice(hedges))


def rate_mutants(row: Row) -> Iterator[CellMutant]:
    """Each digit of an average rate, as a value and as printed, apart and alike, and of its year."""
    for column, name in (("krw_per_usd", "digit of the value"), ("as_printed", "digit as printed"), ("year", "year")):
        for text in digits_altered(row[column]):
            yield _altered(f"rate: {name}", "exchange_rates", row, **{column: text})
    for text in digits_altered(row["as_printed"]):
        alike = {"as_printed": text, "krw_per_usd": text.replace(",", "")}
        yield _altered("rate: digit of both entries", "exchange_rates", row, **alike)


def computation_mutants(table: str, row: Row, known: Facts) -> Iterator[CellMutant]:
    """A formula or relation with another operation, another operand, its operands in another order, another claim."""
    kind = table.removesuffix("s")
    names = row["operands"].split()
    fitting = _fitting(row["operation"], len(names))
    for operation in dice(row["id"]).sample(fitting, k=min(_OPERATIONS_TRIED, len(fitting))):
        yield _altered(f"{kind}: operation", table, row, operation=operation)
    for position, name in enumerate(names):
        other = _another(name, known, row["id"])
        changed = [*names[:position], other, *names[position + 1 :]]
        yield _altered(f"{kind}: operand", table, row, operands=" ".join(changed))
    if len(names) > 1 and row["operation"] not in _COMMUTATIVE:
        yield _altered(f"{kind}: order of operands", table, row, operands=" ".join([*names[1:], names[0]]))
    if table == "relations":
        yield _altered("relation: claim", table, row, claim=_another(row["claim"], known, row["id"]))
    else:
        yield _altered("formula: last digit", table, row, ulp=dice(row["id"]).choice([*digits_altered(row["ulp"])]))
        units = [key for key in known.units if key != row["unit"]]
        yield _altered("formula: unit", table, row, unit=dice(row["id"]).choice(units))


def _fitting(operation: str, operands: int) -> list[str]:
    """The other operations that take as many operands."""
    return [one.name for one in OPERATIONS.values() if one.arity in (None, operands) and one.name != operation]


def _another(name: str, known: Facts, *seed: object) -> str:
    """Another number of the same unit; another year for a year."""
    if name.isdigit():
        return str(int(name) + 1)
    unit = known[name].unit.key
    others = [one.id for one in known.entries.values() if one.unit.key == unit and one.id != name]
    return dice(name, *seed).choice(others or [f"{name}-x"])


def placeholder_mutants(table: str, row: Row, known: Facts) -> Iterator[CellMutant]:
    """A number that a text names, replaced by another one in one language only."""
    for language in LANGUAGES:
        for column, text in row.cells.items():
            if column.endswith(f"_{language}"):
                for found in _PLACEHOLDER.finditer(text):
                    other = _another(found[1], known, language, row.line)
                    changed = f"{text[: found.start(1)]}{other}{text[found.end(1) :]}"
                    yield _altered("text of a table: id", table, row, **{column: changed})
