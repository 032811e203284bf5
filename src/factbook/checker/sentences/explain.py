"""A problem put into words: what was stated, what would be right, how far off it is, what would explain it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factbook import languages
from factbook.checker.sentences.messages import CATALOGUES
from factbook.checker.sentences.model import Computed, Conversion, Equal, Growth, Problem, Share, Statement, Sum
from factbook.quantities.amounts import Amount
from factbook.quantities.intervals import Interval

#: More parts than this are not spelled out.
_MOST_NAMED = 8


def message(problem: Problem, language: str) -> str:
    """One or more sentences in the language of the document."""
    catalogue = CATALOGUES[language]
    sentence = catalogue.sentences[problem.code].format(
        stated=stated_text(problem.statement),
        expected=_range(problem, language),
        off=_digits(problem.off),
        **_names(problem.statement, catalogue.lists),
    )
    clues = [catalogue.clues[name].format(value=_value(value, language)) for name, value in problem.clues]
    return " ".join([sentence, *clues])


def _names(statement: Statement, separator: str) -> dict[str, str]:
    match statement:
        case Conversion(left=left):
            return {"left": left.text}
        case Growth(start=start, end=end, rate=rate, steps=steps):
            return {"start": start.text, "end": end.text, "rate": rate.text, "steps": str(max(steps, default=0))}
        case Share(part=part, whole=whole):
            return {"part": part.text, "whole": whole.text}
        case Sum(parts=parts):
            named = [part.text for part in parts[:_MOST_NAMED]]
            return {"parts": separator.join([*named, "…"] if len(parts) > _MOST_NAMED else named)}
        case Equal(first=first):
            return {"first": first.text}
        case Computed(operands=operands, arithmetic=arithmetic):
            together = separator.join(part.text for _, part in operands)
            return {"arithmetic": arithmetic, "parts": together, **{name: part.text for name, part in operands}}


def stated_text(statement: Statement) -> str:
    """The figure of a claim that is held against the others."""
    match statement:
        case Conversion(right=figure) | Growth(rate=figure) | Share(percent=figure) | Sum(total=figure):
            return figure.text
        case Equal(second=figure) | Computed(stated=figure):
            return figure.text


def _range(problem: Problem, language: str) -> str:
    """The interval that would be right, with just enough digits to tell its ends apart from what was stated."""
    expected, unit = problem.expected, problem.stated.unit
    if isinstance(problem.statement, Computed) and problem.statement.scale != 1:
        scale = problem.statement.scale
        expected = Interval(expected.low / scale, expected.high / scale)
        stated = Amount(problem.stated.value / scale, "number", problem.stated.ulp / scale)
        problem = replace(problem, expected=expected, stated=stated)
        unit = "number"
    ulp = min(problem.stated.ulp or Decimal(1), _resolving(expected))
    low, high = (_say(end, unit, ulp, language) for end in (expected.low, expected.high))
    return low if low == high else CATALOGUES[language].between.format(low=low, high=high)


def _resolving(interval: Interval) -> Decimal:
    """A digit that shows an interval's ends to about two places of its width, and never finer than six of its size.

    A single value is shown with the digits that it has.
    """
    size = max(abs(interval.low), abs(interval.high), Decimal("1E-6"))
    width = interval.high - interval.low
    finest = size.adjusted() - 5
    own = int(interval.low.normalize().as_tuple().exponent)
    return Decimal(1).scaleb(max(finest, width.adjusted() - 1 if width else own))


def _say(value: Decimal, unit: str, ulp: Decimal, language: str) -> str:
    if abs(value) >= Decimal("1E+29"):
        return "∞"
    if unit in languages.KNOWN_UNITS:
        return languages.of(language).say(Amount(value, unit, ulp).rounded(ulp))
    digits = languages.of(language).say(Amount(value, "number", ulp).rounded(ulp))
    if unit.isupper():
        return f"{unit} {digits}"
    return f"{digits} {unit}" if unit.isascii() else digits + unit


def _digits(value: Decimal) -> str:
    """``value`` with two digits that count."""
    if value >= Decimal("1E+9"):
        return "∞"
    places = max(0, 1 - value.adjusted()) if value else 0
    return f"{value:,.{min(places, 6)}f}"


def _value(value: Amount | int | str | None, language: str) -> str:
    if isinstance(value, Amount):
        return (
            languages.of(language).say(value)
            if value.unit in languages.KNOWN_UNITS
            else f"{value.unit} {value.value:f}"
        )
    return "" if value is None else str(value)
