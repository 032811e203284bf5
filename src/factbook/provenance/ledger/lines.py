"""The lines of the ledger page, their cells written in MyST."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factbook import languages
from factbook.data.reviews.model import Review
from factbook.facts import Derived, Entry, Fact
from factbook.facts.relations import Judgement
from factbook.interface import catalogue
from factbook.phrasing.said import plain
from factbook.phrasing.saying import Sayer
from factbook.provenance.ledger.formulas import formula
from factbook.provenance.ledger.parts import DERIVED, RELATIONS, part_of


@dataclass(frozen=True, slots=True)
class Line:
    """One number or relation: its id (the anchor of the line), what its unit measures, and its texts in MyST.

    ``cells`` go by the headings after the first, without the last, which tells where the number is used.
    ``tightness`` puts relations in the order of how near they are to failing; failing ones come below 0.
    """

    id: str
    unit: str
    kind: str
    name: str
    note: str
    cells: tuple[str, ...]
    tightness: Decimal | None = None


def lines(part: str, sayer: Sayer) -> tuple[Line, ...]:
    """The lines of one part, in the order of the data."""
    if part == RELATIONS:
        return tuple(_relation(judgement, sayer) for judgement in sayer.judgements.values())
    chosen = [entry for entry in sayer.facts.entries.values() if part_of(entry) == part]
    return tuple(_number(entry, sayer) for entry in chosen)


def headings(part: str, language: str) -> dict[str, str]:
    """The headings of a part by column: the name, the cells of its lines, where they are used."""
    kind = part if part in (DERIVED, RELATIONS) else "facts"
    return catalogue.of(language).under(f"ledger.{kind}")


def _number(entry: Entry, sayer: Sayer) -> Line:
    origin = (
        formula(entry.operation, entry.operands, sayer).html if isinstance(entry, Derived) else _origin(entry, sayer)
    )
    return Line(
        id=entry.id,
        unit=entry.unit.key,
        kind=entry.unit.kind,
        name=plain(entry.label[sayer.language]).html,
        note=plain(entry.note[sayer.language]).html,
        cells=(sayer.say(entry.id, alone=True).html, _interval(entry, sayer), origin),
    )


def _interval(entry: Entry, sayer: Sayer) -> str:
    """The interval of a number; a word where it is the number itself."""
    if entry.interval.low == entry.interval.high == entry.amount.value:
        return catalogue.of(sayer.language)("ledger.exact")
    return sayer.allowed(entry.id).html


def _origin(fact: Fact, sayer: Sayer) -> str:
    words = catalogue.of(sayer.language)
    printed = plain(words("ledger.printed", text=fact.as_printed, place=fact.locator)).html
    reviewed = compared(fact.review, sayer.language)
    noted = f'<span class="ledger-note">{reviewed}</span>' if reviewed else ""
    return f"{printed} {{cite:p}}`{fact.source}` {noted}".strip()


def compared(review: Review | None, language: str) -> str:
    """When and with what a number was last compared; nothing in a book that keeps no reviews."""
    if review is None:
        return ""
    day = languages.day(language, review.reviewed_on)
    return catalogue.of(language)(f"compared.{review.compared_with}", day=day)


def _relation(judgement: Judgement, sayer: Sayer) -> Line:
    relation, claim = judgement.relation, judgement.claim
    return Line(
        id=relation.id,
        unit=claim.unit.key,
        kind=claim.unit.kind,
        name=plain(claim.label[sayer.language]).html,
        note=plain(relation.note[sayer.language]).html,
        cells=(
            sayer.say(relation.claim, alone=True).html,
            formula(relation.operation, relation.operands, sayer).html,
            sayer.recomputed_range(relation.id).html,
            f"**{sayer.verdict(relation.id).html}** {sayer.margin(relation.id).html}",
        ),
        tightness=judgement.margin / (claim.amount.ulp or 1),
    )
