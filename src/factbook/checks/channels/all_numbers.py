"""``numbers.csv``: one row for every number and relation, each column as the tables of ``data/`` give it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from factbook import languages
from factbook.checks import recounting
from factbook.checks.channels import files
from factbook.checks.channels.reading import Readings
from factbook.data import package
from factbook.data.layout import Layout
from factbook.facts import Derived, Entry, Facts, state
from factbook.facts.relations import Judgement
from factbook.facts.state import State
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem
from factbook.provenance.publication import NUMBERS
from factbook.quantities.formulas import Operand
from factbook.quantities.intervals import Interval

_ADVICE = "publish what the tables of data/ give"
#: How far a published decimal may lie from the exact one: it has twelve digits after the point.
_PRINTED = Decimal("1e-12")
Row = Mapping[str, str]


def check(layout: Layout, folder: Path) -> Readings:
    shown = f"data/{NUMBERS['path']}"
    rows = files.rows(folder / "data" / NUMBERS["path"])
    data = state.read(layout.package)
    wanted = [*data.facts.entries, *data.judgements]
    ids = [row["id"] for row in rows]
    if ids != wanted:
        lost = [name for name in wanted if name not in ids]
        found = f"{len(ids)} rows" + (f", without {', '.join(lost[:3])}" if lost else ", in another order or twice")
        yield Problem("channel.numbers", shown, found, f"{len(wanted)}: each number, then each relation", _ADVICE)
        return
    typed = {row["id"]: row for row in layout.package.rows("facts")}
    for line, row in enumerate(rows, 2):
        for column, due in _due(row["id"], data, typed).items():
            if not _fits(row[column], due):
                given = f"«{row['id']}» has {row[column] or 'nothing'}"
                yield Problem("channel.numbers", shown, given, f"{_shown(due)}", _ADVICE, line, column)
            else:
                yield None
        yield from _words(row, data, shown, line)


def _fits(given: str, due: str | Decimal) -> bool:
    if isinstance(due, str):
        return given == due
    if not due.is_finite():
        return given == ""
    try:
        return abs(Decimal(given) - due) <= _PRINTED
    except ArithmeticError:
        return False


def _shown(due: str | Decimal) -> str:
    return due if isinstance(due, str) else f"{due:.15g}"


def _due(name: str, data: State, typed: Mapping[str, package.Row]) -> dict[str, str | Decimal]:
    """What each column must hold: of a printed number what is typed, of a computed one what is computed anew."""
    if name in data.judgements:
        return _of_relation(data.judgements[name], data.facts)
    entry = data.facts.entries[name]
    due: dict[str, str | Decimal] = {f"label_{code}": entry.label[code] for code in LANGUAGES}
    due |= {f"note_{code}": entry.note[code] for code in LANGUAGES} | {"unit": entry.unit.key}
    if isinstance(entry, Derived):
        value, low, high = _computed(entry.operation, entry.operands, data.facts)
        return due | {
            "value": value,
            "low": low,
            "high": high,
            "formula": f"{entry.operation}({', '.join(entry.operands)})",
            "as_printed": "",
            "verdict": "",
        }
    due |= {"value": entry.value, "low": entry.interval.low, "high": entry.interval.high}
    if row := typed.get(name):
        columns = ("as_printed", "source", "locator", "year", "period_end", "unit")
        due |= {column: row[column] for column in columns} | {"value": Decimal(row["value"])}
    return due


def _of_relation(judgement: Judgement, facts: Facts) -> dict[str, str | Decimal]:
    relation = judgement.relation
    value, low, high = _computed(relation.operation, relation.operands, facts)
    claim = judgement.claim.interval
    return {
        "value": value,
        "low": low,
        "high": high,
        "claim": relation.claim,
        "formula": f"{relation.operation}({', '.join(relation.operands)})",
        "unit": judgement.claim.unit.key,
        "verdict": "holds" if low <= claim.high and claim.low <= high else "fails",
        "margin": min(claim.high - low, high - claim.low),
    }


def _computed(operation: str, operands: tuple[str, ...], facts: Facts) -> tuple[Decimal, Decimal, Decimal]:
    exact = [_operand(name, facts, exact=True) for name in operands]
    return recounting.value(operation, exact), *recounting.span(
        operation, [_operand(name, facts, exact=False) for name in operands]
    )


def _operand(name: str, facts: Facts, *, exact: bool) -> Operand:
    if name.isdigit():
        return Operand(Interval.point(int(name)))
    entry: Entry = facts.entries[name]
    year = entry.years[0] if len(entry.years) == 1 else None
    return Operand(Interval.point(entry.value) if exact else entry.interval, year)


def _words(row: Row, data: State, shown: str, line: int) -> Readings:
    """What is said of a number reads as its value, and its citation begins with that and leads to its own row."""
    for language in LANGUAGES:
        said, cited = row[f"said_{language}"], row[f"citation_{language}"]
        if not cited.startswith(said):
            yield Problem(
                "channel.numbers", shown, f"the citation says «{cited[:40]}»", f"«{said}» first", _ADVICE, line
            )
        if not row[f"origin_{language}"].endswith(f"/{language}/numbers.html#{row['id']}"):
            found = f"«{row['id']}» leads to {row[f'origin_{language}']}"
            yield Problem("channel.numbers", shown, found, "its own row of the ledger", _ADVICE, line)
        unit = data.facts.units[row["unit"]]
        printed = files.without_pair(said) if unit.kind == "money" else said
        try:
            read = languages.of(language).read(printed, unit=unit.key, noun=unit.noun)
        except ValueError:
            yield Problem(
                "channel.numbers", shown, f"«{printed}» cannot be read", f"{row['value']} {unit.key}", "", line
            )
            continue
        if abs(read.value - Decimal(row["value"])) > read.ulp / 2:
            yield Problem("channel.numbers", shown, f"«{said}»", f"{row['value']} {unit.key}", _ADVICE, line)
        else:
            yield None
