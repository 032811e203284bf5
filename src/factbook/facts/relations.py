"""What the numbers must agree with: read the relations, recompute each, judge it.

A relation that a source breaks is recorded as ``fails`` and told in a chapter; it is an error too when it begins to
hold, since the chapter would then accuse a source wrongly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from factbook import languages
from factbook.data.package import Package, Row
from factbook.facts.cells import texts_of
from factbook.facts.collection import Facts
from factbook.facts.computing import evaluate
from factbook.facts.model import Entry, Text, UnknownFact
from factbook.problems import Gathering, ProblemError, UnknownNameError
from factbook.quantities.amounts import Amount, Qualifier, quantize
from factbook.quantities.formulas import OPERATIONS
from factbook.quantities.intervals import Interval

HOLDS = "holds"
FAILS = "fails"


class UnknownRelation(UnknownNameError):  # noqa: N818 - authors of chapters read this name
    """No relation has that id."""

    saying = "no relation has the id"
    listed = "data/relations.csv lists every id"


@dataclass(frozen=True, slots=True)
class Relation:
    """``claim`` must agree with ``operation`` over ``operands``: their intervals must meet."""

    row: Row
    id: str
    claim: str
    operation: str
    operands: tuple[str, ...]
    expected: str
    chapter: str
    note: Text


@dataclass(frozen=True, slots=True)
class Judgement:
    """A relation recomputed. ``value`` is the result at the printed values, ``allowed`` all that their digits allow.

    ``gap`` is how far apart the two intervals lie, 0 where they meet.
    """

    relation: Relation
    claim: Entry
    value: Decimal
    allowed: Interval

    @property
    def gap(self) -> Decimal:
        return self.claim.interval.gap(self.allowed)

    @property
    def holds(self) -> bool:
        return self.gap == 0

    @property
    def as_expected(self) -> bool:
        return self.holds == (self.relation.expected == HOLDS)

    @property
    def margin(self) -> Decimal:
        """How far the claim could move and still hold; below 0, how far outside it lies. In the claim's unit."""
        return self.claim.interval.overlap(self.allowed)

    @property
    def misfit(self) -> Decimal:
        """The printed claim less the recomputed value, in the claim's unit."""
        return self.claim.value - self.value


def load(package: Package) -> tuple[Relation, ...]:
    """Every relation of the package. Raises :class:`ProblemError` for a duplicate id, unknown operation or verdict."""
    seen: dict[str, Relation] = {}
    gathering = Gathering()
    for row in package.rows("relations"):
        with gathering.item():
            if row["id"] in seen:
                raise row.problem("data.duplicate", "id", f"the id «{row['id']}» stands twice", "every id once")
            if row["operation"] not in OPERATIONS:
                known = ", ".join(sorted(OPERATIONS))
                raise row.problem("data.operation", "operation", f"«{row['operation']}»", f"one of {known}")
            if row["expected"] not in (HOLDS, FAILS):
                raise row.problem("data.expected", "expected", f"«{row['expected']}»", f"{HOLDS} or {FAILS}")
            seen[row["id"]] = Relation(
                row=row,
                id=row["id"],
                claim=row["claim"],
                operation=row["operation"],
                operands=tuple(row["operands"].split()),
                expected=row["expected"],
                chapter=row["chapter"],
                note=texts_of(row, "note"),
            )
    gathering.raise_if_any()
    return tuple(seen.values())


def judge(relation: Relation, facts: Facts) -> Judgement:
    """The relation recomputed over ``facts``. Raises :class:`ProblemError` for an unknown id."""
    known: Mapping[str, Entry] = facts.entries
    row = relation.row
    if relation.claim not in known:
        unknown = UnknownFact(relation.claim, known)
        raise row.problem(
            "data.unknown-fact",
            "claim",
            unknown.found,
            "an id of a fact or a formula",
            unknown.suggestion,
        )
    exact = evaluate(row, relation.operation, relation.operands, known, printed=True)
    carried = evaluate(row, relation.operation, relation.operands, known, printed=False)
    return Judgement(relation, known[relation.claim], exact.interval.midpoint, carried.interval)


def judgements(relations: Iterable[Relation], facts: Facts) -> dict[str, Judgement]:
    """All relations by id, judged whether or not as recorded. Raises :class:`ProblemError` for an unknown id."""
    return {relation.id: judge(relation, facts) for relation in relations}


def judge_all(relations: tuple[Relation, ...], facts: Facts) -> tuple[Judgement, ...]:
    """All relations, judged as recorded. Raises :class:`ProblemError` for each that is not as expected."""
    judgements: list[Judgement] = []
    gathering = Gathering()
    for relation in relations:
        with gathering.item():
            judgement = judge(relation, facts)
            judgements.append(judgement)
            if not judgement.as_expected:
                raise _surprise(judgement)
    gathering.raise_if_any()
    return tuple(judgements)


def _surprise(judgement: Judgement) -> ProblemError:
    relation = judgement.relation
    formula = f"{relation.operation}({', '.join(relation.operands)})"
    if judgement.holds:
        return relation.row.problem(
            "data.relation-holds",
            "expected",
            f"«{relation.id}» is recorded as failing, but {relation.claim} agrees with {formula}",
            "a relation recorded as it is",
            f"set expected to {HOLDS} and mend the chapter «{relation.chapter}» that tells of it",
        )
    claim = judgement.claim
    return relation.row.problem(
        "data.relation",
        "claim",
        f"«{relation.id}» does not hold: {relation.claim} is printed as {_say(claim, claim.amount)}, "
        f"but {formula} gives {_range(judgement)}; it is off by {_distance(judgement)}",
        f"{relation.claim} to agree with {formula} within the printed digits",
        "look the numbers up in their sources and mend the one that is wrong; "
        f"where the source itself is wrong, set expected to {FAILS} and tell it in the chapter",
    )


def _range(judgement: Judgement) -> str:
    claim, allowed = judgement.claim, judgement.allowed
    low = _in_unit(claim, allowed.low)
    if not allowed.high.is_finite():
        return _say(claim, replace(low, qualifier=Qualifier.AT_LEAST))
    return f"{_say(claim, low)} to {_say(claim, _in_unit(claim, allowed.high))}"


def _distance(judgement: Judgement) -> str:
    """How far off a claim is; percentages lie percentage points apart."""
    claim = judgement.claim
    gap = _in_unit(claim, judgement.gap)
    return _say(claim, replace(gap, unit="pp") if claim.unit.kind == "percent" else gap)


def _say(claim: Entry, amount: Amount) -> str:
    return languages.of("en").say(amount, claim.unit.noun)


def _in_unit(claim: Entry, value: Decimal) -> Amount:
    """``value`` to one digit more than the claim is printed with."""
    ulp = claim.amount.ulp / 10 or Decimal(1)
    return Amount(quantize(value, ulp), claim.unit.key, ulp)
