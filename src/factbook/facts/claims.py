"""What chapters claim of numbers in words, from ``claims.csv``: which of two is the larger, that two values agree.

A chapter gives each language's own words for a claim, ``claim("us-share-over-half", "more than half")``; they must say
what the numbers give. A claim is an operation on operands:

=========== ==================================== ============================================
operation   operands                             words
=========== ==================================== ============================================
count       numbers, or patterns of ids (``*``)  how many they are: four
times       two numbers, or one percentage       the first over the second: threefold, half
compare     two numbers                          the first beside the second: larger, below
rank        two numbers or more                  the first among all: the highest, leads
between     three numbers                        the first between the others
agree       relations                            that all of them hold, or that none does
overlap     two numbers                          that what their digits allow meets, or not
years       numbers                              the years that they are of: 2017, 2018 and 2020 to 2024
rounding    none                                 the part of a last digit that rounding hides
=========== ==================================== ============================================
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase
from types import MappingProxyType

from factbook.data.package import Package, Row
from factbook.facts.collection import Facts
from factbook.facts.model import Entry
from factbook.facts.relations import Judgement, UnknownRelation
from factbook.languages import claiming
from factbook.languages.claiming import Meaning, Sense
from factbook.problems import Gathering, UnknownNameError
from factbook.quantities.intervals import HALF

TABLE = "claims"
#: How far a multiple may lie from the round number that words name, as a part of it.
_CLOSE = Decimal("0.025")


class UnknownClaim(UnknownNameError):  # noqa: N818 - authors of chapters read this name
    """No claim has that id."""

    saying = "no claim has the id"
    listed = "data/claims.csv lists every id"


class WrongClaimError(ValueError):
    """Words that do not say what the numbers give."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(f"{found}; expected: {expected}")
        self.found, self.expected = found, expected


