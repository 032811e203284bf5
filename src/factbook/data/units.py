"""The units that amounts are counted in, from ``units.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from factbook.data.package import Package
from factbook.languages import Noun
from factbook.problems import Problem, ProblemError

#: Kinds of unit whose amounts may lie below zero: changes, not sizes.
_SIGNED = frozenset({"percent", "points", "number"})
#: Kinds of unit that are said with a noun; the others have a wording of their own.
_COUNTED = frozenset({"count", "measure"})


@dataclass(frozen=True, slots=True)
class Unit:
    """``kind`` is money, percent, points, rate, calendar, count, measure or number; ``noun`` names what is counted."""

    key: str
    kind: str
    noun: Noun | None

    @property
    def is_calendar(self) -> bool:
        """Whether its amounts are times themselves: a year, a month, a day."""
        return self.kind == "calendar"

    @property
    def may_be_negative(self) -> bool:
        return self.kind in _SIGNED


class _Units(dict[str, Unit]):
    """Units by key. Raises :class:`ProblemError` for one that a computation needs and ``file`` does not have."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file

    def __missing__(self, key: str) -> Unit:
        found = f"no line has the unit «{key}», in which the book says results"
        advice = f"add a line that begins with {key}, with its kind and its names in every language"
        raise ProblemError([Problem("data.unit", self._file, found, "every unit that a result is said in", advice)])


def load_units(package: Package) -> Mapping[str, Unit]:
    """Every unit by key. Raises :class:`~factbook.problems.ProblemError` for a duplicate."""
    units = _Units(package.shown(package.files["units"]))
    for row in package.rows("units"):
        if row["unit"] in units:
            raise row.problem("data.duplicate", "unit", f"the unit «{row['unit']}» stands twice", "every unit once")
        noun = Noun(ko=row["ko"], en_one=row["en_one"], en_many=row["en_many"])
        units[row["unit"]] = Unit(row["unit"], row["kind"], noun if row["kind"] in _COUNTED else None)
    return MappingProxyType(units)
