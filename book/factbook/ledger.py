"""The ledger: every number of the book in lines that a reader can follow, written in MyST.

Pure: facts and judgements in, lines out. Where a number is used is filled in by the Sphinx extension, which alone
knows the pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factbook import catalogue
from factbook.facts import Derived, Entry, Fact
from factbook.relations import Judgement
from factbook.saying import Said, Sayer, join, plain

#: The parts of the ledger, each under a heading of its own.
RATES = "rates"
DERIVED = "derived"
RELATIONS = "relations"


@dataclass(frozen=True, slots=True)
class Line:
    """One number or relation: its id (the anchor of the line) and its cells, in MyST."""

    id: str
    cells: tuple[str, ...]


def part_of(entry: Entry) -> str:
    """The part of the ledger in which a number stands: who says it, ``rates`` or ``derived``."""
    if isinstance(entry, Derived):
        return DERIVED
    return RATES if entry.id.startswith("krw-per-usd-") else entry.said_by


def lines(part: str, sayer: Sayer) -> tuple[Line, ...]:
    """The lines of one part, in the order of the data."""
    if part == RELATIONS:
        return tuple(_relation(judgement, sayer) for judgement in sayer.judgements.values())
    chosen = [entry for entry in sayer.facts.entries.values() if part_of(entry) == part]
    return tuple(_number(entry, sayer) for entry in chosen)


def headings(part: str, language: str) -> tuple[str, ...]:
    """The headings of the cells of :func:`lines`."""
    kind = part if part in (DERIVED, RELATIONS) else "facts"
    return tuple(catalogue.of(language).under(f"ledger.{kind}").values())


def _number(entry: Entry, sayer: Sayer) -> Line:
    origin = _formula(entry, sayer) if isinstance(entry, Derived) else _origin(entry, sayer)
    name = plain(entry.label[sayer.language]).html
    note = plain(entry.note[sayer.language]).html
    said = sayer.say(entry.id, alone=True).html
    return Line(entry.id, (name, said, sayer.allowed(entry.id).html, origin, note))


def _origin(fact: Fact, sayer: Sayer) -> str:
    words = catalogue.of(sayer.language)
    printed = plain(words("ledger.printed", text=fact.as_printed, place=fact.locator)).html
    return f"{printed} {{cite:p}}`{fact.source}`"


def _formula(derived: Derived, sayer: Sayer) -> str:
    return formula(derived.operation, derived.operands, sayer).html


def formula(operation: str, operands: Iterable[str], sayer: Sayer) -> Said:
    """A computation in the usual signs, its operands said."""
    names = list(operands)
    said = [plain(name) if name.isdigit() else sayer.say(name, alone=True) for name in names]
    words = catalogue.of(sayer.language)
    if operation in _JOINED:
        template = _JOINED[operation].join(f"{{{position}}}" for position in range(len(said)))
        return join(words("formula.mean", sum=template, count=len(said)) if operation == "mean" else template, *said)
    return join(words(f"formula.{operation}").replace("{n}", str(_steps(names, sayer))), *said)


_JOINED: Mapping[str, str] = {"sum": " + ", "mean": " + "}


def _steps(names: list[str], sayer: Sayer) -> int | str:
    """The number of years between the first two operands, where both are for a year."""
    years = [_year(name, sayer) for name in names]
    if len(years) > 2 and names[2].isdigit() and years[0] is not None:
        return int(names[2]) - years[0]
    first, second = [*years, None, None][:2]
    return second - first if first is not None and second is not None else "n"


def _year(name: str, sayer: Sayer) -> int | None:
    if name.isdigit():
        return int(name)
    years = sayer.facts[name].years
    return years[0] if len(years) == 1 else None


def _relation(judgement: Judgement, sayer: Sayer) -> Line:
    relation = judgement.relation
    return Line(
        relation.id,
        (
            plain(judgement.claim.label[sayer.language]).html,
            sayer.say(relation.claim, alone=True).html,
            formula(relation.operation, relation.operands, sayer).html,
            sayer.recomputed_range(relation.id).html,
            sayer.verdict(relation.id).html,
            plain(relation.note[sayer.language]).html,
        ),
    )
