"""Columns of change beside the columns or rows they compare: growth, growth a year, differences, percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.sentences.recompute import annual_growth, growth
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.find.kept import meant
from factbook.checker.tables.model import DERIVED, Head, Role, Sheet
from factbook.quantities.intervals import Interval

_FORMULA = re.compile(r"[(（](?P<last>[A-Z])\s?[-–−]\s?(?P<first>[A-Z])[)）]")
_LETTER = re.compile(r"[(（]([A-Z])[)）]$")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}년?|['’‘][0-9]{2}년?")
_QUARTER = re.compile(r"([1-4])\s?(?:Q|분기)|Q([1-4])")
_CHANGES = frozenset({Role.GROWTH, Role.ANNUAL, Role.CHANGE})


def changes(sheet: Sheet) -> Iterator[Computed]:
    """Each number of a column of changes with what it compares."""
    for column, one in enumerate(sheet.columns):
        if one.role not in _CHANGES:
            continue
        pair = _pair(sheet, column, one)
        if pair is not None:
            across = list(_across(sheet, column, *pair))
            yield from across if one.role is Role.ANNUAL else meant(across)
        elif one.role is not Role.ANNUAL and not WORDS.has("change_of", one.label):
            yield from meant(list(_down(sheet, column)))


def rates_of_change(sheet: Sheet) -> Iterator[Computed]:
    """A price or amount with its change and the rate of it in one row: 105, +5, 5.0%."""
    columns = list(enumerate(sheet.columns))
    levels = [index for index, one in columns if one.role in (Role.PRICE, Role.PLAIN) and sheet.column(index)]
    moves = [index for index, one in columns if one.role is Role.CHANGE and _all_of(sheet, index, Kind.MONEY)]
    rates = [
        index
        for index, one in columns
        if one.role in (Role.GROWTH, Role.CHANGE) and _all_of(sheet, index, Kind.PERCENT)
    ]
    if not len(levels) == len(moves) == len(rates) == 1:
        return
    for line in sheet.figures:
        level, move, rate = (line[index] for index in (levels[0], moves[0], rates[0]))
        if level is None or move is None or rate is None or level.amount.unit != move.amount.unit:
            continue
        expected = growth(level.amount.interval - move.amount.interval, level.amount.interval)
        if expected is not None:
            words, allowed = f"{level.text} ÷ ({level.text} − {move.text}) − 1", rate.amount.interval
            operands = (("end", level), ("change", move))
            yield Computed("growth", "table-growth", operands, rate, expected, allowed, words)


def _all_of(sheet: Sheet, column: int, kind: Kind) -> bool:
    figures = sheet.column(column)
    return bool(figures) and all(figure.kind is kind for _, figure in figures)


def _pair(sheet: Sheet, column: int, one: Head) -> tuple[int, int] | None:
    """The two columns that a change compares: those of its own years, else the first and last, or last two, before it.

    A growth or a difference compares neighbours; growth a year may span them all.
    """
    if (lettered := _lettered(sheet, one)) is not None:
        return lettered
    if (quarters := _quarters_apart(one)) is not None and (found := _quarterly(sheet, quarters)) is not None:
        return found
    dated = [index for index, head in enumerate(sheet.columns) if head.role not in DERIVED and len(head.years) == 1]
    if one.period or not of_one_period([sheet.columns[index] for index in dated]):
        return None
    before = [index for index in dated if index < column] or dated
    years = [sheet.columns[index].years[0] for index in before]
    if len(set(years)) != len(years):
        return None
    if len(one.years) == 2:
        ends = [index for year in one.years for index in dated if sheet.columns[index].years[0] == year]
        return (ends[0], ends[1]) if len(ends) == 2 and len(before) == len(set(years)) else None
    before.sort(key=lambda index: sheet.columns[index].years[0])
    if len(before) < 2:
        return None
    if len(one.years) == 1:
        last = [index for index in before if sheet.columns[index].years[0] == one.years[0]]
        first = [index for index in before if sheet.columns[index].years[0] == one.years[0] - 1]
        return (first[0], last[0]) if first and last else None
    return (before[0], before[-1]) if one.role is Role.ANNUAL else (before[-2], before[-1])


def _lettered(sheet: Sheet, one: Head) -> tuple[int, int] | None:
    """The columns that a head names by their letters: 증감(B-A) beside 2021(A) and 2022(B)."""
    formula = _FORMULA.search(one.label)
    if formula is None:
        return None
    marked = {letter[1]: at for at, head in enumerate(sheet.columns) if (letter := _LETTER.search(head.label))}
    ends = [marked.get(formula[name]) for name in ("first", "last")]
    return (ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None


def _quarters_apart(one: Head) -> int | None:
    """How many quarters lie between what a head compares: the quarter before, or the same one a year before."""
    if one.years or one.period:
        return None
    return 1 if WORDS.has("on_quarter", one.label) else 4 if WORDS.has("on_year", one.label) else None


def _quarterly(sheet: Sheet, apart: int) -> tuple[int, int] | None:
    """The column of the last quarter, and that of the quarter so many before it."""
    quarters = {
        head.years[0] * 4 + int(next(filter(None, found.groups()))): at
        for at, head in enumerate(sheet.columns)
        if head.role not in DERIVED and len(head.years) == 1 and (found := _QUARTER.search(head.label))
    }
    last = max(quarters, default=0)
    return (quarters[last - apart], quarters[last]) if last - apart in quarters else None


def of_one_period(heads: Sequence[Head]) -> bool:
    """Whether heads differ in nothing but their years: whole years, or the same month or quarter of each."""
    if not any(head.period for head in heads):
        return True
    return len({_YEARS.sub("", head.label).strip(" .,") for head in heads}) == 1


def _across(sheet: Sheet, column: int, first: int, last: int) -> Iterator[Computed]:
    one, ends = sheet.columns[column], [sheet.columns[index].years for index in (first, last)]
    steps = ends[1][0] - ends[0][0] if all(ends) else 1
    sure = steps == 1 or one.role is Role.ANNUAL or len(one.years) == 2 or _two_years(sheet)
    for row, stated in sheet.column(column):
        start, end = sheet.figures[row][first], sheet.figures[row][last]
        if start is not None and end is not None and sheet.rows[row].role not in _CHANGES:
            yield from _claim(start, end, stated, one.role, steps, firm=sure)


def _two_years(sheet: Sheet) -> bool:
    return len({year for one in sheet.columns for year in one.years}) == 2


def _down(sheet: Sheet, column: int) -> Iterator[Computed]:
    """Growth on the row before, where the rows are years that follow each other, or named alike for all."""
    base = _amounts(sheet, column)
    if base is None:
        return
    dated = [(one.years[0], row) for row, one in enumerate(sheet.rows) if len(one.years) == 1 and not one.period]
    by_year = dict(dated)
    if len(by_year) != len(dated):
        return
    for year, row in dated:
        stated, end = sheet.figures[row][column], sheet.figures[row][base]
        start = sheet.figures[by_year[year - 1]][base] if year - 1 in by_year else None
        if None not in (stated, end, start):
            yield from _claim(start, end, stated, sheet.columns[column].role, 1, firm=True)  # type: ignore[arg-type]


def _amounts(sheet: Sheet, column: int) -> int | None:
    """The nearest column at the left that is no change itself, else the only one there is."""
    plain = [index for index, one in enumerate(sheet.columns) if one.role not in DERIVED and sheet.column(index)]
    left = [index for index in plain if index < column]
    return left[-1] if left else plain[0] if len(plain) == 1 else None


def _claim(start: Figure, end: Figure, stated: Figure, role: Role, steps: int, *, firm: bool) -> Iterator[Computed]:
    if start.amount.unit != end.amount.unit:
        return
    name, allowed = stated.amount.unit, stated.amount.interval
    first, last = start.amount.interval, end.amount.interval
    readings: list[tuple[str, str, Interval | None, str]] = []
    if role is Role.ANNUAL and name == "percent" and last.low >= 0:
        arithmetic = f"({end.text} ÷ {start.text})^(1/{steps}) − 1"
        readings = [("growth", "table-growth-annual", annual_growth(first, last, steps), arithmetic)]
    elif start.kind is Kind.PERCENT and name in ("pp", "percent"):
        readings = [("sum", "table-points", last - first, f"{end.text} − {start.text}")]
        if name == "percent":
            firm = False
    elif name == "percent":
        readings = [("growth", "table-growth", growth(first, last), f"{end.text} ÷ {start.text} − 1")]
    elif role is Role.CHANGE and name == start.amount.unit:
        readings = [("sum", "table-difference", last - first, f"{end.text} − {start.text}")]
    kind, code, expected, arithmetic = readings[0] if readings else ("", "", None, "")
    if expected is None:
        return
    if _only_sign(stated, expected, allowed):
        allowed = Interval(-allowed.high, -allowed.low)
    operands = (("start", start), ("end", end))
    yield Computed(kind, code, operands, stated, expected, allowed, arithmetic, firm)


def _only_sign(stated: Figure, expected: Interval, allowed: Interval) -> bool:
    """▲ is a rise in tables of changes and a fall in accounts, and so may brackets be: either reading will do."""
    turned = Interval(-allowed.high, -allowed.low)
    return stated.text.startswith(("▲", "(", "（")) and expected.meets(turned)