@dataclass(frozen=True, slots=True)
class Claim:
    """An operation on operands, of which chapters speak in words."""

    id: str
    operation: str
    operands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a claim comes to: a ``number``, the ``senses`` that are true, or ``years``, as ``shown``."""

    shown: str
    senses: frozenset[Sense] = frozenset()
    number: Decimal | None = None
    years: frozenset[int] = frozenset()

    def admits(self, meaning: Meaning) -> bool:
        """Whether words of that meaning are true."""
        if meaning.sense is not Sense.NUMBER:
            return meaning.sense in self.senses
        if self.number is None or meaning.number is None:
            return False
        if meaning.low is not None and meaning.high is not None:
            return meaning.low < self.number < meaning.high
        close = 0 if self.number == self.number.to_integral_value() else meaning.number * _CLOSE
        return abs(self.number - meaning.number) <= close


_Numbers = list[Entry]


def load(package: Package) -> Mapping[str, Claim]:
    """Every claim by id; none without such a table. Raises :class:`ProblemError` for an operation there is not."""
    found: dict[str, Claim] = {}
    gathering = Gathering()
    for row in package.rows(TABLE) if TABLE in package.files else ():
        with gathering.item():
            found[row["id"]] = _read(row)
    gathering.raise_if_any()
    return MappingProxyType(found)


def _read(row: Row) -> Claim:
    claim = Claim(row["id"], row["operation"], tuple(row["operands"].split()))
    if claim.operation not in _OPERANDS:
        known = ", ".join(_OPERANDS)
        raise row.problem("data.claim", "operation", f"«{claim.operation}»", f"one of {known}")
    least, most = _OPERANDS[claim.operation]
    if not least <= len(claim.operands) <= most:
        many = str(least) if least == most else f"{least} or more" if most == _MANY else f"{least} to {most}"
        found = f"«{claim.id}» has {len(claim.operands)} operands"
        raise row.problem("data.claim", "operands", found, f"{many} for {claim.operation}")
    return claim


def check(package: Package, facts: Facts, judgements: Mapping[str, Judgement]) -> None:
    """Raises :class:`ProblemError` for each claim whose operands there are not, or that says nothing."""
    claims = load(package)
    gathering = Gathering()
    for row in package.rows(TABLE) if TABLE in package.files else ():
        with gathering.item():
            try:
                result(claims[row["id"]], facts, judgements)
            except UnknownNameError as error:
                raise row.problem("data.claim", "operands", error.found, error.listed, error.suggestion) from None
            except WrongClaimError as error:
                raise row.problem("data.claim", "operands", error.found, error.expected) from None
    gathering.raise_if_any()


def result(claim: Claim, facts: Facts, judgements: Mapping[str, Judgement]) -> Result:
    """What a claim comes to. Raises :class:`UnknownNameError` for an operand, :class:`WrongClaimError` for none."""
    if claim.operation == "rounding":
        return Result("half a unit of the last digit", number=HALF)
    if claim.operation == "agree":
        return _agree([_judgement(name, judgements) for name in claim.operands])
    if claim.operation == "count":
        return _count(claim.operands, facts)
    return _OF_NUMBERS[claim.operation]([facts[name] for name in claim.operands])


def about(claim: Claim, facts: Facts, judgements: Mapping[str, Judgement]) -> Iterator[Entry]:
    """The numbers of which a claim speaks, by id; of a relation, its claim and its operands."""
    for operand in claim.operands:
        names = [name for name in facts.entries if fnmatchcase(name, operand)]
        if judgement := judgements.get(operand):
            names = [judgement.relation.claim, *judgement.relation.operands]
        yield from (facts.entries[name] for name in names if name in facts.entries)


def hold(claim: Claim, words: str, language: str, found: Result) -> None:
    """Raises :class:`WrongClaimError` where ``words`` do not say what ``claim`` comes to."""
    formula = f"{claim.operation}({', '.join(claim.operands)})"
    if found.years:
        if (named := claiming.years(words, language)) != found.years:
            raise WrongClaimError(f"«{words}» names {_listed(named)}", f"words for {found.shown}: {formula}")
        return
    meanings = claiming.read(words, language)
    if not meanings:
        raise WrongClaimError(f"«{words}» claims nothing that can be computed", f"words for {found.shown}: {formula}")
    for meaning in meanings:
        if not found.admits(meaning):
            says = meaning.sense.value if meaning.number is None else f"{meaning.number:.3g}"
            raise WrongClaimError(f"«{words}» says {says}", f"words for {found.shown}: {formula}")


def _judgement(name: str, judgements: Mapping[str, Judgement]) -> Judgement:
    if name not in judgements:
        raise UnknownRelation(name, judgements)
    return judgements[name]


def _agree(judged: list[Judgement]) -> Result:
    verdicts = {one.holds for one in judged}
    if len(verdicts) > 1:
        raise WrongClaimError("some of the relations hold and others do not", "relations that all hold, or all fail")
    sense = Sense.HOLDS if verdicts == {True} else Sense.FAILS
    return Result(sense.value, frozenset({sense}))


def _count(patterns: tuple[str, ...], facts: Facts) -> Result:
    names: set[str] = set()
    for pattern in patterns:
        found = (
            {name for name in facts.entries if fnmatchcase(name, pattern)} if "*" in pattern else {facts[pattern].id}
        )
        if not found:
            raise WrongClaimError(f"no number has an id like «{pattern}»", "a pattern of ids of the data")
        names |= found
    return Result(f"{len(names)}", number=Decimal(len(names)))


def _times(numbers: _Numbers) -> Result:
    value = numbers[0].value / (numbers[1].value if len(numbers) > 1 else _whole(numbers[0]))
    return Result(f"{value:.3g}", number=value)


def _years(numbers: _Numbers) -> Result:
    years = frozenset(year for number in numbers for year in number.years)
    if not years:
        raise WrongClaimError("none of them is of a year", "numbers with years")
    return Result(_listed(years), years=years)


def _listed(years: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(years))) or "no year"


def _whole(number: Entry) -> Decimal:
    return Decimal(100) if number.unit.kind == "percent" else Decimal(1)


def _compare(numbers: _Numbers) -> Result:
    first, second = numbers[0].value, numbers[1].value
    senses = {Sense.MORE} if first > second else {Sense.LESS} if first < second else set()
    return Result(next(iter(senses)).value if senses else "the same", frozenset(senses))


def _rank(numbers: _Numbers) -> Result:
    first, *others = (number.value for number in numbers)
    if all(first > other for other in others):
        return Result(Sense.HIGHEST.value, frozenset({Sense.HIGHEST}))
    if all(first < other for other in others):
        return Result(Sense.LOWEST.value, frozenset({Sense.LOWEST}))
    return Result("neither the highest nor the lowest")


def _between(numbers: _Numbers) -> Result:
    first, low, high = (number.value for number in numbers)
    is_between = min(low, high) < first < max(low, high)
    return Result("between", frozenset({Sense.BETWEEN})) if is_between else Result("outside")


def _overlap(numbers: _Numbers) -> Result:
    meets = numbers[0].interval.gap(numbers[1].interval) == 0
    sense = Sense.HOLDS if meets else Sense.FAILS
    return Result("an overlap" if meets else "no overlap", frozenset({sense}))


_MANY = 1000
#: The least and the most operands of each operation.
_OPERANDS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "count": (1, _MANY),
        "times": (1, 2),
        "compare": (2, 2),
        "rank": (2, _MANY),
        "between": (3, 3),
        "agree": (1, _MANY),
        "overlap": (2, 2),
        "years": (1, _MANY),
        "rounding": (0, 0),
    }
)
_OF_NUMBERS: Mapping[str, Callable[[_Numbers], Result]] = MappingProxyType(
    {"times": _times, "compare": _compare, "rank": _rank, "between": _between, "overlap": _overlap, "years": _years}
)
