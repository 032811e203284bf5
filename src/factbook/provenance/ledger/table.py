"""The ledger as rows of one table: the same numbers and relations, for machines and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from factbook.facts import Derived, Entry, Fact
from factbook.facts.relations import FAILS, HOLDS, Judgement
from factbook.interface.catalogue import LANGUAGES
from factbook.phrasing.saying import Sayer, value_of
from factbook.provenance.ledger.parts import RELATIONS, part_of
from factbook.quantities.intervals import Interval


def rows(sayer: Sayer) -> Iterator[dict[str, str]]:
    """Every number, then every relation, by column; a column that does not apply is left out.

    ``value``, ``low`` and ``high`` are in ``unit``: of a relation, what is recomputed for its ``claim``. ``margin`` is
    how far the claim could move and still hold; below 0, how far it lies outside.
    """
    for entry in sayer.facts.entries.values():
        yield _number(entry)
    for judgement in sayer.judgements.values():
        yield _relation(judgement)


def _number(entry: Entry) -> dict[str, str]:
    origin = (
        {"formula": _formula(entry.operation, entry.operands)}
        if isinstance(entry, Derived)
        else {"as_printed": entry.as_printed, "source": entry.source, "locator": entry.locator}
    )
    return {
        "id": entry.id,
        "part": part_of(entry),
        "value": value_of(entry.value),
        "unit": entry.unit.key,
        **dict(zip(_year_columns(entry), map(str, entry.years), strict=False)),
        **_texts("label", entry.label),
        **_ends(entry.interval),
        **_texts("note", entry.note),
        **origin,
    }


def _year_columns(entry: Entry) -> tuple[str, ...]:
    return ("period_end",) if isinstance(entry, Fact) and entry.only_end else ("year", "period_end")


def _relation(judgement: Judgement) -> dict[str, str]:
    relation, claim = judgement.relation, judgement.claim
    return {
        "id": relation.id,
        "part": RELATIONS,
        "value": value_of(judgement.value),
        "unit": claim.unit.key,
        "formula": _formula(relation.operation, relation.operands),
        "claim": relation.claim,
        "verdict": HOLDS if judgement.holds else FAILS,
        "margin": _finite(judgement.margin),
        **_texts("label", claim.label),
        **_ends(judgement.allowed),
        **_texts("note", relation.note),
    }


def _texts(column: str, text: Mapping[str, str]) -> dict[str, str]:
    return {f"{column}_{code}": text[code] for code in LANGUAGES}


def _ends(interval: Interval) -> dict[str, str]:
    return {"low": _finite(interval.low), "high": _finite(interval.high)}


def _finite(value: Decimal) -> str:
    """A value; nothing where there is no end."""
    return value_of(value) if value.is_finite() else ""


def _formula(operation: str, operands: Iterable[str]) -> str:
    return f"{operation}({', '.join(operands)})"
