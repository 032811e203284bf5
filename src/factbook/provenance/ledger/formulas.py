"""A computation as a reader writes it: in the usual signs, its operands said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factbook.interface import catalogue
from factbook.phrasing.said import Said, join, plain
from factbook.phrasing.saying import Sayer

_JOINED: Mapping[str, str] = {"sum": " + ", "mean": " + "}


def formula(operation: str, operands: Iterable[str], sayer: Sayer) -> Said:
    """A computation in the usual signs, its operands said."""
    names = list(operands)
    said = [plain(name) if name.isdigit() else sayer.say(name, alone=True) for name in names]
    words = catalogue.of(sayer.language)
    if operation in _JOINED:
        template = _JOINED[operation].join(f"{{{position}}}" for position in range(len(said)))
        return join(words("formula.mean", sum=template, count=len(said)) if operation == "mean" else template, *said)
    return join(words(f"formula.{operation}").replace("{n}", str(_steps(names, sayer))), *said)


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
