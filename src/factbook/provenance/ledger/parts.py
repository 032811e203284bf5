"""The parts of the ledger, each under a heading of its own."""

from __future__ import annotations

from factbook.facts import Derived, Entry
from factbook.interface import catalogue
from factbook.phrasing.saying import Sayer

RATES = "rates"
DERIVED = "derived"
RELATIONS = "relations"


def part_of(entry: Entry) -> str:
    """The part of the ledger in which a number stands: who says it, ``rates`` or ``derived``."""
    if isinstance(entry, Derived):
        return DERIVED
    return RATES if entry.id.startswith("krw-per-usd-") else entry.said_by


def parts(sayer: Sayer) -> tuple[str, ...]:
    """The parts that have lines, in the order of the catalogue."""
    found = {part_of(entry) for entry in sayer.facts.entries.values()} | ({RELATIONS} if sayer.judgements else set())
    return tuple(part for part in catalogue.of(sayer.language).under("ledger.part") if part in found)
